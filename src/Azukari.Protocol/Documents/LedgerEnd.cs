using Azukari.Domain;
using Azukari.Domain.Custody;
using Azukari.Domain.Engagements;
using Azukari.Domain.Erasure;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Documents;

/// <summary>The end of a ledger's row: erased, returned, what was unusual, counted, confirmed.</summary>
internal sealed class LedgerEnd(Engagement facts, DocumentWords words, CarryOut carryOut, MediumId? medium)
{
    private readonly Sanitisation? _erasure = medium is null ? null : carryOut.Erasure.GetValueOrDefault(medium);

    internal IEnumerable<FormValue> Values() => [.. Erased(), .. Returned(), .. Unusual(), .. Confirmed()];

    private IEnumerable<FormValue> Erased()
    {
        ErasureStep[] steps = [.. new[] { _erasure?.Site, _erasure?.Cleared }.OfType<ErasureStep>()];
        FormValue Each(Ground ground, Func<ErasureStep, Words> say) => steps.Length == 0 ? FormValue.NotYet : FormValue.Of(ground, steps.Select(step => Line.Of(Step(step).Ja, Step(step).En, say(step))));

        yield return Each(Ground.Signed, step => words.Time.At(step.Mark.At));
        yield return Each(Ground.Measured, step => Line.Noted(step.Measured.Method, Line.Bytes(step.Measured.Bytes)));
        yield return Each(Ground.Signed, step => step.By is { } by ? words.Person(by) : new("端末のみ", "the station alone"));
        yield return _erasure?.Verified is { By: { } other, Mark: var mark } ? FormValue.Signed(Line.Noted(words.Person(other), words.Time.At(mark.At))) : FormValue.NotYet;
        yield return _erasure?.Verified is { } look
            ? FormValue.Measured(look.Measured.Mismatches == 0 ? new Words("残存なし", "nothing left") : new Words($"不一致 {look.Measured.Mismatches}件", $"{look.Measured.Mismatches} mismatches"))
            : FormValue.NotYet;
    }

    private IEnumerable<FormValue> Returned()
    {
        var back = Back();
        yield return back is null ? FormValue.NotYet : FormValue.Signed(words.Time.At(back.Mark.At));
        yield return back?.At is { } place ? FormValue.Signed(words.Site(place)) : FormValue.NotYet;
        yield return back is null ? FormValue.NotYet : carryOut.Plan.Window is not { } window ? FormValue.NotStated
            : FormValue.Signed(Difference(back.Mark.At - window.EraseBy.AddHours(facts.Clock.HomeHours)));
    }

    private IEnumerable<FormValue> Unusual()
    {
        var broken = (carryOut.Custody?.Legs ?? []).Where(leg => !leg.Intact).ToArray();
        Words[] lines =
        [
            .. carryOut.Losses.Select(loss => Line.Noted(EnumWording.Of(loss.Kind), words.Time.At(loss.Mark.At))),
            .. broken.Select(leg => Line.Noted(new Words("封印の異常", "seal not intact"), words.Time.At(leg.Mark.At))),
            .. carryOut.Alarms.IsEmpty ? Array.Empty<Words>() : [new($"期限の警報 {carryOut.Alarms.Length}件", $"{carryOut.Alarms.Length} alarms of deadlines")],
        ];
        yield return carryOut.Seal is null ? FormValue.NotYet : FormValue.Signed(lines.Length == 0 ? [new Words("無", "none")] : lines);

        var incidents = facts.Incidents.Where(incident => incident.CarryOut == carryOut.Id).ToArray();
        yield return incidents.Length == 0 ? FormValue.NotApplicable : FormValue.Signed(incidents.Select(incident => Line.Noted(incident.Id.Value, words.Time.At(incident.Opened.At))));
    }

    private IEnumerable<FormValue> Confirmed()
    {
        yield return FormValue.NotRecorded;
        yield return FormValue.NotRecorded;
        yield return _erasure?.Confirmed is { } confirmed ? FormValue.Signed(words.Seal(confirmed)) : FormValue.NotYet;
    }

    /// <summary>The first time that it was put into its own locked place after it had left.</summary>
    private CustodyLeg? Back()
    {
        var home = medium is null ? null : facts.Media.GetValueOrDefault(medium)?.Admitted.Home;
        return carryOut.Custody is not { Legs: var legs } ? null
            : legs.SkipWhile(leg => leg == legs[0] || (leg.Stored && leg.At == legs[0].At)).FirstOrDefault(leg => leg.Stored && leg.At == home);
    }

    private Words Step(ErasureStep step) => ReferenceEquals(step, _erasure?.Site) ? new("現地", "at the site") : new("媒体全体", "whole medium");

    private static Words Difference(TimeSpan late) => DocumentTime.Span(late) is var span && late > TimeSpan.Zero
        ? new($"{span.Ja}超過", $"{span.En} late")
        : new($"期限内（{span.Ja}前）", $"in time, {span.En} before");
}
