using Azukari.Domain;

namespace Azukari.Protocol.Wording;

/// <summary>A refusal as people read it.</summary>
public static class RefusalWording
{
    /// <summary>Rule number, what is wrong, the id that it is about, what to do next.</summary>
    public static Words Describe(Refusal refusal)
    {
        var (says, next) = ReasonWording.Of(refusal.Because);
        if (refusal.About is null) return new($"{refusal.Rule} {says.Ja}{next.Ja}", $"{refusal.Rule} {says.En} {next.En}");

        var about = Printed.Safely(refusal.About);
        return new($"{refusal.Rule} {says.Ja}（対象：{about}）{next.Ja}", $"{refusal.Rule} {says.En} (about {about}) {next.En}");
    }
}
