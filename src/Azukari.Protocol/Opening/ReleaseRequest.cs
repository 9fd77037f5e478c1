using Azukari.Domain;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Signatures;

namespace Azukari.Protocol.Opening;

/// <summary>The opening station asks both holders for their layers. It signs that itself, so that whoever carries the request asks for nothing of their own (design §7).</summary>
/// <param name="Engagement">The engagement.</param>
/// <param name="CarryOut">The case.</param>
/// <param name="Arrival">The leaf of the arrival that was confirmed; a request for another arrival is another request.</param>
/// <param name="Station">The station's key.</param>
/// <param name="Signature">SSHSIG in <see cref="Namespace"/> over the four others in canonical JSON.</param>
public sealed record ReleaseRequest(EngagementId Engagement, CarryOutId CarryOut, Digest Arrival, Digest Station, byte[] Signature)
{
    /// <summary>The SSHSIG namespace.</summary>
    public const string Namespace = "azukari.request.v1";

    /// <summary>The HTTP header in which it travels, in base64 of its canonical JSON.</summary>
    public const string Header = "Azukari-Request";

    /// <summary>The largest request, in bytes.</summary>
    public const int MaxBytes = 4_000;

    /// <summary>A request signed by the station.</summary>
    public static ReleaseRequest Create(EngagementId engagement, CarryOutId carryOut, Digest arrival, SigningKey station)
    {
        var unsigned = new ReleaseRequest(engagement, carryOut, arrival, new(station.PublicKey.KeyId), []);
        return unsigned with { Signature = Sshsig.Sign(station, Namespace, DomainJson.ToBytes(unsigned)) };
    }

    /// <summary>Whether it is signed with this key.</summary>
    public bool IsBy(PublicKey key) => key.KeyId == Station.Value && Sshsig.Verify(Signature, key, Namespace, DomainJson.ToBytes(this with { Signature = [] }));
}
