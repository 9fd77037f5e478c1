using System.Threading.RateLimiting;
using Azukari.Server.Pages;

namespace Azukari.Server.Transport;

/// <summary>How much one address may ask at once: a full bucket, filled again by a tenth of it every second.</summary>
/// <remarks>An act is let through to the door even when the bucket is empty, because it may be one that only makes data less reachable (R32).</remarks>
internal sealed class Crowd(Settings settings) : IDisposable
{
    private static readonly object Mark = new();

    private readonly PartitionedRateLimiter<HttpContext> buckets = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        RateLimitPartition.GetTokenBucketLimiter(context.Connection.RemoteIpAddress?.ToString() ?? "", _ => new()
        {
            TokenLimit = settings.Burst,
            TokensPerPeriod = Math.Max(1, settings.Burst / 10),
            ReplenishmentPeriod = TimeSpan.FromSeconds(1),
        }));

    internal async Task AdmitAsync(HttpContext context, RequestDelegate next)
    {
        using var lease = buckets.AttemptAcquire(context);
        if (!lease.IsAcquired) context.Items[Mark] = true;

        if (lease.IsAcquired || SafetyDoor.IsBefore(context.Request)) await next(context);
        else await Faults.AnswerAsync(context, StatusCodes.Status429TooManyRequests);
    }

    /// <summary>Whether this request came although its address had asked too much.</summary>
    internal static bool IsOver(HttpContext context) => context.Items.ContainsKey(Mark);

    public void Dispose() => buckets.Dispose();
}
