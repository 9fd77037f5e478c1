using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Nodes;
using Azukari.Domain.Incidents.Laws;
using Azukari.Protocol.Ledger;

namespace Azukari.Protocol.Incidents;

/// <summary>Reads law packs: those that this program brought along, and those that somebody puts in their place.</summary>
public static class LawPacksOnFile
{
    private const string Folder = "law-packs/";

    private static readonly Lazy<ImmutableArray<LawPackDocument>> Brought = new(() =>
    [
        .. Embedded.Names(Folder).Where(name => name.EndsWith(".json", StringComparison.Ordinal) && name != HolidaysOnFile.Sidecar)
            .Select(name => Read(Embedded.Bytes(name))).OrderBy(pack => pack.Law.Id.Value, StringComparer.Ordinal).ThenBy(pack => pack.Law.EffectiveFrom),
    ]);

    /// <summary>The packs of this program, every edition, by law and first day of effect.</summary>
    public static ImmutableArray<LawPackDocument> Shipped => Brought.Value;

    /// <summary>Reads one pack. Whatever is missing, unknown, named twice or named nowhere refuses the whole pack: half a law is none.</summary>
    /// <exception cref="ProtocolException">The pack is not of its shape or contradicts itself.</exception>
    public static LawPackDocument Read(ReadOnlySpan<byte> utf8)
    {
        if (utf8.Length > LawPackDocument.MaxBytes) throw Bad($"longer than {LawPackDocument.MaxBytes} bytes");

        var pack = DomainJson.FromNode<LawPackDocument>(Parse(utf8));
        foreach (var fault in Faults(pack)) throw Bad($"{pack.Law.Id} {pack.Law.Edition}: {fault}");
        return pack;
    }

    internal static JsonNode? Parse(ReadOnlySpan<byte> utf8)
    {
        try
        {
            return JsonNode.Parse(utf8, documentOptions: new() { MaxDepth = 16, AllowDuplicateProperties = false });
        }
        catch (JsonException fault)
        {
            throw new ProtocolException(ProtocolFault.Malformed, "not JSON", fault);
        }
    }

    private static IEnumerable<string> Faults(LawPackDocument pack)
    {
        var law = pack.Law;
        if (law.AppliesTo.IsDefaultOrEmpty || law.Triggers.IsDefaultOrEmpty || law.Clocks.IsDefaultOrEmpty || law.RequiredItems.IsDefaultOrEmpty || law.NoticeItems.IsDefault)
            yield return "a list is empty";
        if (!law.Edition.StartsWith($"{law.EffectiveFrom:yyyy-MM-dd}.", StringComparison.Ordinal)) yield return "the edition does not name its first day";
        if (law.EffectiveTo < law.EffectiveFrom) yield return "it ends before it begins";
        if (!law.Triggers.Select(trigger => trigger.Item).SequenceEqual(pack.Triggers.Select(named => named.Item))) yield return "situations and their names differ";
        if (law.Clocks.SelectMany(clock => clock.LongerFor).Any(longer => law.Triggers.All(trigger => trigger.Item != longer.Item))) yield return "more time for a situation that is none";
        if (law.Clocks.Any(clock => clock.Amount < 0 || (clock.Unit == CountUnit.NoNumber) != (clock.Amount == 0))) yield return "a clock without a number";
        if (law.RequiredItems.Distinct().Count() != law.RequiredItems.Length || law.NoticeItems.Distinct().Count() != law.NoticeItems.Length) yield return "an item twice";
        if (!law.RequiredItems.Union(law.NoticeItems).Order().SequenceEqual(pack.Items.Select(named => named.Item).Order())) yield return "items and their names differ";
        if (pack.Sources.DistinctBy(source => source.Id).Count() != pack.Sources.Length) yield return "a source twice";
        if (law.Triggers.Select(trigger => (trigger.Source, trigger.Unverified)).Concat(law.Clocks.Select(clock => (clock.Source, clock.Unverified))).Any(use => !Stands(pack, use)))
            yield return "a rule without its source, or verified from an unverified one";
    }

    private static bool Stands(LawPackDocument pack, (string Source, bool Unverified) use) =>
        pack.Sources.FirstOrDefault(source => source.Id == use.Source) is { } found && (use.Unverified || !found.Unverified);

    private static ProtocolException Bad(string message) => new(ProtocolFault.Malformed, message);
}
