using System.Security.Cryptography;

namespace Azukari.Age.Tests;

// Where the platform has no ChaCha20-Poly1305 the same code runs on libsodium; both must write and read the same bytes.
public sealed class AeadTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(16)]
    [InlineData(65536)]
    public void The_platform_and_libsodium_agree_in_place_as_well(int size)
    {
        var key = RandomNumberGenerator.GetBytes(32);
        var nonce = RandomNumberGenerator.GetBytes(12);
        var plaintext = Sizes.Plaintext(size);
        using var platform = new Aead(key, onPlatform: true);
        using var sodium = new Aead(key, onPlatform: false);
        var expected = new byte[size + 16];
        platform.Seal(nonce, plaintext, expected);

        foreach (var aead in new[] { platform, sodium })
        {
            byte[] place = [.. plaintext, .. new byte[16]];
            aead.Seal(nonce, place.AsSpan(0, size), place);
            Assert.Equal(expected, place);
            Assert.True(aead.TryOpen(nonce, place, place.AsSpan(0, size)));
            Assert.Equal(plaintext, place[..size]);
            Assert.False(aead.TryOpen(nonce, [.. expected.AsSpan(0, size), .. new byte[16]], new byte[size]));
        }
    }
}
