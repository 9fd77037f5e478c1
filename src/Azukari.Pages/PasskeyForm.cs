using System.Buffers.Text;
using Azukari.Protocol;
using Azukari.Protocol.Signatures;

namespace Azukari.Pages;

/// <summary>What comes back from a form that asked for a passkey. Nothing in it is believed: the signature says what was signed, the record whose key it is.</summary>
/// <param name="form">The form; every field comes once, and none longer than was asked for.</param>
public class PasskeyForm(IFormCollection form)
{
    private const int LongestBlob = 8192, LongestKey = 1000;

    /// <summary>The passkey's answer in the form in which the record keeps it.</summary>
    /// <exception cref="ProtocolException"><see cref="ProtocolFault.Malformed"/>.</exception>
    public byte[] Assertion => Passkey.Pack(Bytes("authenticatorData", LongestBlob), Bytes("clientData", LongestBlob), Bytes("signature", LongestBlob));

    /// <summary>The public key of a passkey that was made.</summary>
    /// <exception cref="ProtocolException"><see cref="ProtocolFault.Malformed"/>: no key on P-256.</exception>
    public PublicKey Made => PublicKey.FromSpki(Bytes("key", LongestKey));

    /// <summary>A field in base64url.</summary>
    public byte[] Bytes(string field, int longest) => Decoded(Text(field, longest), longest);

    /// <summary>A field as it is.</summary>
    public string Text(string field, int longest) => form[field] is [{ } text] && text.Length <= longest ? text : throw Malformed();

    /// <summary>The fields.</summary>
    protected IFormCollection Form => form;

    /// <summary>Base64url that stands in a field.</summary>
    protected static byte[] Decoded(string text, int longest)
    {
        try
        {
            return text.Length <= longest ? Base64Url.DecodeFromChars(text) : throw Malformed();
        }
        catch (FormatException)
        {
            throw Malformed();
        }
    }

    /// <summary>The form is none that we gave out.</summary>
    protected static ProtocolException Malformed() => new(ProtocolFault.Malformed, "the form is not as it was given out");
}
