using System.Collections.Immutable;
using Azukari.Cli.Carriers;
using Azukari.Domain.Permits;

namespace Azukari.Cli.Sealing;

/// <summary>The recipients that the permit names, taken by digest: a service that sent its own would be found out here (design §3).</summary>
internal static class ThreeRecipients
{
    /// <summary>Owner, contractor, destination, raw.</summary>
    internal static async Task<ImmutableArray<byte[]>> FetchAsync(Exchange exchange, ThreeKeys keys, CancellationToken cancellation)
    {
        var raw = ImmutableArray.CreateBuilder<byte[]>();
        foreach (var digest in new[] { keys.Owner, keys.Contractor, keys.Destination }) raw.Add(await exchange.PaperAsync(digest, cancellation));
        return raw.ToImmutable();
    }
}
