using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Documents;

/// <summary>持出管理台帳: one row for each medium of each carry-out, in the order in which they were asked for. Names of data only, nothing that is in them.</summary>
internal sealed class CarryOutLedger(DocumentSources sources)
{
    private readonly Engagement _facts = sources.Facts;
    private readonly DocumentWords _words = new(sources.Facts, sources.Particulars);

    internal Part Make()
    {
        var rows = _facts.CarryOuts.Values.OrderBy(carryOut => carryOut.Asked.At).ThenBy(carryOut => carryOut.Id.Value, StringComparer.Ordinal)
            .SelectMany(carryOut => carryOut.Plan.Media.DefaultIfEmpty().Select(medium => (carryOut, medium)));
        return new Part.Rows(new("持出し", "Carry-outs"), LedgerColumns.All, [.. rows.Select((row, index) => Row(index + 1, row.carryOut, row.medium))]);
    }

    private ImmutableArray<FormValue> Row(int number, CarryOut carryOut, MediumId? medium) =>
    [
        .. What(number, carryOut, medium),
        .. new LedgerJourney(_words, carryOut).Values(),
        .. new LedgerEnd(_facts, _words, carryOut, medium).Values(),
    ];

    private IEnumerable<FormValue> What(int number, CarryOut carryOut, MediumId? medium)
    {
        var (seal, known) = (carryOut.Seal, medium is null ? null : _facts.Media.GetValueOrDefault(medium)?.Admitted.Measured);
        var volume = seal?.Measured.Volumes.FirstOrDefault(volume => volume.Medium == medium);

        yield return FormValue.Signed(Line.Same($"{number}"));
        yield return FormValue.Signed(Line.Same(carryOut.Id.Value));
        yield return medium is null ? FormValue.NotStated : FormValue.Signed(Line.Same(medium.Value));
        yield return volume is not null ? FormValue.Measured(Line.Same(volume.Serial)) : known is null ? FormValue.NotRecorded
            : FormValue.Of(known.SerialIsDeclared ? Ground.Declared : Ground.Measured, Line.Same(known.Serial));
        yield return seal is null ? FormValue.NotYet : FormValue.Measured(Line.Same(seal.Measured.SealNumber));
        yield return FormValue.Signed(carryOut.Plan.Data.Select(data => _words.Dataset(data.Dataset)));
        yield return seal is null
            ? FormValue.Of(Ground.NotYet, Line.Of("上限", "at most", Line.People(carryOut.Plan.MostPeople)))
            : FormValue.Measured(Line.People(seal.Measured.People), Line.Rows(seal.Measured.Data.Sum(data => data.Rows)));
        yield return volume is null ? FormValue.NotYet : FormValue.Measured(Line.Same(volume.Payload.Value));
        yield return seal is null ? FormValue.NotYet : FormValue.Signed(_words.Time.At(seal.Mark.At));
        yield return seal is null ? FormValue.NotYet : FormValue.Signed(_words.Person(seal.Operator));
        yield return seal is null ? FormValue.NotYet : FormValue.Signed(_words.Person(seal.Witness));
    }
}
