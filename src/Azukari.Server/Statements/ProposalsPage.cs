using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Server.Pages;
using Azukari.Server.Storage;

namespace Azukari.Server.Statements;

/// <summary>What waits for signatures in an engagement, and one of it with what its next signer is asked.</summary>
internal sealed class ProposalsPage(Database database, FrontDoor door)
{
    internal static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet("/engagements/{engagement}/proposals", (HttpContext context, ProposalsPage page) => page.ListAsync(context));
        pages.MapGet("/engagements/{engagement}/proposals/{id}", (string id, HttpContext context, ProposalsPage page) => page.ShowAsync(id, context));
    }

    internal static string PathOf(string engagement, string id = "") => $"/engagements/{engagement}/proposals{(id.Length > 0 ? "/" : "")}{id}";

    private async Task<IResult> ListAsync(HttpContext context)
    {
        var (visit, frame) = (Visit.Of(context), door.Frame(context));
        var at = visit.At!;
        var rows = await PendingRow.AllAsync(database, at, frame.Now, at.Now, context.RequestAborted);
        return Page.Of<ProposalsView>(new { Frame = frame, Engagement = at.Id, at.Facts, Rows = rows });
    }

    private async Task<IResult> ShowAsync(string id, HttpContext context)
    {
        var (visit, frame) = (Visit.Of(context), door.Frame(context));
        var at = visit.At!;
        if (await ProposalTable.FindAsync(database, at.Id, id, frame.Now, context.RequestAborted) is not { } proposal) return Faults.NotFound(frame);
        if (PendingRow.Of(at.Facts, at.Person, proposal, at.Now) is not { } row) return Faults.NoLongerWaits(frame, ProposalsPage.PathOf(at.Id));

        return Page.Of<ProposalView>(new { Frame = frame, Engagement = at.Id, at.Facts, Credential = visit.Passkey.Id, Row = row });
    }

}

/// <summary>An act that waits, as one person sees it.</summary>
/// <param name="Id">Its name in addresses.</param>
/// <param name="Made">When its first signature was given.</param>
/// <param name="SoFar">The act with its signatures.</param>
/// <param name="Awaited">What is still missing.</param>
/// <param name="Asked">What this person would sign; null where that would fill nothing.</param>
public sealed record PendingRow(string Id, DateTimeOffset Made, Protocol.Ledger.SignedAct SoFar, IReadOnlyList<Refusal> Awaited, Asked? Asked)
{
    /// <summary>Everything that waits in an engagement, the oldest first.</summary>
    internal static async Task<IReadOnlyList<PendingRow>> AllAsync(Database database, Membership at, DateTimeOffset clock, DateTimeOffset now, CancellationToken cancellation) =>
        [.. (await ProposalTable.AllAsync(database, at.Id, clock, cancellation)).Select(proposal => Of(at.Facts, at.Person, proposal, now)).OfType<PendingRow>()];

    /// <summary>Null where no signature helps any more: it stands in the record already, or the record has moved on.</summary>
    internal static PendingRow? Of(Engagement facts, Person person, Proposal proposal, DateTimeOffset now)
    {
        var awaited = Asked.Missing(facts, proposal.SoFar, now);
        if (!awaited.All(AwaitedSignature.Is)) return null;

        var asked = proposal.SoFar.People.Any(signed => signed.By.Person == person.Id) ? null : Asked.Of(facts, person, proposal.SoFar, now);
        var helps = asked is not null && asked.Against.IsEmpty && asked.Awaited.Length < awaited.Count;
        return new(proposal.Id, proposal.Made, proposal.SoFar, awaited, helps ? asked : null);
    }
}
