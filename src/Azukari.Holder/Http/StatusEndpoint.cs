using Azukari.Domain;
using Azukari.Holder.Kill;
using Azukari.Holder.Record;

namespace Azukari.Holder.Http;

/// <summary>What a holder says of itself, to anybody whose key the record knows: counts and codes.</summary>
internal sealed class StatusEndpoint(HolderSettings settings, Knock knock, Follower follower, Stock stock, IdentityShelf shelf, Overdue overdue, Alarm alarm)
{
    internal async Task<IResult> HandleAsync(HttpRequest request)
    {
        if (await Bodies.ReadAsync(request) is not { } body) return Problems.TooLarge;
        if (knock.Admit(request, body, out var refusal) is null) return refusal;

        var trail = follower.Trail;
        var side = settings.Side == Side.Owner ? "owner" : "contractor";
        return Results.Ok(new Status(side, trail.Size, trail.Root.ToBase64(), stock.Unnamed(follower.Facts).Count(), shelf.Destroyed, overdue.Count, shelf.Unreadable.Count, alarm.Code));
    }

    private sealed record Status(string Side, long Size, string Root, int Stock, long Destroyed, int Stopped, int Unreadable, string? Alarm);
}
