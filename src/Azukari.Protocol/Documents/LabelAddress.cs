using Azukari.Domain;
using Azukari.Protocol.Signatures;

namespace Azukari.Protocol.Documents;

/// <summary>Where the symbol on a label leads: the custody page of a carry-out, or, for a stranger, the page on which it is reported (R13).</summary>
public static class LabelAddress
{
    /// <summary>The address. Whoever has it can report and nothing else; it opens nothing.</summary>
    /// <param name="origin">The service's public name.</param>
    /// <param name="engagement">The engagement.</param>
    /// <param name="carryOut">The carry-out.</param>
    /// <param name="sealNumber">The number on the seal; it shows that the reporter has the label before them.</param>
    public static string Of(WebOrigin origin, EngagementId engagement, CarryOutId carryOut, string sealNumber) => $"{origin}{PathOf(engagement, carryOut)}?seal={Uri.EscapeDataString(sealNumber)}";

    /// <summary>The path, which needs no encoding: codes have only what addresses may have.</summary>
    public static string PathOf(EngagementId engagement, CarryOutId carryOut) => $"/engagements/{engagement}/carry-outs/{carryOut}/label";
}
