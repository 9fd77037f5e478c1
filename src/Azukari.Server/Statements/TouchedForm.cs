using System.Buffers.Text;
using System.Globalization;
using Azukari.Domain;
using Azukari.Protocol;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Signatures;

namespace Azukari.Server.Statements;

/// <summary>What comes back from a form that asked for a passkey. Nothing in it is believed: the signature says what was signed, the record whose key it is.</summary>
internal sealed class TouchedForm(IFormCollection form)
{
    private const int LongestBlob = 8192, LongestMessage = 100_000, MostPapers = 16;

    internal string Credential => Text("credential", People.CredentialTable.LongestId);

    internal string Proposal => Text("proposal", 64);

    internal string Back => Azukari.Pages.Back.Of(Text("back", 2048));

    internal Digest On => new(Text("on", 64));

    internal Role Role => Enum.TryParse<Role>(Text("role", 64), out var role) && Enum.IsDefined(role) ? role : throw Malformed();

    internal DateTimeOffset Until => long.TryParse(Text("until", 20), NumberStyles.None, CultureInfo.InvariantCulture, out var until) && until < 253_402_300_800_000
        ? DateTimeOffset.FromUnixTimeMilliseconds(until) : throw Malformed();

    /// <summary>The act as it stood in the form.</summary>
    internal SignedAct Message => SignedAct.Read(Bytes("message", LongestMessage));

    /// <summary>The passkey's answer in the form in which the record keeps it.</summary>
    internal byte[] Assertion => Passkey.Pack(Bytes("authenticatorData", LongestBlob), Bytes("clientData", LongestBlob), Bytes("signature", LongestBlob));

    /// <summary>The papers beside the act, such as a text whose commitment it names.</summary>
    internal IReadOnlyList<byte[]> Papers => form["paper"] is { Count: <= MostPapers } papers ? [.. papers.Select(paper => Decoded(paper ?? "", LongestMessage))] : throw Malformed();

    internal byte[] Bytes(string field, int longest) => Decoded(Text(field, longest), longest);

    internal string Text(string field, int longest) => form[field] is [{ } text] && text.Length <= longest ? text : throw Malformed();

    private static byte[] Decoded(string text, int longest)
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

    private static ProtocolException Malformed() => new(ProtocolFault.Malformed, "the form is not as it was given out");
}
