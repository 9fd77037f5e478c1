using Azukari.Age;
using Azukari.Domain;
using Azukari.Domain.Closing;
using Azukari.Protocol;
using Azukari.Protocol.Ledger;

namespace Azukari.Shared;

/// <summary>The one-time identities and their gravestones. One lock: while a key is used it is not destroyed, and once it is being destroyed nobody gets it.</summary>
/// <remarks>
/// A destruction goes: forgotten in memory; overwritten with its reason, flushed; <c>.key</c> becomes <c>.dead</c>; tombstone; <c>.dead</c> removed. A crash at any of these leaves either the key
/// or the evidence that it is gone, never neither. The running count is that of the tombstones, so the two cannot part.
/// </remarks>
internal sealed class IdentityShelf
{
    private const string Living = ".key", Dead = ".dead", Stone = ".json";
    private readonly Lock gate = new();
    private readonly string identities, tombstones;
    private readonly Dictionary<Digest, DateTimeOffset> born = [];
    private readonly HashSet<Digest> unreadable = [];
    private readonly Dictionary<Digest, DestructionCause?> dying = [];
    private readonly Dictionary<Digest, Tombstone> stones = [];
    private readonly HashSet<Digest> illegible = [];

    internal IdentityShelf(string folder)
    {
        (identities, tombstones) = (Path.Combine(folder, "identities"), Path.Combine(folder, "tombstones"));
        foreach (var place in new[] { identities, tombstones })
        {
            DurableFile.MakeFolder(place);
            DurableFile.Clean(place);
        }

        foreach (var file in Directory.GetFiles(tombstones, "*" + Stone)) TakeUpStone(file);
        foreach (var file in Directory.GetFiles(identities)) TakeUp(file);
    }

    /// <summary>How many keys this holder has destroyed; never falls.</summary>
    internal long Destroyed { get { lock (gate) return stones.Values.Select(stone => stone.Count).DefaultIfEmpty().Max(); } }

    internal IReadOnlyList<Tombstone> Tombstones { get { lock (gate) return [.. stones.Values.OrderBy(stone => stone.Count)]; } }

    /// <summary>Keys that live, and since when; those too that the disk does not give, for they are to be destroyed like every other.</summary>
    internal IReadOnlyList<KeyValuePair<Digest, DateTimeOffset>> Alive { get { lock (gate) return [.. born]; } }

    /// <summary>Keys whose destruction was begun and has no tombstone yet.</summary>
    internal IReadOnlyList<Digest> Dying { get { lock (gate) return [.. dying.Keys]; } }

    /// <summary>Keys that live and that the disk does not give. They serve nobody; the disk is asked again at each use.</summary>
    internal IReadOnlyList<Digest> Unreadable { get { lock (gate) return [.. unreadable]; } }

    /// <summary>Keys that are dead, as the name of their tombstone's file says, and whose tombstone the disk does not give. They serve nobody; the tombstone comes from the record, or is written anew.</summary>
    internal IReadOnlyList<Digest> Illegible { get { lock (gate) return [.. illegible]; } }

    internal bool Lives(Digest recipient) { lock (gate) return born.ContainsKey(recipient) && !IsUnreadable(recipient); }

    /// <summary>Whether the key is here and the disk does not give it.</summary>
    internal bool IsUnreadable(Digest recipient) { lock (gate) return unreadable.Contains(recipient) && Read(recipient) is null && unreadable.Contains(recipient); }

    internal Tombstone? TombstoneOf(Digest recipient) { lock (gate) return stones.GetValueOrDefault(recipient); }

    /// <summary>A fresh identity, durable before anybody hears of it.</summary>
    internal Digest Make(DateTimeOffset now)
    {
        using var identity = HybridIdentity.Generate();
        var name = StoredIdentity.NameOf(identity);
        lock (gate)
        {
            StoredIdentity.Write(PathOf(name, Living), identity, now);
            born.Add(name, now);
        }

        return name;
    }

    /// <summary>Lets a living identity do something, or returns null when there is none.</summary>
    internal T? Use<T>(Digest recipient, Func<HybridIdentity, T> use) where T : class
    {
        lock (gate)
        {
            if (!born.ContainsKey(recipient) || Read(recipient) is not { } read) return null;
            using var identity = read.Identity;
            return use(identity);
        }
    }

    /// <summary>Destroys a key and then writes it down; a second call returns the same tombstone. Null when there never was such a key here: nothing is attested.</summary>
    /// <param name="recipient">The key.</param>
    /// <param name="cause">Why; a destruction that was begun keeps the reason that it was begun for.</param>
    /// <param name="now">The time of this computer.</param>
    /// <exception cref="IOException">The disk failed. The key gives nothing any more and stays among <see cref="Dying"/>.</exception>
    internal Tombstone? Destroy(Digest recipient, DestructionCause cause, DateTimeOffset now)
    {
        lock (gate)
        {
            if (born.Remove(recipient)) dying.Add(recipient, cause);
            unreadable.Remove(recipient);
            if (!dying.TryGetValue(recipient, out var begun)) return stones.GetValueOrDefault(recipient);

            var (living, dead) = (PathOf(recipient, Living), PathOf(recipient, Dead));
            if (File.Exists(living))
            {
                StoredIdentity.Overwrite(living, begun ?? cause);
                DurableFile.Move(living, dead);
            }

            if (!stones.TryGetValue(recipient, out var stone))
            {
                stone = new(recipient, DestructionLevel.OverwrittenFile, begun ?? cause, stones.Values.Select(known => known.Count).DefaultIfEmpty().Max() + 1, now);
                DurableFile.Write(Path.Combine(tombstones, recipient.Value + Stone), DomainJson.ToBytes(stone));
                Remember(stone);
            }

            DurableFile.Remove(dead);
            dying.Remove(recipient);
            illegible.Remove(recipient);
            return stone;
        }
    }

    /// <summary>Takes over a gravestone of ours that only the record remembers: the machine that wrote it is gone, and the count must not fall.</summary>
    internal void Adopt(Tombstone stone)
    {
        lock (gate)
        {
            if (stones.ContainsKey(stone.Recipient) || born.ContainsKey(stone.Recipient) || dying.ContainsKey(stone.Recipient)) return; // What is here is destroyed here.

            DurableFile.Write(Path.Combine(tombstones, stone.Recipient.Value + Stone), DomainJson.ToBytes(stone));
            Remember(stone);
        }
    }

    /// <summary>What the record remembers of a tombstone that the disk does not give. The key itself, where it is still here, is destroyed like every other whose destruction was cut off.</summary>
    internal void Recall(Tombstone stone)
    {
        lock (gate)
        {
            if (!illegible.Contains(stone.Recipient)) return;

            Remember(stone);
            try
            {
                DurableFile.Write(Path.Combine(tombstones, stone.Recipient.Value + Stone), DomainJson.ToBytes(stone));
                illegible.Remove(stone.Recipient);
            }
            catch (IOException)
            {
                // It stands in memory and in the record; the next start says again that it cannot be read here.
            }
        }
    }

    private void Remember(Tombstone stone) => stones[stone.Recipient] = stone;

    /// <summary>A tombstone that cannot be read is one all the same: its key was destroyed before it was written. What it said is missing, and that is a destruction to be finished.</summary>
    private void TakeUpStone(string file)
    {
        try
        {
            Remember(DomainJson.FromBytes<Tombstone>(File.ReadAllBytes(file), 4096));
        }
        catch (Exception damaged) when (damaged is IOException or UnauthorizedAccessException or ProtocolException && IsDigest(Path.GetFileNameWithoutExtension(file)))
        {
            var name = new Digest(Path.GetFileNameWithoutExtension(file));
            illegible.Add(name);
            dying.Add(name, null);
        }
    }

    /// <summary>What a file in the folder is after a start: a living key, one that the disk does not give, or a destruction to be finished.</summary>
    private void TakeUp(string file)
    {
        if (!IsDigest(Path.GetFileNameWithoutExtension(file))) return;

        var name = new Digest(Path.GetFileNameWithoutExtension(file));
        var isLiving = Path.GetExtension(file) == Living && !stones.ContainsKey(name) && !illegible.Contains(name);
        var read = isLiving ? Read(name) : null;
        using var identity = read?.Identity;

        if (identity is not null && StoredIdentity.NameOf(identity) == name) born.Add(name, read!.Value.Born);
        else if (isLiving && unreadable.Contains(name)) born.Add(name, File.GetLastWriteTimeUtc(file)); // Written once, when it was made.
        else dying[name] = CauseIn(file);
    }

    /// <summary>The key in its file; null where a destruction was begun, or the disk does not give it, which is remembered. One bad block keeps no other key from serving, or from dying.</summary>
    private (HybridIdentity Identity, DateTimeOffset Born)? Read(Digest recipient)
    {
        try
        {
            var read = StoredIdentity.TryRead(PathOf(recipient, Living));
            unreadable.Remove(recipient);
            return read;
        }
        catch (IOException)
        {
            unreadable.Add(recipient);
            return null;
        }
    }

    private static DestructionCause? CauseIn(string file)
    {
        try
        {
            return StoredIdentity.TryReadCause(file);
        }
        catch (IOException)
        {
            return null; // Whoever finishes it finds a cause in the record.
        }
    }

    private static bool IsDigest(string name) => name.Length == 64 && name.All(char.IsAsciiHexDigitLower);

    private string PathOf(Digest recipient, string kind) => Path.Combine(identities, recipient.Value + kind);
}
