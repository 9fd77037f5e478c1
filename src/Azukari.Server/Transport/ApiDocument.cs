using Microsoft.AspNetCore.OpenApi;

namespace Azukari.Server.Transport;

/// <summary>What the OpenAPI document says of the whole.</summary>
internal static class ApiDocument
{
    internal static void Describe(OpenApiOptions options) => options.AddDocumentTransformer((document, _, _) =>
    {
        document.Info.Title = "Azukari control service";
        document.Info.Version = "v1";
        document.Info.Description =
            "Everything below /api/v1 is signed by RFC 9421 (ecdsa-p256-sha256, tag azukari, covering @method, @authority, @path, @query and content-digest) with a key that the engagement's record leads to. " +
            "That signature only says who delivers: acts count by the signatures inside them, and an act that only makes data less reachable is taken from anybody. " +
            "A no is application/problem+json; its type is a stable urn:azukari:… code, and urn:azukari:refused lists every rule that speaks, in Japanese and English.";
        document.Servers?.Clear(); // Where it stands is the operator's to say, not the Host header's.
        return Task.CompletedTask;
    });
}
