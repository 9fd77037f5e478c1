using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azukari.Cli.Front;
using Azukari.Domain;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Signatures;

namespace Azukari.Cli.Stations;

/// <summary>登録端末: what an enrolled computer keeps: its signing key, its one-time identities and their tombstones, the presence codes it has shown.</summary>
internal sealed class StationFolder : IDisposable
{
    /// <summary>How long a code that the station showed may be answered.</summary>
    internal static readonly TimeSpan PresenceLasts = TimeSpan.FromMinutes(10);

    private readonly string folder;

    private StationFolder(string folder, StationId id, SigningKey key) => (this.folder, Id, Key, Keys) = (folder, id, key, new(folder));

    internal StationId Id { get; }

    internal SigningKey Key { get; }

    /// <summary>Where it is, for a process of our own that opens it again.</summary>
    internal string Place => Path.GetFullPath(folder);

    internal SigningKeyFact Fact => Signing.Fact(Key.PublicKey, KeyForm.Software);

    internal static StationFolder Create(string folder, StationId id)
    {
        foreach (var inner in new[] { "", "identities", "tombstones", "presence", "work" }) DurableFile.MakeFolder(Path.Combine(folder, inner));

        var key = SigningKey.Generate();
        var pkcs8 = key.ToPkcs8();
        SecretFile.Write(Path.Combine(folder, "station.key"), pkcs8);
        CryptographicOperations.ZeroMemory(pkcs8);
        DurableFile.Write(Path.Combine(folder, "station"), Encoding.ASCII.GetBytes(id.Value));
        return new(folder, id, key);
    }

    internal static StationFolder Open(string folder)
    {
        if (!File.Exists(Path.Combine(folder, "station"))) throw StopException.BadInput($"端末のフォルダーではありません: {folder}", $"no station lives in {folder}", "azukari init station で作成してください。", "Make one with azukari init station.");

        var pkcs8 = SecretFile.Read(Path.Combine(folder, "station.key"), 4_000);
        try
        {
            return new(folder, new(File.ReadAllText(Path.Combine(folder, "station"))), SigningKey.FromPkcs8(pkcs8));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pkcs8);
        }
    }

    /// <summary>A code that only this station's screen has shown (R11).</summary>
    internal Presence ShowPresence(DateTimeOffset now) => Shown(new(Id, new(RandomNumberGenerator.GetHexString(64, lowercase: true))), now);

    /// <summary>The same with one that people can read off the screen and type elsewhere.</summary>
    internal Presence ShowPresence(string code, DateTimeOffset now) => Shown(PresenceCode.Of(Id, code), now);

    private Presence Shown(Presence presence, DateTimeOffset now)
    {
        DurableFile.Write(PresencePath(presence.Nonce), Encoding.ASCII.GetBytes(now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)));
        return presence;
    }

    /// <summary>Takes a code back, once. A code of another station, an old one or a used one shows nobody's presence.</summary>
    internal void TakePresence(Presence? presence, DateTimeOffset now)
    {
        var path = presence is not null && presence.Station == Id ? PresencePath(presence.Nonce) : null;
        if (path is null || !File.Exists(path)) throw NotShownHere();

        var shown = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(File.ReadAllText(path), CultureInfo.InvariantCulture));
        DurableFile.Remove(path); // Before anything is done on the strength of it: a code counts once.
        if (now < shown || now - shown > PresenceLasts) throw NotShownHere();
    }

    /// <summary>The one-time identities and their tombstones.</summary>
    internal StationKeys Keys { get; }

    /// <summary>What it signed and the record does not have yet.</summary>
    internal Outbox Outbox => new(Path.Combine(folder, "work"));

    /// <summary>Where a file of unfinished work with this carry-out is kept.</summary>
    internal string WorkPath(CarryOutId carryOut, string name) => Path.Combine(folder, "work", $"{carryOut}.{name}");

    public void Dispose() => Key.Dispose();

    private string PresencePath(Digest nonce) => Path.Combine(folder, "presence", nonce.Value);

    private static StopException NotShownHere() => new(ExitCode.Refused, new Spoken(
        "R11 PresenceNotShown", "この端末で今示した確認番号への署名ではありません。", "the statements do not answer a code that this station has just shown", "この端末の前で azukari draft からやり直してください。", "Start again with azukari draft, in front of this station."));
}
