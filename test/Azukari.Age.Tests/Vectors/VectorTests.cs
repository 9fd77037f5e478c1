using System.Security.Cryptography;

namespace Azukari.Age.Tests;

public sealed class VectorTests
{
    // A reader that looks for the end before it opens a chunk releases less than the kit lists, and never anything else.
    private static readonly HashSet<string> ReleasedLess = new(StringComparer.Ordinal)
    {
        "armor_garbage_encoded", "stream_no_final_full", "stream_no_final_two_chunks_full", "stream_trailing_garbage_long",
        "stream_trailing_garbage_short", "stream_two_final_chunks", "stream_two_final_chunks_full", "stream_two_final_chunks_second",
    };

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

    private static void AssertReleased(string name, Vector vector, byte[] released)
    {
        if (vector.PayloadDigest is not { } digest)
        {
            Assert.Empty(released);
        }
        else if (!ReleasedLess.Contains(name))
        {
            Assert.Equal(digest, Convert.ToHexStringLower(SHA256.HashData(released)));
        }
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
