using Azukari.Cli.Front;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Ledger;

namespace Azukari.Cli.Opening;

/// <summary>Asks the rules here what they will say there, so that a station without a network refuses in the room and not a day later.</summary>
internal static class Expectation
{
    internal static void Check(Engagement facts, SignedAct act)
    {
        var now = Rulebook.Time(facts, TimeProvider.System.GetUtcNow());
        if (Rulebook.Decide(facts, ActVerifier.Verify(facts, act), now) is Outcome.Refused refused) throw RefusalWords.Stop(refused);
    }
}
