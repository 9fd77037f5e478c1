using Azukari.Domain.Engagements;
using Azukari.Domain.Media;

namespace Azukari.Domain.Closing;

/// <summary>How ends follow from the record: of a carry-out, a copy, a station, the engagement.</summary>
internal static class EndFold
{
    /// <summary>R21: with the last confirmation, or the last medium home, the carry-out closes and its media are free again.</summary>
    internal static Engagement Returned(Engagement before, CarryOut carryOut, Mark mark) => Home.IsComplete(before, carryOut)
        ? CarryOutFold.Bound(before.With(carryOut with { Closed = mark }), carryOut.Plan.Media, null)
        : before.With(carryOut);

    /// <summary>What is destroyed leaves use; what was erased beside it is free again.</summary>
    internal static Engagement Destroyed(Engagement before, CarryOut carryOut, Mark mark)
    {
        var freed = CarryOutFold.Bound(before.With(carryOut with { Destroyed = mark }), carryOut.Plan.Media, null);
        return carryOut.Seal!.Measured.Volumes.Where(volume => Home.IsDestroyed(before, volume.Medium))
            .Aggregate(freed, (state, volume) => MediaFold.Ended(state, volume.Medium, MediumEndKind.Destroyed, mark));
    }

    /// <summary>What was sealed is lost; a medium that was asked for and never sealed is free again.</summary>
    internal static Engagement Lost(Engagement before, CarryOut carryOut, Mark mark)
    {
        var freed = CarryOutFold.Bound(before.With(carryOut with { Lost = mark }), carryOut.Plan.Media, null);
        return carryOut.Seal!.Measured.Volumes.Aggregate(freed, (state, volume) => MediaFold.Ended(state, volume.Medium, MediumEndKind.Lost, mark));
    }

    internal static CarryOut Registered(CarryOut carryOut, RegisterCopy act, Mark mark) => carryOut with { Copies = carryOut.Copies.Add(act.Copy, new(mark, act)) };

    internal static CarryOut Gone(CarryOut carryOut, ConfirmGone act, Mark mark) =>
        carryOut with { Copies = carryOut.Copies.SetItem(act.Copy, carryOut.Copies[act.Copy] with { Gone = mark }) };

    internal static Engagement Closed(Engagement before, CloseStation act, Mark mark) =>
        before with { Stations = before.Stations.SetItem(act.Station, before.Stations[act.Station] with { Closed = mark }) };

    /// <summary>With the engagement end all duties in it, so that every account is closed.</summary>
    internal static Engagement Ended(Engagement before, CloseEngagement act, Mark mark) => before with
    {
        Ended = new(mark, act.Bundle),
        People = before.People.SetItems(before.People.Values.Select(person => KeyValuePair.Create(
            person.Id, person with { Terms = [.. person.Terms.Select(term => term.Until > mark.At ? term with { Until = mark.At } : term)] }))),
    };
}
