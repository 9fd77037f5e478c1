using Azukari.Domain;
using Azukari.Domain.Applications;
using Azukari.Domain.Permits;
using Azukari.Protocol.Wording;
using Azukari.Server.Ledger;
using Azukari.Server.Pages;
using Azukari.Server.Statements;
using Azukari.Server.Storage;

namespace Azukari.Server.Applications;

/// <summary>What one person may decide about a case.</summary>
/// <param name="Name">Its name in the address.</param>
/// <param name="Says">What it does, on its button.</param>
/// <param name="Act">What is signed; null where a key that it takes has not been deposited.</param>
public sealed record DecisionChoice(string Name, Words Says, Act? Act);

/// <summary>決裁: endorse, approve, decline, withdraw or countersign, with what stands out against template and last time. What is asked comes first, so that approving takes two touches: open it, sign it.</summary>
internal sealed class DecidePage(Database database, PaperShelf shelf, FrontDoor door)
{
    internal static void Map(RouteGroupBuilder pages) =>
        pages.MapGet("/engagements/{engagement}/carry-outs/{id}/decide", (string id, string? act, string? why, HttpContext context, DecidePage page) => page.ShowAsync(id, act, why, context));

    internal static string PathOf(string engagement, string carryOut, string act = "") => $"{Custody.CarryOutPage.PathOf(engagement, carryOut)}/decide{(act.Length > 0 ? $"?act={act}" : "")}";

    private async Task<IResult> ShowAsync(string id, string? act, string? why, HttpContext context)
    {
        var (visit, frame) = (Visit.Of(context), door.Frame(context));
        var at = visit.At!;
        if (at.Find(id) is not { } carryOut) return Faults.NotFound(frame);

        var now = at.Now;
        var choices = Choices(at, carryOut, ReasonOf(why), now);
        var chosen = choices.FirstOrDefault(choice => choice.Name == act) ?? (choices is [var first, ..] ? first : null);
        var last = carryOut.Plan.Template is { } template ? at.Facts.Find(await CarryOutTable.LastAsync(database, at.Id, template, carryOut.Asked.At, context.RequestAborted)) : null;
        return Page.Of<DecideView>(new
        {
            Frame = frame,
            Engagement = at.Id,
            at.Facts,
            Credential = visit.Passkey.Id,
            CarryOut = carryOut,
            Last = last,
            Texts = await PlanTexts.ReadAsync(shelf, at.Id, carryOut.Plan, context.RequestAborted),
            Choices = choices,
            Chosen = chosen,
            Asked = chosen?.Act is { } chosenAct ? Asked.Of(at.Facts, at.Person, chosenAct, now) : null,
            Lacking = (IReadOnlyList<Refusal>)[.. UnusedKeys.Hands(at.Facts, carryOut.Plan.OpenAt).Where(hand => hand.Key is null).Select(hand => new Refusal(Rule.R20, Reason.KeyNotDeposited, hand.Machine))],
        });
    }

    /// <summary>What the person's duties are asked for first; what they may do besides after it.</summary>
    internal static IReadOnlyList<DecisionChoice> Choices(Membership at, CarryOut carryOut, DeclineReason why, DateTimeOffset now)
    {
        bool Holds(Role role) => at.Person.Holds(role, now);
        var awaited = Decision.Of(carryOut)?.Awaited ?? [];
        List<DecisionChoice> choices = [];

        if (carryOut.Permit is null && awaited.Contains(Role.InformationManager) && Holds(Role.InformationManager)) choices.Add(new("endorse", new("確認して支持する", "Endorse"), new Endorse(carryOut.Id)));
        if (awaited.Contains(Role.Approver) && Holds(Role.Approver)) choices.Add(new("approve", new("承認する", "Approve"), UnusedKeys.For(at.Facts, carryOut.Plan.OpenAt) is { } keys ? new Approve(carryOut.Id, keys) : null));
        if (carryOut.Permit is not null && awaited.Any(Holds)) choices.Add(new("countersign", new("追認する", "Countersign"), new Countersign(carryOut.Id)));
        if (carryOut is { Permit: null, HasEnded: false } && Holds(Role.Approver)) choices.Add(new("decline", new("承認しない", "Decline"), new Decline(carryOut.Id, why)));
        if (carryOut is { Seal: null, HasEnded: false } && Holds(Role.ProjectManager)) choices.Add(new("withdraw", new("取り下げる", "Withdraw"), new Withdraw(carryOut.Id)));
        return choices;
    }

    private static DeclineReason ReasonOf(string? why) => Enum.TryParse<DeclineReason>(why, out var reason) && Enum.IsDefined(reason) ? reason : DeclineReason.NotNecessary;
}
