using System.Text;
using System.Text.Json.Nodes;
using Azukari.Cli.Front;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.Erasure;
using Azukari.Domain.Incidents;
using Azukari.Domain.Media;
using Azukari.Domain.Sealing;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Wording;

namespace Azukari.Cli.Statements;

/// <summary>From the word on the command line to the act: <c>hand-over</c> is what the record calls <c>HandedOverV1</c>.</summary>
internal static class ActVerbs
{
    private static readonly Digest Zero = new(new string('0', 64));

    internal static string NameOf(string verb) => ActNames.All.FirstOrDefault(act => Kebab(act.Type.Name) == verb || act.Name == verb).Name
        ?? throw StopException.BadInput($"そのような行為はありません: {verb}", $"there is no act '{verb}'", $"次のいずれかです: {Known}", $"One of: {Known}");

    /// <summary>A draft that answers the right entry; the measured part, where the shape has one, is still to come.</summary>
    internal static DraftAct Draft(EngagementId engagement, Engagement facts, string name, JsonObject said, string? medium, DateTimeOffset until)
    {
        var act = new DraftAct(engagement, name, Zero, until, said).Complete(Blank(name, medium));
        var on = facts.Founding is null ? Zero : Answered.By(facts, act) ?? facts.Genesis ?? Zero;
        return DraftAct.Of(engagement, act, on, until); // Written anew: what was left out stands in the statement as nothing, as it will in the record.
    }

    internal static IReadOnlyList<string> InWords(DraftAct draft, Engagement facts, string? medium, Screen screen) =>
        [.. ActWording.Describe(draft.Complete(Blank(draft.Act, medium)), facts).Select(words => words.In(screen.Japanese))];

    /// <summary>What a machine will measure, before it has: nothing of this is ever signed.</summary>
    private static object? Blank(string name, string? medium) => name switch
    {
        "SealedV1" => new SealMeasured(Zero, Zero, "", 0, [], [], new(Zero, Zero, Zero), ReadBack: false),
        "UnionCountedV1" => new UnionMeasured(0, []),
        "MediumAdmittedV1" => new MediumMeasured("", SerialIsDeclared: true, 0),
        "ErasedAtSiteV1" or "MediumClearedV1" or "ErasureVerifiedV1" => new ErasureMeasured(
            new(medium ?? throw StopException.BadInput("--medium-id が必要です。", "--medium-id is needed")), "", "", 0, 0, FreeSpaceCovered: false),
        _ => null,
    };

    private static string Known => string.Join(' ', ActNames.All.Select(act => Kebab(act.Type.Name)).Order(StringComparer.Ordinal));

    private static string Kebab(string name) => name.Aggregate(new StringBuilder(), (text, c) => char.IsUpper(c) && text.Length > 0 ? text.Append('-').Append(char.ToLowerInvariant(c)) : text.Append(char.ToLowerInvariant(c))).ToString();
}
