using Azukari.Protocol;
using Azukari.Protocol.Ledger;

namespace Azukari.Server.Transport;

/// <summary>R32, R35: an act that only makes data less reachable is held back by nothing but its own signatures: not by who delivers it, nor by a wrong clock, nor by a crowd.</summary>
internal static class SafetyDoor
{
    internal static bool IsBefore(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && request.Path.Value is { } path && path.StartsWith("/api/v1/engagements/", StringComparison.Ordinal) && path.EndsWith("/acts", StringComparison.Ordinal);

    /// <summary>Whether the body is such an act. Whether it counts is for its signatures and the rules.</summary>
    internal static bool IsOpenFor(HttpRequest request, byte[] body)
    {
        if (!IsBefore(request)) return false;

        try
        {
            return SignedAct.Read(body).Act.IsSafety;
        }
        catch (ProtocolException)
        {
            return false; // No act at all: then the ordinary door says why.
        }
    }
}
