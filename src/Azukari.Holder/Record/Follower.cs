using System.Buffers.Binary;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Holder.Http;
using Azukari.Holder.Vault;
using Azukari.TransparencyLog;

namespace Azukari.Holder.Record;

/// <summary>What came of looking at the log.</summary>
internal enum Followed
{
    /// <summary>Everything that the log's newest checkpoint covers is replayed here.</summary>
    Current,

    /// <summary>The service has no such engagement yet.</summary>
    NotFounded,

    /// <summary>No answer, or one that nobody signed: it says nothing about anything.</summary>
    Unreachable,

    /// <summary>The service shows less than it has shown before.</summary>
    Stale,

    /// <summary>The alarm is raised.</summary>
    Alarmed,
}

/// <summary>The other side's holder's word for what time it was.</summary>
/// <param name="Size">How many entries it had seen then.</param>
/// <param name="At">By its own clock.</param>
internal sealed record OthersTime(long Size, DateTimeOffset At);

/// <summary>Follows the engagement's log and believes nobody: each entry is replayed, each root recomputed, and what was seen once is never given up.</summary>
internal sealed class Follower(HolderSettings settings, HolderKeys keys, IdentityShelf shelf, RecordFile file, ServerClient server, Alarm alarm, ILogger log) : IDisposable
{
    private readonly SemaphoreSlim one = new(1, 1);
    private volatile Trail trail = Trail.Nothing;
    private volatile Trail heard = Trail.Nothing;
    private volatile SignedNote? newest;
    private volatile OthersTime? other;

    /// <summary>The facts that a checkpoint covers; what is released is decided on these.</summary>
    internal Engagement Facts => trail.Facts;

    /// <summary>The furthest facts that could be replayed, under whatever root; what must die is decided on these.</summary>
    internal Engagement Heard => heard.Facts;

    internal Trail Trail => trail;

    /// <summary>When the other side's holder last signed a checkpoint that we replayed; null before the first. It is a clock that nobody here can turn.</summary>
    internal OthersTime? Other => other;

    /// <summary>The log's newest checkpoint, if it is the one that <see cref="Trail"/> ends at.</summary>
    internal SignedNote? Newest => newest;

    /// <summary>Takes up the record from disk, replaying it again.</summary>
    internal void Load()
    {
        try
        {
            if (file.Load() is not var (entries, note)) return;

            var (reached, wrong) = Trail.Nothing.After(entries, settings, keys);
            var checkpoint = Checkpoint.Parse(note.Text.Span);
            heard = reached;
            if (wrong is not null || reached.Signers(note, checkpoint) is null || reached.RootAt(checkpoint.Size) != checkpoint.Root) alarm.Raise(AlarmCode.RecordDamaged);
            else trail = reached;
        }
        catch (Exception damaged) when (damaged is LogException or InvalidDataException or FileNotFoundException)
        {
            alarm.Raise(AlarmCode.RecordDamaged);
        }

        CompareTombstones();
    }

    internal async Task<Followed> FollowAsync(CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            return alarm.IsRaised ? await ListenAsync(cancellation) : await LookAsync(cancellation);
        }
        catch (LogException)
        {
            return Followed.Unreachable; // An answer of another shape is no answer.
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task<Followed> LookAsync(CancellationToken cancellation)
    {
        newest = null;
        var answer = await server.GetAsync($"checkpoint?have={trail.Size}", cancellation);
        if (answer is { Status: StatusCodes.Status404NotFound } && trail.Size == 0) return Followed.NotFounded;
        if (answer is not { Status: StatusCodes.Status200OK }) return Followed.Unreachable;

        var note = SignedNote.Parse(answer.Body);
        var checkpoint = Checkpoint.Parse(note.Text.Span);
        if (trail.Size > 0 && trail.Signers(note, checkpoint) is null) return Followed.Unreachable;
        if (await EntriesUpToAsync(checkpoint.Size, cancellation) is not { } further) return Followed.Unreachable;

        var (reached, wrong) = trail.After(further, settings, keys);
        heard = reached;
        if (wrong is null && trail.Size == 0 && reached.Signers(note, checkpoint) is null) return Followed.Unreachable;
        if (wrong is null && (checkpoint.Size == reached.Size ? reached.Root : reached.RootAt(checkpoint.Size)) != checkpoint.Root) wrong = AlarmCode.Fork;
        if (wrong is not null) return Alarmed(wrong, answer.Body);

        return Adopt(reached, further, note, checkpoint);
    }

    private Followed Adopt(Trail reached, IReadOnlyList<ReadOnlyMemory<byte>> further, SignedNote note, Checkpoint checkpoint)
    {
        if (further.Count > 0)
        {
            file.Append(further, note);
            trail = reached;
            HolderLog.Followed(log, reached.Size);
        }

        if (checkpoint.Size < trail.Size) return Followed.Stale;

        CompareTombstones();
        if (alarm.IsRaised) return Followed.Alarmed;

        newest = note;
        HearOther(note, checkpoint);
        return Followed.Current;
    }

    /// <summary>The entries from ours up to that size, or null when they do not come.</summary>
    private async Task<IReadOnlyList<ReadOnlyMemory<byte>>?> EntriesUpToAsync(long size, CancellationToken cancellation)
    {
        var further = new List<ReadOnlyMemory<byte>>();
        for (var from = trail.Size; from < size; from = trail.Size + further.Count)
        {
            if (await PageAsync(from, cancellation) is not { Count: > 0 } page) return null;
            further.AddRange(page.Take(checked((int)Math.Min(size - from, Tile.FullWidth))));
        }

        return further;
    }

    /// <summary>Under the alarm nothing is adopted any more, but a kill that can still be replayed is heard (R32).</summary>
    private async Task<Followed> ListenAsync(CancellationToken cancellation)
    {
        if (await PageAsync(heard.Size, cancellation) is { } page) heard = heard.After(page, settings, keys).Reached;
        return Followed.Alarmed;
    }

    private async Task<List<ReadOnlyMemory<byte>>?> PageAsync(long from, CancellationToken cancellation) =>
        await server.GetAsync($"entries?from={from}", cancellation) is { Status: StatusCodes.Status200OK, Body: var body } ? Split(body) : null;

    private static List<ReadOnlyMemory<byte>> Split(ReadOnlyMemory<byte> bundle)
    {
        var entries = new List<ReadOnlyMemory<byte>>();
        for (var rest = bundle; !rest.IsEmpty; rest = rest[(sizeof(ushort) + entries[^1].Length)..])
        {
            var length = rest.Length < sizeof(ushort) ? int.MaxValue : BinaryPrimitives.ReadUInt16BigEndian(rest.Span);
            if (length > rest.Length - sizeof(ushort)) throw new LogException(LogFault.Bundle, "an entry bundle is cut short");
            entries.Add(rest.Slice(sizeof(ushort), length));
        }

        return entries;
    }

    private void HearOther(SignedNote note, Checkpoint checkpoint)
    {
        var founding = trail.Facts.Founding!;
        var witness = NoteVerifier.Parse((settings.Side == Side.Owner ? founding.Contractor : founding.Owner).WitnessKey);
        foreach (var signer in trail.Signers(note, checkpoint, witness) ?? [])
            if (signer.By.Equals(witness) && signer.Time is { } second) other = new(checkpoint.Size, DateTimeOffset.FromUnixTimeSeconds(second));
    }

    /// <summary>Tombstones of ours that we do not know: this folder is a copy from before, and what it holds was destroyed.</summary>
    private void CompareTombstones()
    {
        var recorded = heard.Facts.Keys.Values.Where(key => key.DepositedWith == keys.Id && key.Death is not null).Select(key => key.Death!.Tombstone).ToArray();
        foreach (var stone in recorded) shelf.Recall(stone); // Before they are counted: a bad block is no copy from before.
        if (recorded.Select(stone => stone.Count).DefaultIfEmpty().Max() <= shelf.Destroyed) return;

        alarm.Raise(AlarmCode.Restored);
        foreach (var stone in recorded) shelf.Adopt(stone); // So that it can go on once a person has looked.
    }

    private Followed Alarmed(string why, byte[] evidence)
    {
        alarm.Raise(why, evidence);
        return Followed.Alarmed;
    }
}
