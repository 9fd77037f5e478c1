using System.Collections.Immutable;
using Azukari.Cli.Carriers;
using Azukari.Cli.Front;
using Azukari.Cli.Stations;
using Azukari.Domain;
using Azukari.Domain.Sealing;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Sealing;
using Azukari.RemovableMedia;
using Act = Azukari.Domain.Sealing.SealConsignment;

namespace Azukari.Cli.Sealing;

/// <summary>What an earlier run of <c>azukari seal</c> left when it was cut off: a whole consignment whose receipt is still to be told, or ciphertext to which no key exists.</summary>
internal sealed class EarlierSeal(StationFolder station, Exchange exchange, Screen screen, TimeProvider clock)
{
    /// <summary>The receipt of the earlier run, told once more where the record does not have it; null where nothing was sealed.</summary>
    internal async Task<SealMeasured?> FinishAsync(CarryOut carryOut, ImmutableArray<OrderedVolume> volumes, CancellationToken cancellation)
    {
        if (carryOut.Seal is { } told && volumes.All(volume => volume.Media.All(medium => LabelOn(medium.Folder)?.SealNumber == told.Measured.SealNumber))) return told.Measured;

        if (station.Outbox.Pending(exchange.Desk.Facts, clock.GetUtcNow()).FirstOrDefault(IsOf(carryOut.Id)) is not { } whole) return null;

        screen.Say("前回の封緘は終わっています。受領書を改めて届けます。", "The last run sealed it; its receipt is delivered once more.");
        await station.Outbox.SendAsync(exchange, whole, cancellation);
        return Seals(whole).First().Measured;
    }

    /// <summary>Whether a message carries the receipt of this case.</summary>
    internal static Func<Message, bool> IsOf(CarryOutId carryOut) => message => Seals(message).Any(seal => seal.CarryOut == carryOut);

    /// <summary>Takes off what an unfinished run of this case left. What carries another case's label is somebody's consignment, and the medium writer will say that it is there.</summary>
    internal void TakeOff(CarryOutId carryOut, OrderedMedium medium)
    {
        if (Papers.OnMedium(medium.Folder) is not { Count: > 0 } left || LabelOn(medium.Folder) is { } label && label.CarryOut != carryOut) return;

        screen.Say("前回中断した封緘の残りを媒体から消去します。", "Erasing from the medium what an interrupted sealing left.");
        MediumEraser.ErasePayload(medium.Folder, left, medium.Serial, clock, null, CancellationToken.None);
    }

    private static IEnumerable<Act> Seals(Message message) => message.Acts.Select(act => SignedAct.Read(act).Act).OfType<Act>();

    private static Label? LabelOn(string medium)
    {
        var path = Path.Combine(medium, Papers.LabelFile);
        return File.Exists(path) ? DomainJson.FromBytes<Label>(File.ReadAllBytes(path), Label.MaxBytes) : null;
    }
}
