using System.Collections.Immutable;

namespace Azukari.Domain.Incidents.Laws;

/// <summary>How far an item of the report has come.</summary>
public enum ItemState
{
    /// <summary>Nobody knows yet: the draft says "unknown", and a prompt report may say so too.</summary>
    Unknown,

    /// <summary>The record knows some of it; a person adds the rest.</summary>
    PartlyKnown,

    /// <summary>The record knows it.</summary>
    Known,

    /// <summary>A person has written it.</summary>
    Written,

    /// <summary>A person has given the reason why it cannot be known; what turns up later is handed in later.</summary>
    Excused,
}

/// <summary>What a person put under an item, by its salted commitment; the text itself lives in an erasable row.</summary>
/// <param name="Item">The item.</param>
/// <param name="Text">The commitment.</param>
/// <param name="IsReason">True where it says why the item cannot be known.</param>
public sealed record ItemAnswer(ReportItem Item, Digest Text, bool IsReason);

/// <summary>One item of a draft.</summary>
public sealed record DraftItem(ReportItem Item, ItemState State, bool ToPersons);

/// <summary>R26: the items of a report. A prompt report says what is known; a final one waits until every item is filled or a reason given.</summary>
public static class ReportItems
{
    /// <summary>All items that the pack asks for, in the law's order.</summary>
    public static ImmutableArray<DraftItem> Of(LawPack pack, BreachFacts facts, ImmutableArray<ItemAnswer> answers) =>
        [.. pack.RequiredItems.Select(item => new DraftItem(item, StateOf(item, facts, answers), pack.NoticeItems.Contains(item)))];

    /// <summary>What still stands in the way of a final report; empty when it can be handed in.</summary>
    public static ImmutableArray<ReportItem> Blocking(LawPack pack, BreachFacts facts, ImmutableArray<ItemAnswer> answers) =>
        [.. Of(pack, facts, answers).Where(item => item.State is ItemState.Unknown or ItemState.PartlyKnown).Select(item => item.Item)];

    /// <summary>What the persons are told, and nothing else.</summary>
    public static ImmutableArray<DraftItem> ForPersons(LawPack pack, BreachFacts facts, ImmutableArray<ItemAnswer> answers) =>
        [.. pack.NoticeItems.Select(item => new DraftItem(item, StateOf(item, facts, answers), ToPersons: true))];

    private static ItemState StateOf(ReportItem item, BreachFacts facts, ImmutableArray<ItemAnswer> answers) =>
        answers.LastOrDefault(answer => answer.Item == item) is { } answer ? (answer.IsReason ? ItemState.Excused : ItemState.Written) : FromRecord(item, facts);

    private static ItemState FromRecord(ReportItem item, BreachFacts facts) => item switch
    {
        ReportItem.Outline => facts.DiscoveredAt is null ? ItemState.Unknown : ItemState.PartlyKnown,
        ReportItem.DataItems => facts.Classes.IsEmpty ? ItemState.Unknown : ItemState.PartlyKnown, // Whose data it is (residents, staff) no seal receipt says.
        ReportItem.PersonCount => facts.CountNow switch
        {
            { IsExact: true } => ItemState.Known,
            { Maximum: not null } or { Confirmed: not null } => ItemState.PartlyKnown,
            _ => ItemState.Unknown,
        },
        ReportItem.Cause or ReportItem.SecondaryDamage or ReportItem.ResponseToPersons or ReportItem.Publication or ReportItem.Prevention
            or ReportItem.OtherMatters or ReportItem.ContactPoint => ItemState.Unknown,
    };
}
