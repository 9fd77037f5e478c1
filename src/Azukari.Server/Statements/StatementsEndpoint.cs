using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Protocol;
using Azukari.Protocol.Ledger;
using Azukari.Server.Ledger;
using Azukari.Server.Pages;
using Azukari.Server.Storage;
using Azukari.Server.Watch;

namespace Azukari.Server.Statements;

/// <summary>Takes what was signed on a page, whatever it says: into the record when it has all its signatures, else to wait for the others.</summary>
internal sealed class StatementsEndpoint(Database database, Journal journal, Reception reception, PaperShelf papers, ServiceTime time, FrontDoor door)
{
    internal static void Map(RouteGroupBuilder pages) => pages
        .MapPost("/engagements/{engagement}/statements", (HttpContext context, StatementsEndpoint statements) => statements.SignAsync(context));

    internal static string PathOf(string engagement) => $"/engagements/{engagement}/statements";

    private async Task<IResult> SignAsync(HttpContext context)
    {
        var (visit, frame) = (Visit.Of(context), door.Frame(context));
        try
        {
            var form = new TouchedForm(await context.Request.ReadFormAsync(context.RequestAborted));
            var proposal = form.Proposal.Length == 0 ? null : await ProposalTable.FindAsync(database, visit.At!.Id, form.Proposal, frame.Now, context.RequestAborted);
            if (form.Proposal.Length > 0 && proposal is null) return Faults.NotFound(frame);
            return await SignAsync(visit, frame, form, proposal, context.RequestAborted);
        }
        catch (ProtocolException fault)
        {
            return fault.Fault == ProtocolFault.BadSignature ? Faults.NotTouched(frame) : Faults.Malformed(frame);
        }
        catch (ArgumentException)
        {
            return Faults.Malformed(frame); // An identifier that is none.
        }
    }

    private async Task<IResult> SignAsync(Visit visit, Frame frame, TouchedForm form, Proposal? proposal, CancellationToken cancellation)
    {
        var (person, engagement) = (visit.At!.Person, visit.At.Id);
        var soFar = proposal?.SoFar ?? form.Message;
        if (soFar.Engagement.Value != engagement || soFar.Machine is not null || (proposal is null && !soFar.People.IsEmpty)) return Faults.Malformed(frame);

        var (on, until) = proposal is null ? (form.On, form.Until) : (soFar.People[0].On, proposal.Until);
        if (until > frame.Now + Asked.Longest) return Faults.Malformed(frame); // We gave out nothing that counts so long.
        var by = new StatementBy(person.Key.Id, person.Organisation, person.Id, form.Role);
        var signed = soFar with { People = soFar.People.Add(new(by, on, until, SignatureForm.Passkey, [.. form.Assertion])) };

        // A paper that the act does not name has no business here.
        var said = System.Text.Encoding.UTF8.GetString(Statement.BytesFor(signed.Engagement, signed.Act, by, on, until));
        if (!form.Papers.All(paper => said.Contains(Digests.Sha256(paper).Value, StringComparison.Ordinal))) return Faults.Malformed(frame);

        var facts = await journal.FactsAsync(engagement, cancellation);
        var attempt = ActVerifier.Verify(facts, signed);
        if (StationAct.PresenceOf(signed.Act) is not null) return await ForStationAsync(frame, signed, attempt, facts, form);

        foreach (var paper in form.Papers) await papers.KeepAsync(engagement, paper);
        if (Rulebook.Decide(facts, attempt, Rulebook.Time(facts, time.Of(engagement).Now)) is Outcome.Refused { Refusals: var refusals } && refusals.All(AwaitedSignature.Is))
            return await WaitAsync(frame, signed, proposal);

        var (delivery, problem) = await reception.TakeAsync(signed, signed.Write(), facts, isFounder: false, cancellation);
        if (delivery is Delivery.Stored && proposal is not null) await ProposalTable.ForgetAsync(database, engagement, proposal.Id);
        return problem is not null ? Faults.Of(frame, problem) : Answer(frame, delivery!, form.Back);
    }

    /// <summary>What is signed in front of a station waits for that station alone, each signature for itself: to another signer its page would show what follows from the code.</summary>
    private async Task<IResult> ForStationAsync(Frame frame, SignedAct signed, Attempt attempt, Engagement facts, TouchedForm form)
    {
        if (signed.People.Length != 1 || form.Papers.Count > 0) return Faults.Malformed(frame);

        var whole = attempt with { Machine = StationAct.SignerOf(facts, signed.Act, form.On) };
        if (Rulebook.Decide(facts, whole, Rulebook.Time(facts, time.Of(signed.Engagement.Value).Now)) is Outcome.Refused { Refusals: var refusals } && !refusals.All(AwaitedSignature.Is))
            return Answer(frame, new Delivery.Refused(refusals), form.Back);

        return await ProposalTable.KeepAsync(database, signed, frame.Now) is null ? Faults.TooManyWait(frame) : Results.LocalRedirect(form.Back);
    }

    private async Task<IResult> WaitAsync(Frame frame, SignedAct signed, Proposal? before)
    {
        if (before is null) return await ProposalTable.KeepAsync(database, signed, frame.Now) is { } id ? Results.LocalRedirect(ProposalsPage.PathOf(signed.Engagement.Value, id)) : Faults.TooManyWait(frame);

        // Where somebody else signed at the same moment, the page shows it, and this one signs once more.
        await ProposalTable.AddAsync(database, before, signed);
        return Results.LocalRedirect(ProposalsPage.PathOf(signed.Engagement.Value, before.Id));
    }

    private static IResult Answer(Frame frame, Delivery delivery, string back) => delivery switch
    {
        Delivery.Stored => Results.LocalRedirect(back),
        Delivery.Refused refused => Page.Of<RefusedView>(new { Frame = frame, refused.Refusals, Back = back }, StatusCodes.Status422UnprocessableEntity),
        Delivery.Behind { IsKept: true } => Faults.Kept(frame),
        Delivery.Behind => Faults.Behind(frame),
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
