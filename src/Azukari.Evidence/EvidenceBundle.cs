using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using Azukari.Domain;
using Azukari.Protocol.Ledger;

namespace Azukari.Evidence;

/// <summary>The bundle that anybody can verify offline with nothing but the engagement's genesis hash (R30): every entry, the cosigned checkpoint, the documents that entries name.</summary>
/// <param name="Subject">The carry-out that the bundle is about, or null for the whole engagement.</param>
/// <param name="Entries">The stored bytes of every entry, from the genesis on.</param>
/// <param name="Checkpoint">The signed note over exactly these entries, cosigned by both key holders.</param>
/// <param name="Documents">Canonical documents, named by an entry through their SHA-256; sorted by it.</param>
public sealed record EvidenceBundle(
    CarryOutId? Subject, ImmutableArray<ReadOnlyMemory<byte>> Entries, ReadOnlyMemory<byte> Checkpoint, ImmutableArray<ReadOnlyMemory<byte>> Documents)
{
    /// <summary>The largest bundle that is read, in bytes.</summary>
    public const int MaxBytes = 256 * 1024 * 1024;

    private const string ReadMe =
        """
        Azukari evidence bundle. Verify it with: azukari verify BUNDLE --genesis HASH
        The hash is on the paper that both sides signed when the engagement began. Trust no key that stands only in here.
        エビデンス一式です。azukari verify BUNDLE --genesis HASH で検証できます。
        HASH は委託業務の開始時に双方が署名した書面にあります。この中にしかない鍵を信用しないでください。

        """;

    /// <summary>The bundle's one spelling.</summary>
    public byte[] Write() => CanonicalZip.Write(
    [
        ("README.txt", Encoding.UTF8.GetBytes(ReadMe)),
        ("subject", Encoding.UTF8.GetBytes(Subject?.Value ?? "")),
        ("checkpoint", Checkpoint),
        .. Entries.Select((entry, seq) => (string.Create(CultureInfo.InvariantCulture, $"entries/{seq:d8}.json"), entry)),
        .. Documents.Select(document => (Document: document, Digest: Digests.Sha256(document.Span).Value)).OrderBy(pair => pair.Digest, StringComparer.Ordinal)
            .Select(pair => ($"documents/{pair.Digest}.json", pair.Document)),
    ]);

    /// <summary>Reads a bundle's container. What it holds is believed by nobody before <see cref="BundleVerifier"/> has seen it.</summary>
    /// <exception cref="EvidenceException"><see cref="EvidenceFault.Container"/>: not a byte may differ from what we would write.</exception>
    public static EvidenceBundle Read(ReadOnlyMemory<byte> bytes)
    {
        var files = CanonicalZip.Read(bytes);
        ReadOnlyMemory<byte> Named(string name) => files.FirstOrDefault(file => file.Name == name) is { Name: not null } found
            ? found.Content : throw new EvidenceException(EvidenceFault.Container, $"the bundle has no '{name}'");
        ImmutableArray<ReadOnlyMemory<byte>> Under(string folder) =>
            [.. files.Where(file => file.Name.StartsWith(folder, StringComparison.Ordinal)).Select(file => file.Content)];

        var bundle = new EvidenceBundle(SubjectOf(Named("subject")), Under("entries/"), Named("checkpoint"), Under("documents/"));
        return bytes.Span.SequenceEqual(bundle.Write()) ? bundle : throw new EvidenceException(EvidenceFault.Container, "the bundle's members are not those that we would write");
    }

    private static CarryOutId? SubjectOf(ReadOnlyMemory<byte> bytes)
    {
        try
        {
            return bytes.IsEmpty ? null : new CarryOutId(Encoding.UTF8.GetString(bytes.Span));
        }
        catch (ArgumentException fault)
        {
            throw new EvidenceException(EvidenceFault.Container, "the bundle's subject is not a code", fault);
        }
    }
}
