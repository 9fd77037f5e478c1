using System.Security.Cryptography;
using System.Text;

namespace Azukari.Age.Tests;

// Each file of the shared kit, seen four ways: read forward, read at random offsets, inspected without a key, written again.
public sealed class VectorTests
{
    // In these the end of the file proves nothing about its first chunk, which opens before the fault is met.
    private static readonly string[] SoundAtBothEnds = ["stream_two_final_chunks", "stream_two_final_chunks_full", "stream_two_final_chunks_second"];

    // A reader that looks for the end before it opens a chunk releases less here than the kit lists.
    private static readonly string[] ReleasedLess =
    [
        .. SoundAtBothEnds, "armor_garbage_encoded", "stream_no_final_full", "stream_no_final_two_chunks_full", "stream_trailing_garbage_long",
        "stream_trailing_garbage_short",
    ];

    public static TheoryData<string> Names => [.. Kit.Names()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Reading_forward_gives_what_the_kit_expects(string name)
    {
        var vector = Vector.Load(name);
        using var released = new MemoryStream();

        var fault = FaultOf(() =>
        {
            using var reader = AgeFile.OpenReader(new MemoryStream(vector.Binary()), vector.Identities());
            reader.CopyTo(released);
        });

        Assert.Equal(vector.Fault, fault);
        AssertReleased(name, vector, released.ToArray());
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Reading_at_random_offsets_never_gives_anything_else(string name)
    {
        var vector = Vector.Load(name);
        var opened = false;

        var fault = FaultOf(() =>
        {
            using var reader = AgeFile.OpenSeekable(new MemoryStream(vector.Binary()), vector.Identities());
            opened = true;
            var plaintext = new byte[reader.Length];
            reader.ReadExactly(plaintext);
            Assert.Equal(vector.PayloadDigest, Convert.ToHexStringLower(SHA256.HashData(plaintext)));
            AssertSameAtOffsets(plaintext, reader);
        });

        Assert.Equal(vector.Fault, fault);
        Assert.Equal(fault is null || SoundAtBothEnds.Contains(name), opened);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Inspecting_needs_no_key_and_tells_the_sizes(string name)
    {
        var vector = Vector.Load(name);
        AgeInspection? seen = null;

        var fault = FaultOf(() => seen = AgeFile.Inspect(new MemoryStream(vector.Binary())));

        // A stanza that breaks the rules of its own type still obeys the grammar, and only its identity can tell.
        var grammatical = vector.Fault is not (AgeFault.HeaderFailure or AgeFault.ArmorFailure);
        var typed = name.StartsWith("x25519", StringComparison.Ordinal) || name.StartsWith("hybrid", StringComparison.Ordinal)
            || name.StartsWith("scrypt", StringComparison.Ordinal);
        if (grammatical || fault is not null || !typed)
        {
            Assert.Equal(grammatical ? null : vector.Fault, fault);
        }

        if (vector.Fault is null)
        {
            Assert.Equal(TrialReader.Release(vector).Length, seen!.PlaintextSize);
            Assert.Equal(name is "hybrid" or "armor_hybrid" or "hybrid_multiple_recipients", seen.PostQuantum);
            Assert.Equal(name is "hybrid" or "armor_hybrid", seen.HasExactlyOneHybridStanza);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void What_can_be_read_can_be_written_back_byte_for_byte(string name)
    {
        var vector = Vector.Load(name);
        if (FaultOf(() => HeaderOf(vector.Binary())) is not null)
        {
            return; // cannot be read; the other views say with which fault
        }

        var file = vector.Binary();
        var header = HeaderOf(file);
        if (vector.Fault is not AgeFault.HmacFailure)
        {
            Assert.Equal(header.Raw, HeaderWriter.Write(header.Stanzas, vector.FileKey));
        }

        if (vector.Fault is null)
        {
            Assert.Equal(file.AsSpan(header.Raw.Length), Resealed(vector, file, header.Raw.Length));
        }

        if (vector.Armored)
        {
            var text = Encoding.ASCII.GetString(vector.File).Replace("\r", "", StringComparison.Ordinal).Trim();
            Assert.Equal(text, Encoding.ASCII.GetString(AgeArmor.Encode(file)).Trim());
        }
    }

    private static HeaderBlock HeaderOf(byte[] file) => HeaderParser.Parse(AgeHeader.Split(file.AsMemory()).Header.ToArray());

    private static ReadOnlySpan<byte> Resealed(Vector vector, byte[] file, int nonceAt)
    {
        var plaintext = TrialReader.Release(vector);
        var remainder = new byte[HeaderBlock.NonceSize + PayloadSizes.Sealed(plaintext.Length)];
        file.AsSpan(nonceAt, HeaderBlock.NonceSize).CopyTo(remainder);
        using var key = FileKeys.PayloadKey(vector.FileKey, remainder.AsSpan(0, HeaderBlock.NonceSize));
        WholePayload.Seal(plaintext, remainder.AsSpan(HeaderBlock.NonceSize), key);
        return remainder;
    }

    private static void AssertSameAtOffsets(byte[] plaintext, Stream reader)
    {
        var random = new Random(plaintext.Length);
        for (var i = 0; i < 50; i++)
        {
            var offset = random.Next(plaintext.Length + 1);
            var part = new byte[Math.Min(plaintext.Length - offset, random.Next(70_000))];
            reader.Position = offset;
            reader.ReadExactly(part);
            Assert.True(plaintext.AsSpan(offset, part.Length).SequenceEqual(part));
        }
    }

    private static void AssertReleased(string name, Vector vector, byte[] released)
    {
        if (vector.PayloadDigest is not { } digest)
        {
            Assert.Empty(released);
            return;
        }

        var most = TrialReader.Release(vector);
        Assert.Equal(digest, Convert.ToHexStringLower(SHA256.HashData(most)));
        Assert.True(most.AsSpan().StartsWith(released));
        Assert.True(released.Length == most.Length || ReleasedLess.Contains(name));
    }

    private static AgeFault? FaultOf(Action reading)
    {
        try
        {
            reading();
            return null;
        }
        catch (AgeException refusal)
        {
            return refusal.Fault;
        }
    }
}
