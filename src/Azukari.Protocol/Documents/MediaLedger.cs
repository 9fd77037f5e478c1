using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.Media;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Documents;

/// <summary>媒体管理台帳: one row a medium.</summary>
internal sealed class MediaLedger(DocumentSources sources)
{
    internal static readonly ImmutableArray<FormColumn> Columns =
    [
        new("number", new("管理番号", "Property number")),
        new("serial", new("シリアル番号", "Serial number")),
        new("product", new("製品名", "Product")),
        new("kind", new("媒体種別", "Kind")),
        new("capacity", new("容量（バイト）", "Capacity (bytes)")),
        new("registered", new("登録日", "Registered")),
        new("home", new("保管場所", "Home")),
        new("lent-to", new("貸与先", "Lent to")),
        new("state", new("状態", "State")),
        new("disposed", new("廃棄日", "Disposed of")),
        new("certificate", new("消去証明番号", "Erasure certificate")),
    ];

    private readonly Engagement _facts = sources.Facts;
    private readonly DocumentWords _words = new(sources.Facts, sources.Particulars);

    internal Part Make() => new Part.Rows(new("媒体", "Media"), Columns, [.. _facts.Media.Values.OrderBy(medium => medium.Id.Value, StringComparer.Ordinal).Select(Row)]);

    private ImmutableArray<FormValue> Row(Medium medium)
    {
        var (admitted, user) = (medium.Admitted, _facts.Find(medium.InUseBy));
        return
        [
            FormValue.Signed(Line.Same(medium.Id.Value)),
            FormValue.Of(admitted.Measured.SerialIsDeclared ? Ground.Declared : Ground.Measured, Line.Same(admitted.Measured.Serial)),
            _words.Declared(Particular.MediumProduct, medium.Id),
            FormValue.Signed(EnumWording.Of(admitted.Kind)),
            FormValue.Measured(Line.Same(Printed.Number(admitted.Measured.CapacityBytes))),
            medium.Since is { } registered ? FormValue.Signed(_words.Time.Date(registered.At)) : FormValue.NotRecorded,
            FormValue.Signed(Line.Same(admitted.Home.Value)),
            user is { Custody: { HasLeft: true, Now: var leg } } ? FormValue.Signed(_words.Holder(leg)) : FormValue.NotApplicable,
            FormValue.Signed(State(medium, user)),
            FormValue.NotYet,
            Certificate(medium),
        ];
    }

    private Words State(Medium medium, CarryOut? user) => user is null
        ? new("保管中（使用可）", "at home, free")
        : Line.Noted(RoleWording.Of(Phases.PhaseOf(_facts, user)), Line.Same(user.Id.Value));

    /// <summary>The entry by which the owner's officer confirmed its last erasure.</summary>
    private FormValue Certificate(Medium medium) => _facts.CarryOuts.Values
        .Select(carryOut => carryOut.Erasure.GetValueOrDefault(medium.Id)?.Confirmed).OfType<Mark>().OrderBy(mark => mark.At).LastOrDefault() is { } confirmed
        ? FormValue.Signed(_words.Seal(confirmed))
        : FormValue.NotYet;
}
