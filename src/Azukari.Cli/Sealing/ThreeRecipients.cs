using Azukari.Age;
using Azukari.Cli.Carriers;
using Azukari.Domain.Permits;

namespace Azukari.Cli.Sealing;

/// <summary>The recipients that the permit names, taken by digest: a service that sent its own would be found out here (design §3).</summary>
internal sealed record ThreeRecipients(HybridRecipient Owner, HybridRecipient Contractor, HybridRecipient Destination)
{
    internal static async Task<ThreeRecipients> FetchAsync(Exchange exchange, ThreeKeys keys, CancellationToken cancellation) => new(
        HybridRecipient.FromRaw(await exchange.PaperAsync(keys.Owner, cancellation)),
        HybridRecipient.FromRaw(await exchange.PaperAsync(keys.Contractor, cancellation)),
        HybridRecipient.FromRaw(await exchange.PaperAsync(keys.Destination, cancellation)));
}
