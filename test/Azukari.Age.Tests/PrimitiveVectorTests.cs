using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Geralt;

namespace Azukari.Age.Tests;

// What others have computed: RFC 7748, the X-Wing draft's appendix, and the HPKE working group's vectors for age's suite.
public sealed partial class PrimitiveVectorTests
{
    [Theory]
    [InlineData(1, "422c8e7a6227d7bca1350b3e2bb7279f7897b87bb6854b783c60e80311ae3079")]
    [InlineData(1_000, "684cf59ba83309552800ef566f2f4d3c1c3887c49360e3875f2eb94d99532c51")]
    public void X25519_repeated(int times, string expected) => Assert.Equal(expected, Repeated(times));

    [Fact]
    [Trait("Run", "deep")]
    public void X25519_repeated_a_million_times() => Assert.Equal("7c3911e0ab2586fd864497297e575e6f3bc601c0883c30df5f4dd2d24f665424", Repeated(1_000_000));

    [Theory]
    [InlineData("a546e36bf0527c9d3b16154b82465edd62144c0ac1fc5a18506a2244ba449ac4", "e6db6867583030db3594c1a424b15f7c726624ec26b3353b10a903a6d0ab1c4c", "c3da55379de9c6908e94ea4df28d084f32eccf03491c71f754b4075577a28552")]
    [InlineData("4b66e9d4d1b4673c5ad22691957d6af5c11b6421e0ea01d42ca4169e7918ba0d", "e5210f12786811d3f4b7959d0538ae2c31dbe7106fc03c3efc4cd549c715a493", "95cbde9476e8907d7aade45cb4b873f88b595a68799fa152e6f8f7647aac7957")]
    public void X25519_once(string scalar, string point, string expected)
    {
        var shared = new byte[32];
        X25519.ComputeSharedSecret(shared, Convert.FromHexString(scalar), Convert.FromHexString(point));
        Assert.Equal(expected, Convert.ToHexStringLower(shared));
    }

    [Theory]
    [InlineData(
        "7f9c2ba4e88f827d616045507605853ed73b8093f6efbc88eb1a6eacfa66ef26",
        "3cb1eea988004b93103cfb0aeefd2a686e01fa4a58e8a3639ca8a1e3f9ae57e235b8cc873c23dc62b8d260169afa2f75ab916a58d974918835d25e6a435085b2",
        "d2df0522128f09dd8e2c92b1e905c793d8f57a54c3da25861f10bf4ca613e384")]
    [InlineData(
        "badfd6dfaac359a5efbb7bcc4b59d538df9a04302e10c8bc1cbf1a0b3a5120ea",
        "17cda7cfad765f5623474d368ccca8af0007cd9f5e4c849f167a580b14aabdefaee7eef47cb0fca9767be1fda69419dfb927e9df07348b196691abaeb580b32d",
        "f2e86241c64d60f6649fbc6c5b7d17180b780a3f34355e64a85749949c45f150")]
    [InlineData(
        "ef58538b8d23f87732ea63b02b4fa0f4873360e2841928cd60dd4cee8cc0d4c9",
        "22a96188d032675c8ac850933c7aff1533b94c834adbb69c6115bad4692d8619f90b0cdf8a7b9c264029ac185b70b83f2801f2f4b3f70c593ea3aeeb613a7f1b",
        "953f7f4e8c5b5049bdc771d1dffada0dd961477d1a2ae0988baa7ea6898d893f")]
    public void XWing(string seed, string randomness, string expected)
    {
        var (_, ciphertext, sent) = Encapsulated(seed, randomness);
        var received = new byte[32];
        Geralt.XWing.Decapsulate(received, ciphertext, Convert.FromHexString(seed));

        Assert.Equal([expected, expected], [Convert.ToHexStringLower(sent), Convert.ToHexStringLower(received)]);
    }

    // KEM 0x647a, KDF 1, AEAD 3: the one suite that age uses. Key and ciphertext are compared by digest, since each has more than a kilobyte.
    [Fact]
    public void Hpke_of_the_hybrid_suite()
    {
        var (recipient, ciphertext, shared) = Encapsulated(
            "b3f98b03126a431ccecc62ae0f68e102c2d8e1cc7b21ba85d821d8e31761e0f8",
            "a3a869097e0241158eca5dc6c9e695f9e0d2ee5db51c09c435aab69d56509a43d94ff76d7d47cf79ecf75394261236cec024bd849cc782e14f7f0738af83daed");
        Assert.Equal("120b60e0ae3c00c1c9def1c61aeb12de710bfa49646ae6f99a7e564b25ace493", Convert.ToHexStringLower(SHA256.HashData(recipient)));
        Assert.Equal("3a7ef30fb815e75b7f0f16f5bab5c36250882d94ea0f776cc2241cdd3b36b480", Convert.ToHexStringLower(SHA256.HashData(ciphertext)));
        Assert.Equal("b90cf181d95351d1091569487caaf6c3434eeb181a2c4c04631980ce139afa67", Convert.ToHexStringLower(shared));

        var (key, nonce) = (new byte[32], new byte[12]);
        Hpke.Schedule(shared, Convert.FromHexString("34663634363532303666366532303631323034373732363536333639363136653230353537323665"), key, nonce);

        Assert.Equal("4a4c042267e8ec360c83b2baf0d5e3dcca73a86531cdf67ec41d95bccfe12387", Convert.ToHexStringLower(key));
        Assert.Equal("5ddfaaee10a4dfd0d8e1b49f", Convert.ToHexStringLower(nonce));
    }

    private static string Repeated(int times)
    {
        var (scalar, point, shared) = (new byte[32], new byte[32], new byte[32]);
        scalar[0] = point[0] = 9;
        for (var i = 0; i < times; i++)
        {
            X25519.ComputeSharedSecret(shared, scalar, point);
            (scalar, point, shared) = (shared, scalar, point);
        }

        return Convert.ToHexStringLower(scalar);
    }

    private static (byte[] Recipient, byte[] Ciphertext, byte[] Shared) Encapsulated(string seed, string randomness)
    {
        var (recipient, ciphertext, shared) = (new byte[Geralt.XWing.PublicKeySize], new byte[Geralt.XWing.CiphertextSize], new byte[Geralt.XWing.SharedSecretSize]);
        Geralt.XWing.GenerateKeyPair(recipient, new byte[Geralt.XWing.PrivateKeySize], Convert.FromHexString(seed));
        Assert.Equal(0, EncapsulateWith(ciphertext, shared, recipient, Convert.FromHexString(randomness)));
        return (recipient, ciphertext, shared);
    }

    [LibraryImport("libsodium", EntryPoint = "crypto_kem_xwing_enc_deterministic")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int EncapsulateWith(Span<byte> ciphertext, Span<byte> shared, ReadOnlySpan<byte> recipient, ReadOnlySpan<byte> randomness);
}
