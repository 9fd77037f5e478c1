using System.IO.Compression;
using System.Text;

namespace Azukari.Evidence.Tests;

public sealed class BundleTests : IDisposable
{
    private readonly SmallEngagement engagement = new();

    [Fact]
    public void A_bundle_verifies_against_the_genesis_on_paper_and_says_what_was_checked()
    {
        var report = BundleVerifier.Verify(engagement.Bundle(), engagement.Genesis);

        Assert.Equal(4, report.Entries);
        Assert.Equal(7, report.PersonSignatures);
        Assert.Equal(6, report.SoftwareSignatures); // The seventh is a passkey's.
        Assert.True(report.State.People[new("p-officer")].Seen);
    }

    [Fact]
    public void Every_single_byte_that_is_flipped_is_refused()
    {
        var bundle = engagement.Bundle();
        var believed = new List<int>();

        Parallel.For(0, bundle.Length, place =>
        {
            var flipped = bundle.ToArray();
            flipped[place] ^= (byte)(1 << (place % 8));
            if (IsBelieved(flipped)) lock (believed) believed.Add(place);
        });

        Assert.Empty(believed);
    }

    [Fact]
    public void A_bundle_that_is_cut_at_any_place_or_extended_is_refused()
    {
        var bundle = engagement.Bundle();
        var believed = 0;

        Parallel.For(0, bundle.Length, length =>
        {
            if (IsBelieved(bundle[..length])) Interlocked.Increment(ref believed);
        });

        Assert.Equal(0, believed);
        Assert.False(IsBelieved([.. bundle, 0]));
        Assert.False(IsBelieved([.. bundle, .. bundle]));
    }

    [Fact]
    public void Members_in_another_order_twice_or_compressed_are_refused()
    {
        var files = CanonicalZip.Read(engagement.Bundle());

        Assert.False(IsBelieved(CanonicalZip.Write([.. files.Reverse()])));
        Assert.False(IsBelieved(CanonicalZip.Write([.. files, files[^1]])));
        Assert.False(IsBelieved(CanonicalZip.Write([.. files, ("documents/extra.json", Encoding.UTF8.GetBytes("{}"))])));
        Assert.False(IsBelieved(CanonicalZip.Write([.. files.Where(file => !file.Name.EndsWith("03.json", StringComparison.Ordinal))])));
        Assert.False(IsBelieved(Compressed(files)));
    }

    [Fact]
    public void Another_genesis_than_the_one_on_paper_is_refused()
    {
        using var other = new SmallEngagement();

        Assert.Equal(EvidenceFault.OtherGenesis, Fault(() => BundleVerifier.Verify(engagement.Bundle(), other.Genesis)));
    }

    [Fact]
    public void Both_witnesses_must_have_seen_the_log() =>
        Assert.Equal(EvidenceFault.Checkpoint, Fault(() => BundleVerifier.Verify(engagement.BundleWithoutContractor(), engagement.Genesis)));

    [Fact]
    public void An_entry_that_the_rules_refuse_is_found_out_though_log_and_witnesses_signed_it()
    {
        engagement.Smuggle();

        Assert.Equal(EvidenceFault.Decision, Fault(() => BundleVerifier.Verify(engagement.Bundle(), engagement.Genesis)));
    }

    [Fact]
    public void Any_unzip_opens_a_bundle()
    {
        using var zip = new ZipArchive(new MemoryStream(engagement.Bundle()));

        Assert.Equal(["README.txt", "subject", "checkpoint", "entries/00000000.json", "entries/00000001.json", "entries/00000002.json", "entries/00000003.json"], zip.Entries.Select(entry => entry.FullName));
        using var reader = new StreamReader(zip.GetEntry("entries/00000000.json")!.Open());
        Assert.Equal(Encoding.UTF8.GetString(engagement.Entries[0]), reader.ReadToEnd());
    }

    public void Dispose() => engagement.Dispose();

    private bool IsBelieved(byte[] bundle)
    {
        try
        {
            BundleVerifier.Verify(bundle, engagement.Genesis);
            return true;
        }
        catch (EvidenceException)
        {
            return false;
        }
    }

    private static EvidenceFault Fault(Func<VerificationReport> verify) => Assert.Throws<EvidenceException>(() => verify()).Fault;

    private static byte[] Compressed(IEnumerable<(string Name, ReadOnlyMemory<byte> Content)> files)
    {
        using var output = new MemoryStream();
        using (var zip = new ZipArchive(output, ZipArchiveMode.Create, leaveOpen: true))
        {
            foreach (var (name, content) in files)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(content.Span);
            }
        }

        return output.ToArray();
    }
}
