using Azukari.Domain.Custody;
using Azukari.Domain.Engagements;

namespace Azukari.Cli.Screens;

/// <summary>Who signs a hand-over: everybody who receives, and one of those who have it, where none of them is among these.</summary>
internal static class HandOverSigners
{
    /// <remarks>One who cannot sign here is among them: the page says whose key is missing.</remarks>
    internal static IEnumerable<Signatory> Of(Engagement facts, HandOver act, IReadOnlyList<Signatory> able)
    {
        var holders = facts.Find(act.CarryOut)!.Custody!.Now.Holders;
        var giver = holders.Any(act.To.Contains) ? null : holders.FirstOrDefault(holder => able.Any(one => one.Person.Id == holder)) ?? holders.FirstOrDefault();
        return act.To.Concat(giver is null ? [] : [giver]).Distinct().Where(facts.People.ContainsKey)
            .Select(id => able.FirstOrDefault(one => one.Person.Id == id) ?? new(facts.People[id], SigningWay.KeyFile));
    }
}
