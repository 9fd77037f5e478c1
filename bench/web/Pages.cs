using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace Azukari.Web.Bench;

/// <summary>Every page that the service maps, with what an address needs to show something; a page that is new has to be named here.</summary>
internal static class Pages
{
    /// <summary>What every page is held against: it shows the same to everybody, signed in as the others are.</summary>
    internal const string Static = "/sign-in";

    /// <summary>Looked at by nobody who is signed in, not a page, or there only for the moment between two others.</summary>
    private static readonly string[] Without = ["/health", "/ready", "/openapi", "/api", "/outside/", "/language", "/sign-in", "/invitations", ".css", ".js", "/people/{person}/key", "/apply/{draft}", "/proposals/{id}", "/series/{id}", "/at-station/", "/carry-outs/{id}/series", "/found"];

    /// <summary>Whole registers and files: as long as what is in them.</summary>
    private static readonly string[] Whole = ["/documents/{kind}", "/registers/{kind}", "/bundle", "/proof", "/entry"];

    private static readonly Dictionary<string, string> Filled = new()
    {
        ["{person}"] = "c-sealer",
        ["import/{kind}"] = "import/people",
        ["{seq}"] = "30",
        ["incidents/{id}/{deed}"] = "incidents/incident-1/assign?task=1",
        ["incidents/{id}"] = "incidents/incident-1",
        ["{id}/decide"] = "{asked}/decide",
        ["{id}/urgent"] = "{asked}/urgent",
        ["{id}/label"] = "nowhere-1/label",
        ["{id}"] = "{outside}",
        ["/hand-over"] = "/hand-over?seal=A",
    };

    /// <summary>Pages that are in no route of their own.</summary>
    private static readonly string[] Besides = ["/engagements/{engagement}/carry-outs?ended", "/engagements/{engagement}/carry-outs?ended&page=20", "/engagements/{engagement}/record?person=c-sealer", "/engagements/{engagement}/record?act=ErasureConfirmedV1", "/engagements/{engagement}/people/c-sealer?do=appoint"];

    internal static IReadOnlyList<string> Of(WebApplication app) =>
    [
        .. ((IEndpointRouteBuilder)app).DataSources.SelectMany(source => source.Endpoints).OfType<RouteEndpoint>()
            .Where(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") == true).Select(endpoint => endpoint.RoutePattern.RawText!)
            .Where(route => !Without.Any(known => route.Contains(known, StringComparison.Ordinal)) && !Whole.Any(known => route.Contains(known, StringComparison.Ordinal)))
            .Select(route => Filled.Aggregate(route, (path, fill) => path.Replace(fill.Key, fill.Value, StringComparison.Ordinal))).Concat(Besides).Distinct().Order(StringComparer.Ordinal),
    ];

    /// <summary>The year's registers, whole.</summary>
    internal static IReadOnlyList<string> Registers => ["/engagements/{engagement}/documents/carry-outs", "/engagements/{engagement}/documents/media", "/engagements/{engagement}/registers/carry-outs", "/engagements/{engagement}/record/30/proof"];
}
