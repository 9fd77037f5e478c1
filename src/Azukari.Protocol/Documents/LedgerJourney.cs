using Azukari.Domain;
using Azukari.Domain.Custody;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Documents;

/// <summary>The middle of a ledger's row: from the first hand-over to the end of use.</summary>
internal sealed class LedgerJourney(DocumentWords words, CarryOut carryOut)
{
    private readonly CustodyLeg[] _legs = [.. carryOut.Custody?.Legs ?? []];

    /// <summary>The leg with which it left the house; what lay in the locked place there had not left.</summary>
    private int Left => Array.FindIndex(_legs, leg => leg != _legs[0] && !(leg.Stored && leg.At == _legs[0].At));

    private int Reached => Array.FindIndex(_legs, leg => leg.AtDestination);

    internal IEnumerable<FormValue> Values()
    {
        var first = _legs.ElementAtOrDefault(1);
        yield return first is null ? FormValue.NotYet : FormValue.Signed(words.Time.At(first.Mark.At));
        yield return first is null ? FormValue.NotYet : FormValue.Signed(words.Holder(_legs[0]));
        yield return first is null ? FormValue.NotYet : FormValue.Signed(words.Holder(first));
        yield return Left < 0 ? FormValue.NotYet : FormValue.Signed(Leg(_legs[Left]));
        yield return Relayed();
        yield return Arrived();
        yield return carryOut.IsReleased ? FormValue.Signed(words.Time.At(carryOut.Released.Values.Max(mark => mark.At))) : NotAnyMore();
        yield return carryOut.Confirmed.IsEmpty ? NotAnyMore() : FormValue.Signed(carryOut.Confirmed.OrderBy(side => side.Key).Select(side => words.Person(side.Value)));
        yield return carryOut.Loaded is null ? NotAnyMore() : FormValue.Signed(Line.Same(carryOut.Plan.OpenAt.Value));
        yield return FormValue.Of(Ground.NotRecorded, carryOut.Plan.Window is { } window ? [Line.Of("予定", "planned", words.Time.At(window.WorkEnds))] : []);
    }

    /// <summary>Between leaving and arriving; once it is there, what came later is the way back.</summary>
    private FormValue Relayed()
    {
        if (Left < 0) return FormValue.NotYet;

        var between = _legs[(Left + 1)..(Reached > Left ? Reached : _legs.Length)];
        return between.Length == 0 ? FormValue.NotApplicable : FormValue.Signed(between.Select(Leg));
    }

    private FormValue Arrived() => Reached >= 0 ? FormValue.Signed(Leg(_legs[Reached]))
        : carryOut.Arrival is { } proven ? FormValue.Measured(Line.Noted(words.Time.At(proven.Mark.At), words.Site(carryOut.Plan.Destination)))
        : NotAnyMore();

    /// <summary>In a case that has ended, what has not happened will not.</summary>
    private FormValue NotAnyMore() => carryOut.HasEnded ? FormValue.NotApplicable : FormValue.NotYet;

    private Words Leg(CustodyLeg leg) => Line.Noted(words.Time.At(leg.Mark.At), words.Place(leg.At), words.Holder(leg));
}
