using System.Text.Json;
using System.Text.Json.Nodes;
using Azukari.Protocol;
using Azukari.Protocol.Signatures;
using Azukari.TransparencyLog;

namespace Azukari.Server.Engagements;

/// <summary>A side's two public keys as <c>azukari-holder init</c> prints them.</summary>
internal sealed record HolderShown(PublicKey Signing, string Witness)
{
    private const int Longest = 4096;

    /// <summary>Null where the text is no such thing.</summary>
    internal static HolderShown? Read(string text)
    {
        if (text.Length > Longest) return null;

        try
        {
            var shown = JsonNode.Parse(text) as JsonObject;
            if ((shown?["signingKey"], shown?["witnessKey"]) is not (JsonValue signing, JsonValue witness)) return null;

            var line = witness.GetValue<string>();
            return NoteVerifier.Parse(line).Algorithm == NoteAlgorithm.CosignatureV1 ? new(PublicKey.Parse(signing.GetValue<string>()), line) : null;
        }
        catch (Exception fault) when (fault is JsonException or ProtocolException or LogException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }
}
