using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents;
using Azukari.Server.Transport;

namespace Azukari.Server.Custody;

/// <summary>Where every carry-out stands, as the record tells.</summary>
internal static class CarryOutsEndpoint
{
    internal static void Map(RouteGroupBuilder group)
    {
        group.MapGet("/carry-outs", (HttpContext context) => Results.Ok(All(Admitted.Of(context).Facts))).WithName("ListCarryOuts").Produces<IReadOnlyList<CarryOutJson>>();
        group.MapGet("/carry-outs/{id}", (string id, HttpContext context) =>
            All(Admitted.Of(context).Facts).FirstOrDefault(carryOut => carryOut.Id == id) is { } found ? Results.Ok(found) : Problems.Of(404, "not-found", "there is no such case"))
            .WithName("ReadCarryOut").Produces<CarryOutJson>().ProducesProblem(404);
    }

    internal static IReadOnlyList<CarryOutJson> All(Engagement facts) => [.. facts.CarryOuts.Values.OrderBy(carryOut => carryOut.Asked.At).Select(carryOut => CarryOutJson.Of(facts, carryOut))];
}

/// <summary>One carry-out in numbers and codes. Instants are Unix milliseconds.</summary>
internal sealed record CarryOutJson(
    string Id, string Phase, bool Outside, long? People, long? Records, IReadOnlyList<string> Holders, string? Courier, string? At, long? EraseBy, IReadOnlyList<string> Keys, string? Answer, long? ClosedAt)
{
    internal static CarryOutJson Of(Engagement facts, CarryOut carryOut)
    {
        var (contents, leg) = (Contents.Of(carryOut), carryOut.Custody?.Now);
        return new(
            carryOut.Id.Value, Phases.PhaseOf(facts, carryOut).ToString(), Home.IsOutside(facts, carryOut), contents?.People, contents?.Records,
            [.. (leg?.Holders ?? []).Select(holder => holder.Value)], leg?.Courier?.Company.Value, leg?.At?.Value, carryOut.Plan.Window?.EraseBy.ToUnixTimeMilliseconds(),
            [.. Home.KeysOf(carryOut).Select(key => Domain.Closing.Keys.StateOf(facts, carryOut, key).ToString())], contents?.Key.GetType().Name, carryOut.Closed?.At.ToUnixTimeMilliseconds());
    }
}
