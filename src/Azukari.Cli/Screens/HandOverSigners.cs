using Azukari.Domain.Custody;
using Azukari.Domain.Engagements;

namespace Azukari.Cli.Screens;

/// <summary>Who signs a hand-over: everybody who receives, and one of those who have it, where none of them is among these.</summary>
internal static class HandOverSigners
{
    internal static IEnumerable<Person> Of(Engagement facts, HandOver act, IReadOnlyList<Person> here)
    {
        var holders = facts.Find(act.CarryOut)!.Custody!.Now.Holders;
        var giver = holders.Any(act.To.Contains) ? null : holders.FirstOrDefault(holder => here.Any(person => person.Id == holder)) ?? holders.FirstOrDefault();
        return act.To.Concat(giver is null ? [] : [giver]).Distinct().Select(id => facts.People.GetValueOrDefault(id)).OfType<Person>();
    }
}
