using System.Globalization;
using System.Security.Cryptography;
using Azukari.Age;
using Azukari.Cli.Front;
using Azukari.Domain;
using Azukari.Domain.Closing;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Signatures;

namespace Azukari.Cli.Stations;

/// <summary>登録端末: what an enrolled computer keeps: its signing key, its one-time identities, the presence codes it has shown, how many keys it has destroyed.</summary>
internal sealed class StationFolder : IDisposable
{
    /// <summary>How long a code that the station showed may be answered.</summary>
    internal static readonly TimeSpan PresenceLasts = TimeSpan.FromMinutes(10);

    private readonly string folder;

    private StationFolder(string folder, StationId id, SigningKey key) => (this.folder, Id, Key) = (folder, id, key);

    internal StationId Id { get; }

    internal SigningKey Key { get; }

    /// <summary>Where it is, for a process of our own that opens it again.</summary>
    internal string Place => Path.GetFullPath(folder);

    internal SigningKeyFact Fact => Signing.Fact(Key.PublicKey, KeyForm.Software);

    internal static StationFolder Create(string folder, StationId id)
    {
        Directory.CreateDirectory(folder);
        foreach (var inner in new[] { "identities", "presence", "work" }) Directory.CreateDirectory(Path.Combine(folder, inner));

        var key = SigningKey.Generate();
        var pkcs8 = key.ToPkcs8();
        SecretFile.Write(Path.Combine(folder, "station.key"), pkcs8);
        CryptographicOperations.ZeroMemory(pkcs8);
        File.WriteAllText(Path.Combine(folder, "station"), id.Value);
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
    internal Presence ShowPresence(DateTimeOffset now)
    {
        var nonce = new Digest(RandomNumberGenerator.GetHexString(64, lowercase: true));
        File.WriteAllText(PresencePath(nonce), now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));
        return new(Id, nonce);
    }

    /// <summary>Takes a code back, once. A code of another station, an old one or a used one shows nobody's presence.</summary>
    internal void TakePresence(Presence? presence, DateTimeOffset now)
    {
        var path = presence is not null && presence.Station == Id ? PresencePath(presence.Nonce) : null;
        if (path is null || !File.Exists(path)) throw NotShownHere();

        var shown = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(File.ReadAllText(path), CultureInfo.InvariantCulture));
        File.Delete(path);
        if (now < shown || now - shown > PresenceLasts) throw NotShownHere();
    }

    /// <summary>A fresh one-time identity; durable before its recipient is told to anybody. Returns the raw recipient.</summary>
    internal byte[] MakeIdentity()
    {
        using var identity = HybridIdentity.Generate();
        var raw = identity.Recipient.Raw.ToArray();
        var secret = identity.EncodeUtf8();
        SecretFile.Write(IdentityPath(Digests.Sha256(raw)), secret);
        CryptographicOperations.ZeroMemory(secret);
        return raw;
    }

    internal HybridIdentity OpenIdentity(Digest recipient)
    {
        if (!File.Exists(IdentityPath(recipient)))
        {
            throw new StopException(ExitCode.Refused, new Spoken(
                "R20 KeyDead", "この託送物の鍵はこの端末にありません。廃棄済みです。", "this station has no key for this consignment: it is dead", "再度封緘してください。", "Have it sealed again."));
        }

        var secret = SecretFile.Read(IdentityPath(recipient), 4_000);
        try
        {
            return HybridIdentity.Parse(secret);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    internal bool HasIdentity(Digest recipient) => File.Exists(IdentityPath(recipient));

    /// <summary>Destroys first, counts afterwards (R32). Destroying what is gone already changes nothing but is said again.</summary>
    internal Tombstone DestroyIdentity(Digest recipient, DestructionCause cause, DateTimeOffset now)
    {
        var count = Destroyed();
        if (HasIdentity(recipient))
        {
            SecretFile.Destroy(IdentityPath(recipient));
            File.WriteAllText(Path.Combine(folder, "destroyed"), (++count).ToString(CultureInfo.InvariantCulture));
        }

        return new(recipient, DestructionLevel.OverwrittenFile, cause, count, now);
    }

    /// <summary>Where a file of unfinished work with this carry-out is kept.</summary>
    internal string WorkPath(CarryOutId carryOut, string name) => Path.Combine(folder, "work", $"{carryOut}.{name}");

    public void Dispose() => Key.Dispose();

    private long Destroyed() => File.Exists(Path.Combine(folder, "destroyed")) ? long.Parse(File.ReadAllText(Path.Combine(folder, "destroyed")), CultureInfo.InvariantCulture) : 0;

    private string PresencePath(Digest nonce) => Path.Combine(folder, "presence", nonce.Value);

    private string IdentityPath(Digest recipient) => Path.Combine(folder, "identities", recipient.Value);

    private static StopException NotShownHere() => new(ExitCode.Refused, new Spoken(
        "R11 PresenceNotShown", "この端末で今示した確認番号への署名ではありません。", "the statements do not answer a code that this station has just shown", "この端末の前で azukari draft からやり直してください。", "Start again with azukari draft, in front of this station."));
}
