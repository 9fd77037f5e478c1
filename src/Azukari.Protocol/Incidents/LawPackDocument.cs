using System.Collections.Immutable;
using Azukari.Domain.Incidents.Laws;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Incidents;

/// <summary>A law pack as it is stored: the rules, what people read about them, where they stand, and what nobody has verified.</summary>
/// <param name="Law">The rules.</param>
/// <param name="Name">The law's name.</param>
/// <param name="Triggers">The reportable situations by name.</param>
/// <param name="Items">The items of the report by name.</param>
/// <param name="Sources">Where the rules stand.</param>
/// <param name="Notes">What a reader should know, and what was not read in a primary source.</param>
public sealed record LawPackDocument(
    LawPack Law, Words Name, ImmutableArray<NamedTrigger> Triggers, ImmutableArray<NamedItem> Items, ImmutableArray<NamedSource> Sources, ImmutableArray<PackNote> Notes)
{
    /// <summary>The largest document, in bytes.</summary>
    public const int MaxBytes = 60_000;

    /// <summary>The item under the law's own name.</summary>
    public NamedItem Item(ReportItem item) => Items.Single(named => named.Item == item);
}

/// <summary>A reportable situation by name.</summary>
public sealed record NamedTrigger(string Item, string Ja, string En);

/// <summary>An item of the report by name.</summary>
/// <param name="Item">Which.</param>
/// <param name="Parts">What to collect under it.</param>
public sealed record NamedItem(ReportItem Item, string Ja, string En, ImmutableArray<Words> Parts);

/// <summary>Where a rule stands.</summary>
/// <param name="Unverified">True where it was not read itself.</param>
public sealed record NamedSource(string Id, string Ja, string En, bool Unverified);

/// <summary>A remark.</summary>
/// <param name="Unverified">True where it marks something that could not be read in a primary source.</param>
public sealed record PackNote(string Ja, string En, bool Unverified);
