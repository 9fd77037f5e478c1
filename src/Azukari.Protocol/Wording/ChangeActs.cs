using Azukari.Domain.Applications;
using Azukari.Domain.Permits;

namespace Azukari.Protocol.Wording;

/// <summary>R9, amendment and extension: only what changes is shown, as it was and as it shall be.</summary>
internal static class ChangeActs
{
    internal static IEnumerable<Words> Lines(Amend act, FactWording words)
    {
        yield return new("持出計画を、次のとおり変更します。ほかの部分は変わりません。", "I amend the plan as follows; nothing else changes.");
        yield return ApplicationActs.CarryOut(act.CarryOut);

        var before = words.Facts.Find(act.CarryOut)?.Plan;
        foreach (var part in before is null ? Enum.GetValues<PlanPart>() : [.. PlanParts.Between(before, act.Plan)])
        {
            if (before is not null) foreach (var line in PlanWording.Of(part, before, words)) yield return Before(line);
            foreach (var line in PlanWording.Of(part, act.Plan, words)) yield return After(line);
        }
    }

    internal static IEnumerable<Words> Lines(Extend act, FactWording words)
    {
        yield return new("期限を、次のとおり延長します。延長は一度限りです。", "I put deadlines off as follows; each is put off once.");
        yield return ApplicationActs.CarryOut(act.CarryOut);

        var before = words.Facts.Find(act.CarryOut)?.Plan.Window;
        foreach (var line in PlanWording.Window(before, words).Except(PlanWording.Window(act.Window, words))) yield return Before(line);
        foreach (var line in PlanWording.Window(act.Window, words).Except(PlanWording.Window(before, words))) yield return After(line);
    }

    private static Words Before(Words line) => new($"変更前　{line.Ja}", $"Before: {line.En}");

    private static Words After(Words line) => new($"変更後　{line.Ja}", $"After: {line.En}");
}
