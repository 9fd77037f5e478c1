using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Protocol;
using Azukari.Protocol.Ledger;
using Azukari.TransparencyLog;

namespace Azukari.Evidence;

/// <summary>The offline verifier: container, entries, signatures, enrolments, every decision by the rules, tree, cosignatures, documents (R30).</summary>
public static class BundleVerifier
{
    /// <summary>Verifies a bundle against the genesis hash that both sides have on paper.</summary>
    /// <param name="bundle">The bundle's bytes.</param>
    /// <param name="genesis">The leaf hash of the genesis entry.</param>
    /// <exception cref="EvidenceException">It proves nothing; the fault says why.</exception>
    public static VerificationReport Verify(ReadOnlyMemory<byte> bundle, Digest genesis)
    {
        var read = EvidenceBundle.Read(bundle);
        var tree = new CompactRange();
        var state = Engagement.Nothing;
        var counts = new SignatureCounts();

        foreach (var (bytes, seq) in read.Entries.Select((entry, seq) => (entry, seq)))
        {
            var leaf = MerkleTree.LeafHash(bytes.Span);
            if (seq == 0 && leaf.ToHex() != genesis.Value) throw new EvidenceException(EvidenceFault.OtherGenesis, "the first entry is not the genesis that you named");

            state = Next(state, bytes, new Digest(leaf.ToHex()), seq, counts);
            tree.Append(leaf);
        }

        if (state.Founding is not { } founding) throw new EvidenceException(EvidenceFault.Entry, "the bundle has no entries");

        var seen = CheckpointCheck.Verify(founding, read.Checkpoint, tree);
        var documents = DocumentCheck.Verify(state, read.Documents);
        var subject = read.Subject is { } id ? state.Find(id) ?? throw new EvidenceException(EvidenceFault.Document, "the bundle's subject is in none of its entries") : null;

        return new(genesis, state, subject, state.NextSeq, counts.People, counts.Machines, counts.Software, new Digest(tree.Root().ToHex()), seen.Owner, seen.Contractor, documents);
    }

    private static Engagement Next(Engagement state, ReadOnlyMemory<byte> bytes, Digest leaf, int seq, SignatureCounts counts)
    {
        try
        {
            var after = Replay.Next(state, bytes.Span, leaf);
            counts.Add(after, Entry.Read(bytes.Span).Signed);
            return after;
        }
        catch (ProtocolException fault)
        {
            throw new EvidenceException(EvidenceFault.Entry, $"entry {seq}: {fault.Message}", fault);
        }
        catch (ReplayException fault)
        {
            throw new EvidenceException(EvidenceFault.Decision, fault.Message, fault);
        }
    }

    private sealed class SignatureCounts
    {
        internal int People { get; private set; }

        internal int Machines { get; private set; }

        internal int Software { get; private set; }

        internal void Add(Engagement state, SignedAct signed)
        {
            People += signed.People.Length;
            Machines += signed.Machine is null ? 0 : 1;
            Software += signed.People.Count(person => state.People.TryGetValue(person.By.Person, out var known) && known.Key.Form == KeyForm.Software);
        }
    }
}
