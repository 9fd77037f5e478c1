using Azukari.Domain;
using Azukari.Domain.Incidents;
using Azukari.Protocol.Ledger;
using Azukari.Server.Ledger;
using Azukari.Server.Pages;
using Azukari.Server.Storage;

namespace Azukari.Server.Custody;

/// <summary>What the code on a label opens: the case, for its people; for anybody else what to do with a found medium, and a report that rings telephones and touches no key (R23).</summary>
internal sealed class LabelPage(Journal journal, Reception reception, FrontDoor door)
{
    private const int LongestSeal = 64;

    internal static void Map(RouteGroupBuilder open)
    {
        open.MapGet("/engagements/{engagement}/carry-outs/{id}/label", (string engagement, string id, string? seal, HttpContext context, LabelPage page) => page.Show(engagement, id, seal, context));
        open.MapPost("/engagements/{engagement}/carry-outs/{id}/label", (string engagement, string id, HttpContext context, LabelPage page) => page.ReportAsync(engagement, id, context));
    }

    /// <summary>The same page whatever is typed into the address: whether a case exists is nobody's to find out here.</summary>
    private IResult Show(string engagement, string id, string? seal, HttpContext context)
    {
        var frame = door.Frame(context);
        if (!Code.IsValid(id) || !Code.IsValid(engagement)) return Faults.NotFound(frame);

        var read = seal is { Length: <= LongestSeal } ? seal : "";
        return Visit.Find(context)?.Engagements.FirstOrDefault(one => one.Id == engagement) is { } at && at.Facts.Find(new CarryOutId(id)) is not null
            ? Results.LocalRedirect($"{CarryOutPage.PathOf(engagement, id)}?seal={Uri.EscapeDataString(read)}")
            : Page.Of<LabelView>(new { Frame = frame, Engagement = engagement, CarryOut = id, Seal = read, Outcome = LabelOutcome.None });
    }

    private async Task<IResult> ReportAsync(string engagement, string id, HttpContext context)
    {
        var (frame, form) = (door.Frame(context) with { Path = context.Request.Path }, await context.Request.ReadFormAsync(context.RequestAborted));
        if (!Code.IsValid(id) || !Code.IsValid(engagement)) return Faults.NotFound(frame);
        if (form["seal"] is not [{ Length: > 0 and <= LongestSeal } seal] || !Enum.TryParse<LossKind>(form["kind"], out var kind) || !Enum.IsDefined(kind)) return Faults.Malformed(frame);

        var signed = new SignedAct(new(engagement), new ReportFromLabel(new(id), seal.Trim(), kind), [], null);
        var (delivery, _) = await reception.TakeAsync(signed, signed.Write(), await journal.FactsAsync(engagement, context.RequestAborted), isFounder: false, context.RequestAborted);
        var outcome = delivery switch
        {
            Delivery.Stored or Delivery.Behind { IsKept: true } => LabelOutcome.Heard,
            Delivery.Refused { Refusals: var refusals } when refusals.All(refusal => refusal.Because == Reason.StrangerHeardAlready) => LabelOutcome.Heard, // The telephones ring already.
            _ => LabelOutcome.NotRecognised,
        };
        return Page.Of<LabelView>(new { Frame = frame, Engagement = engagement, CarryOut = id, Seal = seal, Outcome = outcome }, outcome == LabelOutcome.Heard ? 200 : 422);
    }
}

/// <summary>What became of a stranger's report.</summary>
public enum LabelOutcome
{
    /// <summary>None was made yet.</summary>
    None,

    /// <summary>Somebody is being called.</summary>
    Heard,

    /// <summary>The numbers are not those of a label that is out.</summary>
    NotRecognised,
}
