using System.Security.Cryptography;
using Azukari.Domain;
using Azukari.Domain.Permits;
using Azukari.Protocol.Applications;
using Azukari.Protocol.Ledger;
using Azukari.Server.Custody;
using Azukari.Server.Pages;
using Azukari.Server.Statements;

namespace Azukari.Server.Applications;

/// <summary>緊急承認: the approver grants what was applied for before the executive has endorsed it; the missing signatures follow within a working day, on the page of decisions (R9).</summary>
internal sealed class UrgentPage(FrontDoor door)
{
    internal static void Map(RouteGroupBuilder pages) => pages.MapGet("/engagements/{engagement}/carry-outs/{id}/urgent", (string id, string? text, HttpContext context, UrgentPage page) => page.Show(id, text?.Trim() ?? "", context));

    internal static string PathOf(string engagement, string carryOut) => $"{CarryOutPage.PathOf(engagement, carryOut)}/urgent";

    /// <summary>Whether the person could grant it so now.</summary>
    internal static bool IsOffered(CarryOut carryOut, Domain.Engagements.Person person, DateTimeOffset now) =>
        carryOut is { Permit: null, HasEnded: false, Endorsed: null } && person.Holds(Role.Approver, now);

    private IResult Show(string id, string text, HttpContext context)
    {
        var (visit, frame) = (Visit.Of(context), door.Frame(context));
        var at = visit.At!;
        if (at.Find(id) is not { Permit: null } carryOut) return Faults.NotFound(frame);

        var hands = UnusedKeys.Hands(at.Facts, carryOut.Plan.OpenAt);
        var paper = text.Length is > 0 and <= FieldReader.LongestText ? new PlanText(RandomNumberGenerator.GetHexString(64, lowercase: true), text) : null;
        return Page.Of<UrgentView>(new
        {
            Frame = frame,
            At = new Place(at.Id, at.Facts),
            Credential = visit.Passkey.Id,
            CarryOut = carryOut.Id.Value,
            Text = text,
            Lacking = (IReadOnlyList<Refusal>)[.. hands.Where(hand => hand.Key is null).Select(hand => new Refusal(Rule.R20, Reason.KeyNotDeposited, hand.Machine))],
            Papers = (IReadOnlyList<byte[]>)(paper is null ? [] : [DomainJson.ToBytes(paper)]),
            Asked = paper is not null && UnusedKeys.For(at.Facts, carryOut.Plan.OpenAt) is { } keys ? Asked.Of(at.Facts, at.Person, new GrantUrgently(carryOut.Id, null, keys, paper.Commitment()), at.Now) : null,
        });
    }
}
