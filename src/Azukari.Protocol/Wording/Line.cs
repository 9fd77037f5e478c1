namespace Azukari.Protocol.Wording;

/// <summary>The parts of which a described act is made: a label with what stands under it, in both languages.</summary>
internal static class Line
{
    internal static readonly Words None = new("なし", "none");

    internal static Words Of(string ja, string en, Words value) => new($"{ja}：{value.Ja}", $"{en}: {value.En}");

    internal static Words Of(string ja, string en, string value) => Of(ja, en, Same(value));

    internal static Words Of(string ja, string en, IEnumerable<Words> values) => Of(ja, en, List(values));

    /// <summary>What others named; it reads the same in both languages.</summary>
    internal static Words Same(string value) => Printed.Safely(value) is var safe ? new(safe, safe) : None;

    /// <summary>What others named, with what the facts say about it in brackets.</summary>
    internal static Words Noted(string value, params Words[] notes) => Printed.Safely(value) is var safe && notes.Length == 0
        ? new(safe, safe)
        : new($"{safe}（{string.Join('、', notes.Select(note => note.Ja))}）", $"{safe} ({string.Join(", ", notes.Select(note => note.En))})");

    /// <summary>What has words of its own, with notes in brackets.</summary>
    internal static Words Noted(Words value, params Words[] notes) => notes.Length == 0
        ? value
        : new($"{value.Ja}（{string.Join('、', notes.Select(note => note.Ja))}）", $"{value.En} ({string.Join(", ", notes.Select(note => note.En))})");

    internal static Words List(IEnumerable<Words> values) => values.ToArray() is { Length: > 0 } all
        ? new(string.Join('、', all.Select(value => value.Ja)), string.Join(", ", all.Select(value => value.En)))
        : None;

    internal static Words YesNo(bool yes) => yes ? new("はい", "yes") : new("いいえ", "no");

    internal static Words People(long people) => new($"{Printed.Number(people)}人", people == 1 ? "1 person" : $"{Printed.Number(people)} people");

    internal static Words Rows(long rows) => new($"{Printed.Number(rows)}件", rows == 1 ? "1 row" : $"{Printed.Number(rows)} rows");

    internal static Words Bytes(long bytes) => new($"{Printed.Number(bytes)}バイト", $"{Printed.Number(bytes)} bytes");
}
