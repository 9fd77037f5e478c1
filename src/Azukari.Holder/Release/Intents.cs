using Azukari.Domain;
using Azukari.Protocol.Ledger;

namespace Azukari.Holder.Release;

/// <summary>Which envelope a layer was, or is about to be, taken off from: written before it happens, one for each carry-out.</summary>
internal sealed class Intents
{
    private readonly string folder;

    internal Intents(string data)
    {
        folder = Path.Combine(data, "releases");
        DurableFile.MakeFolder(folder);
        DurableFile.Clean(folder);
    }

    /// <summary>The envelope's SHA-256, or null when nothing was intended.</summary>
    internal Digest? Find(CarryOutId carryOut) => File.Exists(PathOf(carryOut)) ? DomainJson.FromBytes<Intent>(File.ReadAllBytes(PathOf(carryOut)), 1024).Envelope : null;

    internal void Write(CarryOutId carryOut, Digest envelope) => DurableFile.Write(PathOf(carryOut), DomainJson.ToBytes(new Intent(envelope)));

    /// <summary>Nothing was given: the envelope was none of ours, and the right one may still come.</summary>
    internal void WriteNothingGiven(CarryOutId carryOut) => Write(carryOut, Replay.Nothing);

    private string PathOf(CarryOutId carryOut) => Path.Combine(folder, carryOut.Value + ".json");

    private sealed record Intent(Digest Envelope);
}
