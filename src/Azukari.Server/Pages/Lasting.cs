namespace Azukari.Server.Pages;

/// <summary>How long something has lasted or may last, in the two largest units that say it.</summary>
internal static class Lasting
{
    /// <summary>How long something has waited; what has only just come says so.</summary>
    internal static string Waiting(Frame frame, DateTimeOffset since) => frame.Now - since < TimeSpan.FromMinutes(1)
        ? frame.Say("届いたばかり", "has just come")
        : frame.Say($"{Of(frame.Now - since, true)}待っています", $"waiting for {Of(frame.Now - since, false)}");

    internal static string Of(TimeSpan lasting, bool ja) => Of((long)lasting.TotalMinutes, ja);

    /// <param name="minutes">Whole minutes; whoever rounds says which way.</param>
    /// <param name="ja">Japanese, or else English.</param>
    internal static string Of(long minutes, bool ja)
    {
        var (days, hours, rest) = (minutes / 1440, minutes / 60 % 24, minutes % 60);
        return days > 0 ? (ja ? $"{days}日{hours}時間" : $"{days} d {hours} h") : hours > 0 ? (ja ? $"{hours}時間{rest}分" : $"{hours} h {rest} min") : (ja ? $"{rest}分" : $"{rest} min");
    }
}
