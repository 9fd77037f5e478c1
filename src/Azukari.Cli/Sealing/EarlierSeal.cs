using System.Collections.Immutable;
using System.Text;
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
    // An inner process whose outer one is gone ends with the block that it is writing; a slow medium takes its time.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

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

    /// <summary>Takes off what an unfinished run of this case left on these media, and notes that another one begins.</summary>
    /// <exception cref="MediumException">There is something that this station did not begin: it is somebody's, and stays.</exception>
    internal void Begin(CarryOutId carryOut, IReadOnlyList<OrderedMedium> media)
    {
        WaitForWriter(carryOut);
        var begun = File.Exists(Begun(carryOut)) ? File.ReadAllLines(Begun(carryOut)) : [];
        foreach (var (medium, left) in media.Select(medium => (medium, Papers.OnMedium(medium.Folder))).Where(each => each.Item2.Count > 0))
        {
            if (!begun.Contains(medium.Serial)) throw new MediumException(MediumFault.Exists, $"{medium.Medium}: {left[^1]}");

            screen.Say("前回中断した封緘の残りを媒体から消去します。", "Erasing from the medium what an interrupted sealing left.");
            Erase(medium);
        }

        DurableFile.Write(Begun(carryOut), Encoding.UTF8.GetBytes(string.Join('\n', begun.Union(media.Select(medium => medium.Serial)))));
    }

    /// <summary>Takes off what this run wrote: without a receipt it is ciphertext to which no key exists.</summary>
    internal void Undo(CarryOutId carryOut, IReadOnlyList<OrderedMedium> media)
    {
        var isUndone = true;
        foreach (var medium in media)
        {
            try
            {
                Erase(medium);
            }
            catch (MediumException)
            {
                isUndone = false; // The medium has failed, which is being said already; the next run finds the note and takes it off.
            }
        }

        if (isUndone) End(carryOut);
    }

    /// <summary>Nothing of this case is unfinished any more.</summary>
    internal void End(CarryOutId carryOut)
    {
        DurableFile.Remove(Begun(carryOut));
        File.Delete(Writing(carryOut));
    }

    /// <summary>The file that whoever writes to this case's media has (<see cref="SealPayload"/>).</summary>
    internal string Writing(CarryOutId carryOut) => Path.GetFullPath(station.WorkPath(carryOut, "writing"));

    /// <summary>Else it would take its own unfinished file off the medium when that is ours already.</summary>
    private void WaitForWriter(CarryOutId carryOut)
    {
        try
        {
            Turn.Take(Writing(carryOut), Patience).Dispose();
        }
        catch (IOException)
        {
            throw new StopException(ExitCode.Medium, new Spoken(
                "busy", "前回の封緘の処理がまだ媒体に書き込んでいます。", "what is left of an earlier sealing still writes to the medium",
                "しばらく待ってからやり直してください。終わらないときは、この端末を再起動してください。", "Wait a moment and start over; if it does not end, restart this computer."));
        }
    }

    private void Erase(OrderedMedium medium)
    {
        var report = MediumEraser.ErasePayload(medium.Folder, Papers.OnMedium(medium.Folder), medium.Serial, clock);
        if (report.FilesKept is [var kept, ..]) throw new MediumException(MediumFault.WriteError, $"{medium.Medium}: {kept} does not read back as it was overwritten");
    }

    private string Begun(CarryOutId carryOut) => station.WorkPath(carryOut, "sealing");

    private static IEnumerable<Act> Seals(Message message) => message.Acts.Select(act => SignedAct.Read(act).Act).OfType<Act>();

    private static Label? LabelOn(string medium)
    {
        var path = Path.Combine(medium, Papers.LabelFile);
        return File.Exists(path) ? DomainJson.FromBytes<Label>(File.ReadAllBytes(path), Label.MaxBytes) : null;
    }
}
