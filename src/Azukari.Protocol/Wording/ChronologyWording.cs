using Azukari.Domain;
using Azukari.Domain.Custody;

namespace Azukari.Protocol.Wording;

/// <summary>事実経過: what the record says happened, in its order.</summary>
internal static class ChronologyWording
{
    internal static IEnumerable<Words> Lines(CarryOut carryOut, FactWording words) =>
        Events(carryOut, words).Where(row => row.Mark is not null).OrderBy(row => row.Mark!.At)
            .Select(row => new Words($"{words.At(row.Mark!.At).Ja}　{row.What.Ja}", $"{words.At(row.Mark!.At).En}: {row.What.En}"));

    private static IEnumerable<(Mark? Mark, Words What)> Events(CarryOut carryOut, FactWording words) =>
    [
        (carryOut.Permit?.Mark, new("持出しを許可", "permitted")),
        (carryOut.Seal?.Mark, new("封緘", "sealed")),
        .. (carryOut.Custody?.Legs ?? []).Skip(1).Select(leg => ((Mark?)leg.Mark, Leg(leg, words))),
        (carryOut.Arrival?.Mark, new("持出先で到着を確認", "arrival proven at the destination")),
        (carryOut.Loaded, new("持出先のデータベースに投入", "loaded at the destination")),
        .. carryOut.Erasure.Values.Where(step => step.Site is not null).Select(step => (step.Site?.Mark, new Words("現地で消去", "erased at the site"))),
        .. carryOut.Losses.Select(report => ((Mark?)report.Mark, new Words($"届出（{EnumWording.Of(report.Kind).Ja}）", $"reported: {EnumWording.Of(report.Kind).En}"))),
    ];

    private static Words Leg(CustodyLeg leg, FactWording words)
    {
        var place = leg.At is { } site ? words.Site(site) : new("移動中", "on the way");
        var stored = leg.Stored ? new Words("保管", "stored") : new("受渡し", "handed over");
        var seal = leg.Intact ? new Words("封印に異常なし", "seal intact") : new("封印に異常あり", "seal not intact");

        return new($"{stored.Ja}（{place.Ja}、{seal.Ja}）", $"{stored.En} ({place.En}, {seal.En})");
    }
}
