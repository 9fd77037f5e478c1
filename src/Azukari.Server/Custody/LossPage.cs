using Azukari.Domain;
using Azukari.Domain.Incidents;
using Azukari.Protocol.Documents;
using Azukari.Server.Pages;
using Azukari.Server.Statements;
using Microsoft.AspNetCore.Mvc;

namespace Azukari.Server.Custody;

/// <summary>紛失の届出 in two touches: one opens this page, one confirms it with the passkey (R23). And 発見の届出 beside it.</summary>
internal sealed class LossPage(FrontDoor door)
{
    internal static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/engagements/{engagement}/carry-outs/{id}/loss", (string id, string? kind, [FromQuery(Name = "for")] string? whom, HttpContext context, LossPage page) => page.Show(id, kind, whom, context));
        pages.MapGet("/engagements/{engagement}/carry-outs/{id}/found", (string id, string? seal, HttpContext context, LossPage page) => page.ShowFound(id, seal != "broken", context));
    }

    internal static string PathOf(string engagement, string carryOut) => $"{CarryOutPage.PathOf(engagement, carryOut)}/loss";

    internal static Html Link(string engagement, string carryOut, bool ja) => $"<p class=\"does\"><a class=\"button alarm\" href=\"{PathOf(engagement, carryOut)}\">{(ja ? "紛失" : "Lost")}<span class=\"unseen\"> {carryOut}</span></a></p>";

    /// <summary>Whatever number stands on the label may be reported, also one that nobody granted (R23, R35).</summary>
    private IResult Show(string id, string? kind, string? whom, HttpContext context)
    {
        var (visit, frame) = (Visit.Of(context), door.Frame(context));
        if (!Code.IsValid(id)) return Faults.NotFound(frame);

        var (at, what) = (visit.At!, Enum.TryParse<LossKind>(kind, out var named) && Enum.IsDefined(named) ? named : LossKind.Lost);
        var caller = whom is { Length: > 0 } && Code.IsValid(whom) && at.Facts.People.ContainsKey(new PersonId(whom)) ? new PersonId(whom) : null;
        var asked = Asked.Of(at.Facts, at.Person, new ReportLoss(new(id), what, caller, ByTelephone: caller is not null), at.Now);
        return Page.Of<LossView>(new { Frame = frame, Engagement = at.Id, CarryOut = id, at.Facts, Credential = visit.Passkey.Id, Kind = what, Caller = caller, Asked = asked });
    }

    private IResult ShowFound(string id, bool isIntact, HttpContext context)
    {
        var (visit, frame) = (Visit.Of(context), door.Frame(context));
        var at = visit.At!;
        if (at.Find(id) is null) return Faults.NotFound(frame);

        var asked = Asked.Of(at.Facts, at.Person, new ReportFound(new(id), isIntact), at.Now);
        return Page.Of<FoundView>(new { Frame = frame, Engagement = at.Id, CarryOut = id, at.Facts, Credential = visit.Passkey.Id, IsIntact = isIntact, Asked = asked });
    }
}
