using System.Globalization;
using System.Security.Cryptography;
using Azukari.Age;
using Azukari.Domain;
using Azukari.Domain.Closing;
using Azukari.Protocol.Ledger;

namespace Azukari.Holder;

/// <summary>The one-time identities of this side, one file each, and the gravestones of those that are gone.</summary>
/// <remarks>Never backed up, never copied. Destruction comes first and is written down afterwards (R32); what a crash leaves between the two is settled at the next start.</remarks>
internal sealed class Vault
{
    private readonly string identities, graves, folder;
    private readonly Lock gate = new();

    internal Vault(string folder)
    {
        this.folder = folder;
        (identities, graves) = (Path.Combine(folder, "identities"), Path.Combine(folder, "graves"));
        Directory.CreateDirectory(identities);
        Directory.CreateDirectory(graves);
    }

    internal long Destroyed => File.Exists(CountPath) ? long.Parse(File.ReadAllText(CountPath), CultureInfo.InvariantCulture) : 0;

    internal IEnumerable<Digest> Living => Directory.EnumerateFiles(identities).Select(Path.GetFileName).OfType<string>().Where(name => name.Length == 64).Select(name => new Digest(name));

    /// <summary>A fresh identity, durable before anybody hears of it. Returns the raw recipient.</summary>
    internal byte[] Make()
    {
        using var identity = HybridIdentity.Generate();
        var (raw, secret) = (identity.Recipient.Raw.ToArray(), identity.EncodeUtf8());
        DurableFile.Write(PathOf(Digests.Sha256(raw)), secret);
        CryptographicOperations.ZeroMemory(secret);
        return raw;
    }

    internal HybridIdentity? Open(Digest recipient)
    {
        if (!File.Exists(PathOf(recipient))) return null;

        var secret = File.ReadAllBytes(PathOf(recipient));
        try
        {
            return HybridIdentity.Parse(secret);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
        }
    }

    /// <summary>Destroys at once and asks nobody. The tombstone, or null where there was nothing left to destroy.</summary>
    internal Tombstone? Destroy(Digest recipient, DestructionCause cause, DateTimeOffset now)
    {
        lock (gate)
        {
            if (!File.Exists(PathOf(recipient))) return null;

            DurableFile.Destroy(PathOf(recipient));
            var count = Destroyed + 1;
            DurableFile.Write(CountPath, System.Text.Encoding.ASCII.GetBytes(count.ToString(CultureInfo.InvariantCulture)));
            var tombstone = new Tombstone(recipient, DestructionLevel.OverwrittenFile, cause, count, DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds()));
            DurableFile.Write(Path.Combine(graves, recipient.Value), DomainJson.ToBytes(tombstone));
            return tombstone;
        }
    }

    /// <summary>The gravestone of a key that is gone, made now if a crash kept it from being made then.</summary>
    internal Tombstone Grave(Digest recipient, DestructionCause cause, DateTimeOffset now)
    {
        var path = Path.Combine(graves, recipient.Value);
        if (!File.Exists(path))
            DurableFile.Write(path, DomainJson.ToBytes(new Tombstone(recipient, DestructionLevel.OverwrittenFile, cause, Destroyed, DateTimeOffset.FromUnixTimeMilliseconds(now.ToUnixTimeMilliseconds()))));

        return DomainJson.FromBytes<Tombstone>(File.ReadAllBytes(path), 4_000);
    }

    private string CountPath => Path.Combine(folder, "destroyed");

    private string PathOf(Digest recipient) => Path.Combine(identities, recipient.Value);
}
