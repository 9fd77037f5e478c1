using System.Globalization;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Protocol;
using Azukari.Protocol.Ledger;

namespace Azukari.Holder.Kill;

/// <summary>A loss report that came here and not, or not yet, through the record.</summary>
internal sealed record HeldReport(DateTimeOffset At, Attempt Attempt, byte[] Bytes, string Path);

/// <summary>Reports of loss that the record does not have yet. Until it has them they count here as if they stood at its end: the server cannot hold a report back (R23, R32).</summary>
internal sealed class ReportBox
{
    private readonly string folder;
    private readonly Lock gate = new();
    private readonly List<HeldReport> held = [];

    internal ReportBox(string data)
    {
        folder = Path.Combine(data, "reports");
        DurableFile.MakeFolder(folder);
        DurableFile.Clean(folder);
    }

    internal IReadOnlyList<HeldReport> Held { get { lock (gate) return [.. held]; } }

    /// <summary>Takes up what was held before a restart.</summary>
    internal void Load(Engagement facts)
    {
        foreach (var path in Directory.GetFiles(folder, "*.act").Order(StringComparer.Ordinal))
        {
            var at = DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(Path.GetFileName(path).Split('-')[0], CultureInfo.InvariantCulture));
            var bytes = File.ReadAllBytes(path);
            if (TryVerify(facts, bytes) is { } attempt) held.Add(new(at, attempt, bytes, path));
        }
    }

    /// <summary>Holds a report: in memory first, so that it counts even where the disk fails.</summary>
    internal void Hold(Attempt attempt, byte[] bytes, DateTimeOffset now)
    {
        var path = Path.Combine(folder, $"{now.ToUnixTimeMilliseconds():D15}-{Digests.Sha256(bytes)}.act");
        lock (gate) held.Add(new(now, attempt, bytes, path));
        DurableFile.Write(path, bytes);
    }

    /// <summary>Lets go of what the record now has, since from there on the record says what follows.</summary>
    internal void Release(Engagement facts)
    {
        foreach (var report in Held.Where(report => report.Attempt.Signers.All(signer => facts.Used.Contains(signer.Statement))))
        {
            DurableFile.Remove(report.Path);
            lock (gate) held.Remove(report);
        }
    }

    /// <summary>The facts with what is held here at their end.</summary>
    internal Engagement Over(Engagement facts)
    {
        foreach (var report in Held)
        {
            if (Rulebook.Decide(facts, report.Attempt, report.At) is Outcome.Accepted)
                facts = facts.After(new(facts.NextSeq, report.At, Digests.Sha256(report.Bytes), report.Attempt));
        }

        return facts;
    }

    private static Attempt? TryVerify(Engagement facts, byte[] bytes)
    {
        try
        {
            return ActVerifier.Verify(facts, SignedAct.Read(bytes));
        }
        catch (ProtocolException)
        {
            return null; // It was good when it was held; a file that somebody changed since counts for nothing.
        }
    }
}
