using System.Diagnostics;
using System.Security.Cryptography;
using Azukari.Protocol.Signatures;
using Azukari.Testing;

namespace Azukari.Protocol.Tests.Signatures;

/// <summary>A passkey's assertion as a signature that anybody checks offline.</summary>
public sealed class PasskeyTests : IDisposable
{
    private const string At = "https://azukari.city.example";
    private static readonly byte[] Challenge = SHA256.HashData("a statement"u8);
    private readonly SoftPasskey passkey = new();

    private PublicKey Key => PublicKey.FromSpki(passkey.PublicKey);

    [Fact]
    public void It_fits_its_key_its_origin_and_its_challenge() => Assert.True(Fits(passkey.Sign(At, Challenge)));

    [Fact]
    public void A_device_that_adds_extensions_is_heard() => Assert.True(Fits(passkey.Sign(SoftPasskey.Said(At, Challenge), 0x85, "azukari.city.example", [0xA0])));

    [Fact]
    public void It_fits_nothing_else()
    {
        using var another = new SoftPasskey();
        var good = passkey.Sign(At, Challenge);

        Assert.False(Fits(another.Sign(At, Challenge)));
        Assert.False(Fits(passkey.Sign(At, SHA256.HashData("another statement"u8))));
        Assert.False(Fits(passkey.Sign("https://azukari.city.example.evil.example", Challenge)));
        Assert.False(Fits(passkey.Sign("https://evil.example", Challenge, rpId: "azukari.city.example")));
        Assert.False(Fits(passkey.Sign(At, Challenge, rpId: "evil.example")));
        Assert.False(Passkey.Verify(Pack(good), Key, WebOrigin.Parse("https://azukari.city.example:8443"), Challenge));
    }

    [Theory]
    [InlineData(0x00)]
    [InlineData(0x01)]
    [InlineData(0x04)]
    [InlineData(0x45)]
    [InlineData(0x85)]
    public void Nobody_there_nobody_recognised_a_new_credential_or_extensions_that_are_not_there(byte flags) => Assert.False(Fits(passkey.Sign(At, Challenge, flags)));

    [Theory]
    [InlineData("\"webauthn.get\"", "\"webauthn.create\"")]
    [InlineData("\"crossOrigin\":false", "\"crossOrigin\":true")]
    [InlineData("\"crossOrigin\":false", "\"topOrigin\":\"https://evil.example\"")]
    [InlineData("\"crossOrigin\":false", "\"origin\":\"https://evil.example\"")]
    [InlineData("\"crossOrigin\":false", "\"crossOrigin\":\"no\"")]
    [InlineData("{", "[")]
    public void What_the_browser_says_has_to_be_right(string from, string to)
    {
        var said = SoftPasskey.Said(At, Challenge).Replace(from, to, StringComparison.Ordinal);
        Assert.False(Fits(passkey.Sign(said, SoftPasskey.Recognised, "azukari.city.example")));
    }

    [Fact]
    public void Bytes_behind_the_device_or_behind_all_are_refused()
    {
        Assert.False(Fits(passkey.Sign(SoftPasskey.Said(At, Challenge), SoftPasskey.Recognised, "azukari.city.example", [0])));
        Assert.False(Passkey.Verify([.. Pack(passkey.Sign(At, Challenge)), 0], Key, WebOrigin.Parse(At), Challenge));
    }

    [Fact]
    public void No_byte_can_be_changed_and_none_left_out()
    {
        var blob = Pack(passkey.Sign(At, Challenge));
        for (var at = 0; at < blob.Length; at++)
        {
            var changed = blob.ToArray();
            changed[at] ^= 1;
            Assert.False(Passkey.Verify(changed, Key, WebOrigin.Parse(At), Challenge), $"byte {at}");
            Assert.False(Passkey.Verify(blob.AsSpan(..at), Key, WebOrigin.Parse(At), Challenge), $"{at} bytes");
        }
    }

    [Fact]
    public void Of_the_two_spellings_of_a_signature_one_is_ours()
    {
        for (var n = 0; n < 20; n++) Assert.True(Fits(passkey.Sign(At, Challenge))); // Half of what devices write has the high s.

        var blob = Pack(passkey.Sign(At, Challenge));
        var order = new System.Numerics.BigInteger(Convert.FromHexString("FFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551"), isUnsigned: true, isBigEndian: true);
        var high = (order - new System.Numerics.BigInteger(blob.AsSpan(^32..), isUnsigned: true, isBigEndian: true)).ToByteArray(isUnsigned: true, isBigEndian: true);
        high.CopyTo(blob.AsSpan(^high.Length..));

        Assert.False(Passkey.Verify(blob, Key, WebOrigin.Parse(At), Challenge));
    }

    [Fact]
    public void What_is_no_signature_is_not_packed()
    {
        var good = passkey.Sign(At, Challenge);
        foreach (var signature in new byte[][] { [], [0x30, 0], [.. good.Signature, 0], good.Signature[1..] })
            Assert.Equal(ProtocolFault.Malformed, Assert.Throws<ProtocolException>(() => Passkey.Pack(good.AuthenticatorData, good.ClientData, signature)).Fault);
        Assert.Throws<ProtocolException>(() => Passkey.Pack(good.AuthenticatorData, new byte[Passkey.MaxBytes], good.Signature));
    }

    [Fact]
    public void Openssl_agrees()
    {
        using var folder = new TempFolder();
        var answer = passkey.Sign(At, Challenge);
        File.WriteAllText(folder.File("key.pem"), PemEncoding.WriteString("PUBLIC KEY", passkey.PublicKey));
        File.WriteAllBytes(folder.File("signed"), [.. answer.AuthenticatorData, .. SHA256.HashData(answer.ClientData)]);
        File.WriteAllBytes(folder.File("signature"), answer.Signature);

        Assert.Contains("Verified OK", Openssl("dgst", "-sha256", "-verify", folder.File("key.pem"), "-signature", folder.File("signature"), folder.File("signed")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://azukari.city.example", "azukari.city.example")]
    [InlineData("https://azukari.city.example:8443", "azukari.city.example")]
    [InlineData("https://intranet", "intranet")]
    [InlineData("http://localhost:5080", "localhost")]
    public void An_origin_names_its_relying_party(string origin, string rpId) => Assert.Equal(rpId, WebOrigin.Parse(origin).RpId);

    [Theory]
    [InlineData("http://azukari.city.example")]
    [InlineData("https://192.168.0.1")]
    [InlineData("https://[::1]")]
    [InlineData("http://127.0.0.1:5080")]
    [InlineData("https://Azukari.city.example")]
    [InlineData("https://azukari.city.example/")]
    [InlineData("https://azukari.city.example:443")]
    [InlineData("https://azukari.city.example:70000")]
    [InlineData("https://user@azukari.city.example")]
    [InlineData("https://azukari.city.example\n")]
    [InlineData("")]
    public void What_is_none_is_refused(string text) => Assert.Throws<ProtocolException>(() => WebOrigin.Parse(text));

    public void Dispose() => passkey.Dispose();

    private bool Fits(Assertion answer) => Passkey.Verify(Pack(answer), Key, WebOrigin.Parse(At), Challenge);

    private static byte[] Pack(Assertion answer) => Passkey.Pack(answer.AuthenticatorData, answer.ClientData, answer.Signature);

    private static string Openssl(params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo("openssl", arguments) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            return process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
        }
        catch (System.ComponentModel.Win32Exception missing) when (Environment.GetEnvironmentVariable("CI") != "true")
        {
            Assert.Skip($"openssl is not here: {missing.Message}");
            throw;
        }
    }
}
