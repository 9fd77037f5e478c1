using Azukari.Domain;
using Azukari.Protocol.Ledger;
using Azukari.Server.Pages;
using Azukari.Server.Storage;
using Azukari.Server.Transport;

namespace Azukari.Server.Statements;

/// <summary>A person stands in front of a station with the own telephone: types the code that only its screen shows, reads what is signed, touches the passkey. The station fetches the signature (R11).</summary>
/// <remarks>Whether the code is the one on the screen is for the station to see: what answers another code is nobody's presence, and is never fetched.</remarks>
internal sealed class AtStationPage(Database database, FrontDoor door, TimeProvider clock)
{
    private const int LongestCode = 32;

    internal static void Map(RouteGroupBuilder pages) => pages.MapGet("/engagements/{engagement}/at-station/{station}", (string station, HttpContext context, AtStationPage page) => page.Show(station, context));

    internal static void MapProgram(RouteGroupBuilder journey) => journey
        .MapGet("/signatures/{nonce}", (string engagement, string nonce, HttpContext context, AtStationPage page) => page.FetchAsync(engagement, nonce, context))
        .WithName("FetchSignatures").WithSummary("A station fetches what people signed for the code that it shows").Produces<byte[]>(200, "application/octet-stream").ProducesProblem(403);

    private IResult Show(string station, HttpContext context)
    {
        var (visit, frame, asked) = (Visit.Of(context), door.Frame(context), context.Request.Query);
        var at = visit.At!;
        var typed = asked["code"].FirstOrDefault() ?? "";
        if (!Code.IsValid(station) || !at.Facts.Stations.ContainsKey(new(station)) || typed.Length > LongestCode) return Faults.NotFound(frame);

        var code = PresenceCode.Read(typed);
        var presence = code is null ? new Presence(new(station), Replay.Nothing) : PresenceCode.Of(new(station), code);
        if (StationAct.Of(at.Facts, name => asked[name] is [var value] ? value : null, presence) is not { } act) return Faults.NotFound(frame);

        return Page.Of<AtStationView>(new
        {
            Frame = frame,
            Engagement = at.Id,
            at.Facts,
            Station = station,
            Credential = visit.Passkey.Id,
            Typed = typed,
            IsSigned = asked.ContainsKey("signed"),
            Act = act,
            Asked = code is null ? null : Asked.Of(at.Facts, at.Person, act, at.Now),
            Hidden = StationAct.FieldsOf(act),
        });
    }

    /// <summary>To the station that showed the code, and to nobody else.</summary>
    private async Task<IResult> FetchAsync(string engagement, string nonce, HttpContext context)
    {
        var admitted = Admitted.Of(context);
        var waiting = await ProposalTable.AllAsync(database, engagement, clock.GetUtcNow(), context.RequestAborted);
        var found = waiting.Select(proposal => proposal.SoFar).Where(signed => StationAct.PresenceOf(signed.Act) is { } presence && presence.Nonce.Value == nonce
            && admitted.Facts.Stations.TryGetValue(presence.Station, out var station) && station.Key.Id.Value == admitted.KeyId);
        return Results.Bytes(Message.Of(new(engagement), found).Write(), "application/octet-stream");
    }
}
