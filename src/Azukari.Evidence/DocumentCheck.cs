using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Protocol;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Sealing;

namespace Azukari.Evidence;

/// <summary>Every document is named by an entry; every manifest says what its seal receipt and its permit say (design §3: permit ← manifest ← envelope ← receipt).</summary>
internal static class DocumentCheck
{
    internal static ImmutableArray<Digest> Verify(Engagement state, ImmutableArray<ReadOnlyMemory<byte>> documents)
    {
        var byDigest = documents.ToDictionary(document => Digests.Sha256(document.Span));
        var manifests = state.CarryOuts.Values.Where(carryOut => carryOut.Seal is not null).ToArray();
        var texts = state.CarryOuts.Values.SelectMany(carryOut => carryOut.Commitments())
            .Concat(state.Chain.Values.Select(node => node.Text).OfType<Digest>()).ToHashSet();

        foreach (var carryOut in manifests)
        {
            if (!byDigest.TryGetValue(carryOut.Seal!.Measured.Manifest, out var manifest)) throw new EvidenceException(EvidenceFault.Document, $"the manifest of '{carryOut.Id}' is missing");
            CheckManifest(state, carryOut, manifest);
        }

        foreach (var digest in byDigest.Keys.Where(digest => !texts.Contains(digest) && manifests.All(carryOut => carryOut.Seal!.Measured.Manifest != digest)))
            throw new EvidenceException(EvidenceFault.Document, $"no entry names the document {digest}");

        return [.. byDigest.Keys.OrderBy(digest => digest.Value, StringComparer.Ordinal)];
    }

    private static void CheckManifest(Engagement state, CarryOut carryOut, ReadOnlyMemory<byte> bytes)
    {
        var manifest = Read(bytes);
        var (receipt, permit) = (carryOut.Seal!.Measured, carryOut.Permit!);

        var agrees = manifest.Engagement == state.Founding!.Engagement && manifest.CarryOut == carryOut.Id && manifest.Permit == permit.Mark.Leaf
            && manifest.DataPackages.Length == manifest.Volumes.Length && manifest.People == receipt.People && manifest.Keys == permit.Keys
            && Same(manifest.Data, receipt.Data) && Same(manifest.Volumes, receipt.Volumes.Select(ManifestVolume.Of));

        if (!agrees) throw new EvidenceException(EvidenceFault.Document, $"the manifest of '{carryOut.Id}' does not say what its receipt says");
    }

    /// <summary>Compared as written: records with lists in them are not equal by themselves.</summary>
    private static bool Same<T>(IEnumerable<T> left, IEnumerable<T> right) => DomainJson.ToBytes(left.ToArray()).SequenceEqual(DomainJson.ToBytes(right.ToArray()));

    private static Manifest Read(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return DomainJson.FromBytes<Manifest>(bytes.Span, Manifest.MaxBytes);
        }
        catch (ProtocolException fault)
        {
            throw new EvidenceException(EvidenceFault.Document, $"a manifest is refused: {fault.Message}", fault);
        }
    }
}
