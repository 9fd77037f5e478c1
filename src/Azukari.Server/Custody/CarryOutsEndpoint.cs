using Azukari.Domain;
using Azukari.Domain.Closing;
using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents;
using Azukari.Server.Transport;

namespace Azukari.Server.Custody;

/// <summary>Where every carry-out stands, as the record tells.</summary>
internal static class CarryOutsEndpoint
{
    internal static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/carry-outs", (HttpContext context) => Results.Ok(All(Admitted.Of(context).Facts)))
            .WithName("ListCarryOuts").WithSummary("Every carry-out, oldest first").Produces<IReadOnlyList<CarryOutJson>>();
        group.MapGet("/carry-outs/{id}", (string id, HttpContext context) => All(Admitted.Of(context).Facts).FirstOrDefault(carryOut => carryOut.Id == id) is { } found ? Results.Ok(found) : Problems.NotFound)
            .WithName("ReadCarryOut").WithSummary("One carry-out").Produces<CarryOutJson>().ProducesProblem(404);
    }

    private static IReadOnlyList<CarryOutJson> All(Engagement facts) =>
        [.. facts.CarryOuts.Values.OrderBy(carryOut => carryOut.Asked.At).ThenBy(carryOut => carryOut.Id.Value, StringComparer.Ordinal).Select(carryOut => CarryOutJson.Of(facts, carryOut))];
}

/// <summary>One carry-out in numbers and codes. Instants are Unix milliseconds; what has not happened yet is null.</summary>
internal sealed record CarryOutJson(
    string Id, string Phase, bool Outside, long? People, long? Records, IReadOnlyList<string> Holders, string? Courier, string? At, long? EraseBy, KeysJson? Key, string? Answer, long? ClosedAt)
{
    internal static CarryOutJson Of(Engagement facts, CarryOut carryOut)
    {
        var (contents, leg) = (Contents.Of(carryOut), carryOut.Custody?.Now);
        string StateOf(Digest key) => Keys.StateOf(facts, carryOut, key).ToString();

        return new(
            carryOut.Id.Value, Phases.PhaseOf(facts, carryOut).ToString(), Home.IsOutside(facts, carryOut), contents?.People, contents?.Records,
            [.. (leg?.Holders ?? []).Select(holder => holder.Value)], leg?.Courier?.Company.Value, leg?.At?.Value, carryOut.Plan.Window?.EraseBy.ToUnixTimeMilliseconds(),
            carryOut.Permit is { Keys: var keys } ? new(StateOf(keys.Owner), StateOf(keys.Contractor), StateOf(keys.Destination)) : null,
            contents?.Key.GetType().Name, carryOut.Closed?.At.ToUnixTimeMilliseconds());
    }
}

/// <summary>The state of the key in each of the three hands (R20).</summary>
internal sealed record KeysJson(string Owner, string Contractor, string Destination);
