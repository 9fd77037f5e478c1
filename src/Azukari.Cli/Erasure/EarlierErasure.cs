using System.Globalization;
using System.Text;
using Azukari.Cli.Carriers;
using Azukari.Cli.Front;
using Azukari.Cli.Sealing;
using Azukari.Cli.Stations;
using Azukari.Domain;
using Azukari.Domain.Erasure;
using Azukari.Protocol.Ledger;

namespace Azukari.Cli.Erasure;

/// <summary>What an earlier run of <c>azukari erase</c> left when it was cut off: a result that is still to be told, or files that it had overwritten, read back and taken off before it could say so.</summary>
internal sealed class EarlierErasure(StationFolder station, Exchange exchange, Screen screen, CarryOutId carryOut, MediumId medium)
{
    /// <summary>The result of the earlier run, told once more where the record does not have it; null where the work is still to be done.</summary>
    /// <param name="act">The act as it is drafted now.</param>
    /// <param name="folder">Where the medium is mounted.</param>
    /// <param name="cancellation">Calls the delivery off; it stays to be told.</param>
    internal async Task<ErasureMeasured?> FinishAsync(Act act, string folder, CancellationToken cancellation)
    {
        // Erased, recorded, and nobody heard the answer: doing it again would measure nothing.
        if (act is EraseAtSite && exchange.Desk.Facts.Find(carryOut)?.Erasure.GetValueOrDefault(medium)?.Site is { } recorded && Papers.OnMedium(folder).Count == 0) return recorded.Measured;

        var kind = act.GetType();
        if (station.Outbox.Pending(exchange.Desk.Facts, TimeProvider.System.GetUtcNow()).FirstOrDefault(message => Acts(message).Any(IsThis)) is not { } done) return null;

        screen.Say("前回の作業は終わっています。結果を改めて届けます。", "The last run did it; its result is delivered once more.");
        await station.Outbox.SendAsync(exchange, done, cancellation);
        return MeasuredBy(Acts(done).First(IsThis));

        bool IsThis(Act kept) => kept.GetType() == kind && kept.Subject == carryOut && MeasuredBy(kept)?.Medium == medium;
    }

    /// <summary>Notes a file that was overwritten and read back and is now taken off.</summary>
    internal void Note(string file, long bytes)
    {
        var noted = Noted();
        noted[file] = bytes;
        DurableFile.Write(Path, Encoding.UTF8.GetBytes(string.Join('\n', noted.Select(each => string.Create(CultureInfo.InvariantCulture, $"{each.Value} {each.Key}")))));
    }

    /// <summary>The bytes of what an earlier run noted and took off, or was about to; a file that is still whole is erased and measured anew.</summary>
    internal long BytesBefore(string folder) => Noted().Where(each => new FileInfo(System.IO.Path.Combine(folder, each.Key)) is { Exists: false } or { Length: 0 }).Sum(each => each.Value);

    /// <summary>The result is kept; the notes have served.</summary>
    internal void End()
    {
        if (File.Exists(Path)) DurableFile.Remove(Path);
    }

    private string Path => station.WorkPath(carryOut, $"{medium}.erased");

    private Dictionary<string, long> Noted() => File.Exists(Path)
        ? File.ReadAllLines(Path).Select(line => line.Split(' ', 2)).ToDictionary(words => words[1], words => long.Parse(words[0], CultureInfo.InvariantCulture))
        : [];

    private static IEnumerable<Act> Acts(Message message) => message.Acts.Select(act => SignedAct.Read(act).Act);

    private static ErasureMeasured? MeasuredBy(Act act) => act switch
    {
        EraseAtSite site => site.Measured,
        ClearMedium cleared => cleared.Measured,
        VerifyErasure looked => looked.Measured,
        _ => null,
    };
}
