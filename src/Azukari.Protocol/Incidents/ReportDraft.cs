using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents.Laws;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Incidents;

/// <summary>An item as people read it.</summary>
/// <param name="Item">Which.</param>
/// <param name="Number">Its place in the law's list, from 1; the persons' notice keeps the report's numbers.</param>
/// <param name="Name">The law's own name for it.</param>
/// <param name="State">How far it has come.</param>
/// <param name="Lines">What is known, and "unknown" where nobody knows.</param>
public sealed record DraftedItem(ReportItem Item, int Number, Words Name, ItemState State, ImmutableArray<Words> Lines);

/// <summary>R26: drafts of a report and of the notice to the persons, from the record and what people have written.</summary>
public sealed class ReportDraft
{
    private readonly LawPackDocument _pack;
    private readonly BreachFacts _breach;
    private readonly ImmutableArray<ItemText> _texts;
    private readonly ReportWording _words;

    /// <summary>A draft under one law.</summary>
    /// <param name="pack">The law.</param>
    /// <param name="breach">What the reporting entity knows.</param>
    /// <param name="facts">The engagement.</param>
    /// <param name="carryOut">The carry-out that the breach is about.</param>
    /// <param name="texts">What people have written; the last one under an item stands.</param>
    public ReportDraft(LawPackDocument pack, BreachFacts breach, Engagement facts, CarryOut carryOut, IEnumerable<ItemText> texts)
    {
        _pack = pack;
        _breach = breach;
        _texts = [.. texts];
        _words = new(pack, breach, facts, carryOut);
    }

    /// <summary>All items that the law asks for.</summary>
    public ImmutableArray<DraftedItem> Report() => [.. ReportItems.Of(_pack.Law, _breach, Answers).Select(item => Drafted(item, _words.Of(item.Item)))];

    /// <summary>What the persons are told: no count, no chain, nobody's duty, and nothing about how the data was protected (R27).</summary>
    public ImmutableArray<DraftedItem> Notice() => [.. ReportItems.ForPersons(_pack.Law, _breach, Answers).Select(item => Drafted(item, _words.ToPersons(item.Item)))];

    /// <summary>What still stands in the way of the final report.</summary>
    public ImmutableArray<ReportItem> Blocking() => ReportItems.Blocking(_pack.Law, _breach, Answers);

    private ImmutableArray<ItemAnswer> Answers => [.. _texts.Select(text => text.Answer())];

    private DraftedItem Drafted(DraftItem item, IEnumerable<Words> known)
    {
        var named = _pack.Item(item.Item);
        var written = _texts.LastOrDefault(text => text.Item == item.Item);
        var number = _pack.Items.IndexOf(named) + 1;

        return new(item.Item, number, new(named.Ja, named.En), item.State, [.. written is null ? known : ReportWording.With(known, written)]);
    }
}
