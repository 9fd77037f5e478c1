using System.Buffers.Binary;
using Azukari.Domain.Engagements;
using Azukari.Protocol;
using Azukari.Protocol.Ledger;
using Azukari.TransparencyLog;

namespace Azukari.Holder;

/// <summary>This side's own copy of the record: every entry replayed through the rules, every checkpoint compared, before anything is cosigned or released.</summary>
/// <remarks>Once something does not fit, the alarm stays up: nothing is cosigned or given any more. Destroying goes on (R32).</remarks>
internal sealed class Follower(HolderSettings settings, ServiceLink service, HolderKeys keys, ILogger<Follower> log) : IDisposable
{
    private readonly SemaphoreSlim one = new(1);
    private readonly CompactRange tree = new();
    private readonly string recordPath = Path.Combine(settings.Data, "record");
    private bool isLoaded;

    internal Engagement Facts { get; private set; } = Engagement.Nothing;

    internal string? Alarm { get; private set; }

    internal TreeHash Root => tree.Root();

    /// <summary>Follows to the newest entry, and cosigns it. Throws <see cref="HttpRequestException"/> when the service does not answer.</summary>
    internal async Task FollowAsync(CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            Load();
            if (Alarm is not null) return;

            while (await service.EntriesAsync(Facts.NextSeq, cancellation) is { Length: > 0 } bundle) Take(bundle);
            if (Facts.Founding is { } founding) await CosignAsync(founding, cancellation);
        }
        catch (Exception fault) when (fault is ProtocolException or ReplayException or LogException)
        {
            Alarm = fault.Message;
            HolderLog.Alarm(log, settings.Engagement.Value, fault.Message);
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private void Take(byte[] bundle)
    {
        using var file = new FileStream(recordPath, FileMode.Append, FileAccess.Write);
        for (var rest = bundle.AsMemory(); rest.Length > 0;)
        {
            var length = rest.Length >= 2 ? BinaryPrimitives.ReadUInt16BigEndian(rest.Span) : int.MaxValue;
            if (length > rest.Length - 2) throw new ReplayException("the service sent a cut entry");

            Add(rest.Slice(2, length).Span);
            file.Write(rest.Span[..(2 + length)]);
            rest = rest[(2 + length)..];
        }

        file.Flush(flushToDisk: true);
    }

    private void Add(ReadOnlySpan<byte> entry)
    {
        var leaf = MerkleTree.LeafHash(entry);
        if (Facts.Founding is null && leaf.ToHex() != settings.Genesis.Value) throw new ReplayException("the record begins with another genesis");

        Facts = Replay.Next(Facts, entry, new(leaf.ToHex()));
        tree.Append(leaf);
    }

    private async Task CosignAsync(FoundEngagement founding, CancellationToken cancellation)
    {
        var note = SignedNote.Parse(await service.CheckpointAsync(cancellation));
        var checkpoint = Checkpoint.Parse(note.Text.Span);
        note.Verify(NoteVerifier.Parse(founding.LogKey)); // Throws unless the engagement's log signed it.
        if (checkpoint.Origin != founding.LogOrigin) throw new ReplayException("the checkpoint is of another log");
        if (checkpoint.Size != tree.Size) return; // An entry came in between; the next round sees it.
        if (checkpoint.Root != tree.Root()) throw new ReplayException("the checkpoint is of another history than the one that was shown here");
        if (note.Signatures.Any(line => line.Name == keys.Witness.Verifier.Name && line.KeyId == keys.Witness.Verifier.KeyId)) return;

        var cosignature = keys.Witness.Cosign(note.Text.Span, service.Now.ToUnixTimeSeconds());
        await service.CosignedAsync(new SignedNote(note.Text.Span, [cosignature]).ToBytes(), cancellation);
    }

    /// <summary>What was followed before a restart, replayed again.</summary>
    private void Load()
    {
        if (isLoaded) return;

        isLoaded = true;
        if (!File.Exists(recordPath)) return;

        var rest = File.ReadAllBytes(recordPath).AsMemory();
        while (rest.Length >= 2 && BinaryPrimitives.ReadUInt16BigEndian(rest.Span) is var length && length <= rest.Length - 2)
        {
            Add(rest.Slice(2, length).Span);
            rest = rest[(2 + length)..];
        }

        // A crash while writing leaves a cut last entry; it is asked for again.
        if (rest.Length > 0)
        {
            using var file = new FileStream(recordPath, FileMode.Open, FileAccess.Write);
            file.SetLength(file.Length - rest.Length);
        }
    }
}
