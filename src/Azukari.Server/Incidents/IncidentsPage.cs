using Azukari.Domain;
using Azukari.Domain.Incidents;
using Azukari.Server.Pages;

namespace Azukari.Server.Incidents;

/// <summary>Incidents of an engagement, the open ones on top, and the room of each (R24 to R27).</summary>
internal sealed class IncidentsPage(FrontDoor door)
{
    internal static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/engagements/{engagement}/incidents", (HttpContext context, IncidentsPage page) => page.List(context));
        pages.MapGet("/engagements/{engagement}/incidents/{id}", (string id, HttpContext context, IncidentsPage page) => page.Show(id, context));
    }

    internal static string PathOf(string engagement, IncidentId? incident = null) => $"/engagements/{engagement}/incidents{(incident is null ? "" : $"/{incident}")}";

    internal static Incident? Find(Membership at, string id) => Code.IsValid(id) ? at.Facts.FindIncident(new(id)) : null;

    private IResult List(HttpContext context)
    {
        var (at, frame) = (Visit.Of(context).At!, door.Frame(context));
        return Page.Of<IncidentsView>(new { Frame = frame, At = new Place(at.Id, at.Facts), Incidents = at.Facts.Incidents.OrderByDescending(incident => incident.IsOpen).ThenByDescending(incident => incident.Newest.At).ToArray() });
    }

    private IResult Show(string id, HttpContext context)
    {
        var (at, frame) = (Visit.Of(context).At!, door.Frame(context));
        return Find(at, id) is { } incident
            ? Page.Of<IncidentView>(new { Frame = frame, At = new Place(at.Id, at.Facts), Room = IncidentRoom.Of(at.Facts, incident, at.Person.Id) })
            : Faults.NotFound(frame);
    }
}
