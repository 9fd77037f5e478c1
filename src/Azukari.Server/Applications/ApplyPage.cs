using Azukari.Domain;
using Azukari.Domain.Applications;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Applications;
using Azukari.Server.Ledger;
using Azukari.Server.Pages;
using Azukari.Server.Statements;
using Azukari.Server.Storage;

namespace Azukari.Server.Applications;

/// <summary>持出申請: from a template, from last time or within a series; kept as a draft whatever stands in it, shown with every rule that speaks against it, and signed.</summary>
internal sealed class ApplyPage(Database database, DraftTable drafts, PaperShelf shelf, FrontDoor door)
{
    internal static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/engagements/{engagement}/apply", (string? template, string? like, string? series, HttpContext context, ApplyPage page) => page.BeginAsync(template, like, series, context));
        pages.MapPost("/engagements/{engagement}/apply", (HttpContext context, ApplyPage page) => page.KeepAsync(null, context)).WithMetadata(SendAgain.Kept);
        pages.MapGet("/engagements/{engagement}/apply/{draft}", (string draft, string? edit, HttpContext context, ApplyPage page) => page.ShowAsync(draft, edit is not null, context));
        pages.MapPost("/engagements/{engagement}/apply/{draft}", (string draft, HttpContext context, ApplyPage page) => page.KeepAsync(draft, context)).WithMetadata(SendAgain.Kept);
        pages.MapPost("/engagements/{engagement}/apply/{draft}/discard", (string draft, HttpContext context, ApplyPage page) => page.DiscardAsync(draft, context));
    }

    internal static string PathOf(string engagement, string draft = "") => $"/engagements/{engagement}/apply{(draft.Length > 0 ? "/" : "")}{draft}";

    private async Task<IResult> BeginAsync(string? template, string? like, string? series, HttpContext context)
    {
        var (at, frame) = (Visit.Of(context).At!, door.Frame(context));
        if ((template ?? like ?? series) is null) return Page.Of<ApplyView>(await ApplyChoices.ReadAsync(database, drafts, at, frame, context.RequestAborted));

        var fields = await FreshAsync(at, frame.Now, template, like, series, context.RequestAborted);
        return fields is null ? Faults.NotFound(frame) : Form(at, frame, "", fields, [], []);
    }

    private async Task<DraftFields?> FreshAsync(Membership at, DateTimeOffset now, string? template, string? like, string? series, CancellationToken cancellation)
    {
        var fresh = new FreshDraft(at.Facts, now);
        if (series is not null && Code.IsValid(series) && at.Facts.Series.GetValueOrDefault(new(series)) is { } of)
        {
            var member = at.Facts.Find(await CarryOutTable.LastOfSeriesAsync(database, at.Id, of.Id, cancellation));
            if (member is not null) return fresh.From(member, await PlanTexts.ReadAsync(shelf, at.Id, member.Plan, cancellation)).With("series", of.Id.Value);
            return fresh.From(of, of.Scope.TextDigest is { } said ? await PlanTexts.FindAsync<ApplicationText>(shelf, at.Id, said, cancellation) : null);
        }

        if (like is not null && Code.IsValid(like) && at.Facts.Find(new CarryOutId(like)) is { } last) return fresh.From(last, await PlanTexts.ReadAsync(shelf, at.Id, last.Plan, cancellation));
        return template is not null && Code.IsValid(template) && at.Facts.Templates.TryGetValue(new(template), out var known) ? fresh.From(known) : null;
    }

    /// <summary>Whatever was typed is kept first; then the page says what is wrong with it. The way back and a reload find it as it was.</summary>
    private async Task<IResult> KeepAsync(string? id, HttpContext context)
    {
        var (at, frame) = (Visit.Of(context).At!, door.Frame(context));
        var person = at.Person.Id.Value;
        var earlier = id is null ? null : await drafts.FindAsync(at.Id, person, id, context.RequestAborted);
        if (id is not null && earlier is null) return Faults.NotFound(frame);

        var fields = DraftFields.Of(await context.Request.ReadFormAsync(context.RequestAborted), earlier?.Fields);
        if (fields.Write().Length > DraftFields.MostBytes) return Faults.Malformed(frame);
        return Results.LocalRedirect(PathOf(at.Id, await drafts.KeepAsync(at.Id, person, id, fields.With("number", NumberFor(at.Facts, earlier?.Fields["number"] ?? "", frame.Now)), frame.Now)));
    }

    private async Task<IResult> ShowAsync(string id, bool isEdited, HttpContext context)
    {
        var (visit, frame) = (Visit.Of(context), door.Frame(context));
        var at = visit.At!;
        if (await drafts.FindAsync(at.Id, at.Person.Id.Value, id, context.RequestAborted) is not { } draft) return Faults.NotFound(frame);

        var (fields, now) = (draft.Fields, at.Now);
        var (plan, series, faults, papers) = DraftPlan.Of(fields, at.Facts, now);
        if (IsDone(at.Facts, fields, plan))
        {
            // The draft has done its work, and the way back does not do it again.
            await drafts.ForgetAsync(at.Id, at.Person.Id.Value, id);
            return Results.LocalRedirect(Custody.CarryOutPage.PathOf(at.Id, fields["number"]));
        }

        var number = NumberFor(at.Facts, fields["number"], now);
        if (number != fields["number"]) await drafts.KeepAsync(at.Id, at.Person.Id.Value, id, fields.With("number", number), frame.Now);

        var asked = plan is null ? null : Asked.Of(at.Facts, at.Person, new Apply(new(number), plan, series), now);
        if (isEdited || asked is null || faults.Count > 0 || !asked.Against.IsEmpty) return Form(at, frame, id, fields, faults, asked?.Against ?? []);

        var last = plan!.Template is { } template ? at.Facts.Find(await CarryOutTable.LastAsync(database, at.Id, template, now.AddMilliseconds(1), context.RequestAborted)) : null;
        return Page.Of<ApplySignView>(new { Frame = frame, Engagement = at.Id, at.Facts, Credential = visit.Passkey.Id, Draft = id, Number = number, Plan = plan, Why = fields["why"], Last = last, Asked = asked, Papers = papers });
    }

    private async Task<IResult> DiscardAsync(string draft, HttpContext context)
    {
        var at = Visit.Of(context).At!;
        await drafts.ForgetAsync(at.Id, at.Person.Id.Value, draft);
        return Results.LocalRedirect(PathOf(at.Id));
    }

    /// <summary>It was applied for with exactly this text, whose salt nobody else has.</summary>
    internal static bool IsDone(Engagement facts, DraftFields fields, CarryPlan? plan) =>
        plan?.TextDigest is not null && Code.IsValid(fields["number"]) && facts.Find(new CarryOutId(fields["number"]))?.Plan.TextDigest == plan.TextDigest;

    private static IResult Form(Membership at, Frame frame, string draft, DraftFields fields, IReadOnlyList<FieldFault> faults, IReadOnlyList<Refusal> against) =>
        Page.Of<ApplyFormView>(new { Frame = frame, Engagement = at.Id, at.Facts, Draft = draft, Fields = new ShownFields(fields, faults, against) });

    /// <summary>The draft's number while nobody has taken it, else the next of the fiscal year.</summary>
    private static string NumberFor(Engagement facts, string number, DateTimeOffset now)
    {
        if (Code.IsValid(number) && facts.Find(new CarryOutId(number)) is null) return number;

        var year = facts.Calendar.DateOf(facts.Calendar.FiscalYearEnd(now).AddYears(-1).AddDays(1)).Year;
        for (var next = facts.CarryOuts.Count + 1; ; next++)
            if (facts.Find(new CarryOutId($"{year}-{next:000}")) is null) return $"{year}-{next:000}";
    }
}
