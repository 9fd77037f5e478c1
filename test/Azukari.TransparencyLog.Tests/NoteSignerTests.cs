using System.Runtime.CompilerServices;
using System.Text;

namespace Azukari.TransparencyLog.Tests;

public sealed class NoteSignerTests
{
    [Fact]
    public void A_seed_gives_the_key_of_RFC_8032()
    {
        byte[] seed = Convert.FromHexString("9d61b19deffd5a60ba844af492ec2cc44449c5697b326919703bac031cae7f60");
        using NoteSigner signer = new("a", NoteAlgorithm.Ed25519, seed);
        Assert.Equal("d75a980182b10ab7d54bfed3c964073a0ee172f3daa62325af021a68f707511a", Convert.ToHexStringLower(signer.Verifier.PublicKey.Span));
    }

    [Fact]
    public void A_key_survives_in_its_seed()
    {
        using NoteSigner first = NoteSigner.Generate("a", NoteAlgorithm.CosignatureV1);
        byte[] seed = new byte[NoteSigner.SeedSize];
        first.CopySeedTo(seed);
        using NoteSigner second = new("a", NoteAlgorithm.CosignatureV1, seed);
        Assert.Equal(first.Verifier, second.Verifier);
    }

    [Fact]
    public void Two_new_keys_differ()
    {
        using NoteSigner first = NoteSigner.Generate("a", NoteAlgorithm.Ed25519);
        using NoteSigner second = NoteSigner.Generate("a", NoteAlgorithm.Ed25519);
        Assert.NotEqual(first.Verifier, second.Verifier);
    }

    [Fact]
    public void A_key_has_one_use()
    {
        Assert.Throws<InvalidOperationException>(() => Keys.City.Sign("a\n"u8));
        Assert.Throws<InvalidOperationException>(() => Keys.Log.Cosign("a\n"u8, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => Keys.City.Cosign("a\n"u8, -1));
    }

    [Fact]
    public void A_disposed_key_is_overwritten_and_signs_nothing()
    {
        NoteSigner signer = NoteSigner.Generate("a", NoteAlgorithm.Ed25519);
        byte[] secret = SecretOf(signer);
        Assert.Contains(secret, octet => octet != 0);
        signer.Dispose();
        Assert.All(secret, octet => Assert.Equal(0, octet));
        Assert.Throws<ObjectDisposedException>(() => signer.Sign("a\n"u8));
        Assert.Throws<ObjectDisposedException>(() => signer.CopySeedTo(new byte[32]));
    }

    [UnsafeAccessor(UnsafeAccessorKind.Field, Name = "secret")]
    private static extern ref byte[] SecretOf(NoteSigner signer);

    [Theory]
    [InlineData(0)]
    [InlineData(1_700_000_000)]
    [InlineData(long.MaxValue)]
    public void A_cosignature_tells_its_time(long time)
    {
        byte[] text = new Checkpoint(Keys.Origin, 0, MerkleTree.EmptyRoot).ToText();
        NoteSignature line = Keys.City.Cosign(text, time);
        Assert.Equal(72, line.Signature.Length);
        Assert.Equal(time, Keys.City.Verifier.Verify(text, line).Time);
    }

    [Fact]
    public void A_cosignature_with_another_time_or_without_one_is_refused()
    {
        byte[] text = "a\n"u8.ToArray();
        byte[] signature = Keys.City.Cosign(text, 7).Signature.ToArray();
        void Refuse(byte[] wrong) =>
            Keys.Refused(LogFault.Signature, () => Keys.City.Verifier.Verify(text, new("city.example/w", Keys.City.Verifier.KeyId, wrong)));
        Refuse([.. signature[..7], 8, .. signature[8..]]);
        Refuse(signature[8..]);
        Refuse(signature[..7]);
        Refuse([.. signature, 0]);
    }

    [Theory]
    [InlineData("-9223372036854775808")]
    [InlineData("9223372036854775808")]
    public void A_time_of_two_to_the_63_is_refused_even_if_the_witness_signed_it(string written)
    {
        using NoteSigner plain = new("city.example/w", NoteAlgorithm.Ed25519, Keys.Seed("city.example/w"));
        byte[] signed = plain.Sign(Encoding.ASCII.GetBytes($"cosignature/v1\ntime {written}\na\n")).Signature.ToArray();
        NoteSignature line = new("city.example/w", Keys.City.Verifier.KeyId, (byte[])[0x80, 0, 0, 0, 0, 0, 0, 0, .. signed]);
        Keys.Refused(LogFault.Signature, () => Keys.City.Verifier.Verify("a\n"u8, line));
    }

    [Fact]
    public void A_cosignature_is_a_signature_over_the_message_of_the_specification()
    {
        byte[] text = "a\n1\nb\n"u8.ToArray();
        using NoteSigner plain = new("city.example/w", NoteAlgorithm.Ed25519, Keys.Seed("city.example/w"));
        byte[] signed = plain.Sign("cosignature/v1\ntime 1679315147\na\n1\nb\n"u8).Signature.ToArray();
        Assert.Equal([0, 0, 0, 0, 0x64, 0x18, 0x50, 0xcb, .. signed], Keys.City.Cosign(text, 1_679_315_147).Signature.ToArray());
    }
}
