using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.People;
using Azukari.Protocol;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Wording;
using Azukari.Server.Ledger;
using Azukari.Server.Pages;
using Azukari.Server.People;
using Azukari.Server.Statements;
using Azukari.Server.Storage;

namespace Azukari.Server.Engagements;

/// <summary>委託業務を始める: from two people of the owner with nothing but passkeys to an engagement. The contractor's root is invited, both key holders are named, a root of each side signs; then the second person asks to be enrolled (R1).</summary>
internal sealed class FoundPage(Database database, Journal journal, LogKeys logs, Reception reception, FrontDoor door, Settings settings)
{
    internal const string Path = "/found", SignInFirst = "/sign-in?back=%2Ffound";

    internal static void Map(RouteGroupBuilder pages)
    {
        pages.MapGet(Path, (HttpContext context, FoundPage page) => page.ShowAsync(context));
        pages.MapPost($"{Path}/invitations", (HttpContext context, FoundPage page) => page.InviteAsync(context));
        pages.MapPost($"{Path}/genesis", (HttpContext context, FoundPage page) => page.PrepareAsync(context));
        pages.MapPost($"{Path}/statements", (HttpContext context, FoundPage page) => page.SignAsync(context));
    }

    private async Task<IResult> ShowAsync(HttpContext context) =>
        await StartAsync(context) is { } start ? await RenderAsync(context, start, FoundFields.Empty, null) : Faults.NotFound(door.Frame(context));

    private async Task<IResult> InviteAsync(HttpContext context)
    {
        var frame = door.Frame(context);
        if (await StartAsync(context) is not { IsOwner: true } start) return Faults.NotFound(frame);

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var (organisation, person) = (form["organisation"].ToString().Trim(), form["person"].ToString().Trim());
        if (!Code.IsValid(organisation) || !Code.IsValid(person) || organisation == start.Me.Organisation || start.Everybody.Any(one => one.Person == person))
            return await RenderAsync(context, start, FoundFields.Empty, null, isNameWrong: true, status: StatusCodes.Status422UnprocessableEntity);

        var secret = await InvitationTable.MakeFirstAsync(database, new(organisation), new(person), frame.Now);
        return await RenderAsync(context, start, FoundFields.Empty, $"{settings.Origin}{InvitedPage.PathOf(secret)}", status: StatusCodes.Status201Created);
    }

    /// <summary>Shows what would be signed, or what is wrong beside its field with nothing typed lost.</summary>
    private async Task<IResult> PrepareAsync(HttpContext context)
    {
        var frame = door.Frame(context);
        if (await StartAsync(context) is not { IsOwner: true } start) return Faults.NotFound(frame);

        var fields = FoundFields.Of(await context.Request.ReadFormAsync(context.RequestAborted));
        if (fields.Faults(start).Count > 0) return await RenderAsync(context, start, fields, null, isTyped: true, status: StatusCodes.Status422UnprocessableEntity);
        if ((await journal.FactsAsync(fields.Engagement, context.RequestAborted)).Founding is not null) return await RenderAsync(context, start, fields, null, isNameTaken: true, status: StatusCodes.Status422UnprocessableEntity);

        var act = fields.Read(start, settings.Origin!, LogKeys.OriginOf(fields.Engagement), logs.Make(fields.Engagement));
        var asked = Asked.OfGenesis(new(act.Engagement, act, [], null), start.By(Role.Representative, settings.Origin!), frame.Now);
        return Page.Of<FoundView>(new { Frame = frame, Start = Shown(start), Fields = fields, Asked = asked, Facts = Engagement.Nothing, Credential = start.Me.Credential });
    }

    private async Task<IResult> SignAsync(HttpContext context)
    {
        var frame = door.Frame(context);
        try
        {
            if (await StartAsync(context) is not { } start) return Faults.NotFound(frame);
            var form = new TouchedForm(await context.Request.ReadFormAsync(context.RequestAborted));
            var soFar = form.Message;
            var by = soFar.Act switch
            {
                FoundEngagement act when start.IsOurs(act, settings.Owner, settings.Origin!) => start.By(Role.Representative, settings.Origin!),
                EnrolPerson act when act.Person == start.Me.Invited && soFar.People.IsEmpty => start.By(Role.Member, settings.Origin!),
                _ => null,
            };
            if (by is null || soFar.Machine is not null || soFar.People.Length > 1 || form.Until > frame.Now + Asked.Longest) return Faults.Malformed(frame);

            var facts = await journal.FactsAsync(soFar.Engagement.Value, context.RequestAborted);
            var signed = soFar with { People = soFar.People.Add(new(by, form.On, form.Until, SignatureForm.Passkey, [.. form.Assertion])) };
            ActVerifier.Verify(facts, signed);
            return await TakeAsync(frame, facts, signed, form.Proposal, context.RequestAborted);
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

    private async Task<IResult> TakeAsync(Frame frame, Engagement facts, SignedAct signed, string proposal, CancellationToken cancellation)
    {
        var missing = Asked.Missing(facts, signed, frame.Now);
        if (missing.Count > 0 && missing.All(AwaitedSignature.Is))
            return await ProposalTable.KeepAsync(database, signed, frame.Now) is null ? Faults.TooManyWait(frame) : Results.LocalRedirect(Path);

        var (delivery, problem) = await reception.TakeAsync(signed, signed.Write(), facts, isFounder: true, cancellation);
        if (delivery is Delivery.Refused refused) return Page.Of<RefusedView>(new { Frame = frame, refused.Refusals, Back = Path }, StatusCodes.Status422UnprocessableEntity);
        if (proposal.Length > 0) await ProposalTable.ForgetAsync(database, signed.Engagement.Value, proposal);
        return problem is not null ? Faults.Of(frame, problem) : Results.LocalRedirect("/");
    }

    private async Task<FirstStart?> StartAsync(HttpContext context) =>
        settings.Origin is null ? null : await FirstStart.OfAsync(database, Visit.Of(context).Passkey.Id, settings.Owner, context.RequestAborted);

    private async Task<IResult> RenderAsync(HttpContext context, FirstStart start, FoundFields fields, string? link, bool isTyped = false, bool isNameWrong = false, bool isNameTaken = false, int status = StatusCodes.Status200OK)
    {
        var frame = door.Frame(context) with { Path = Path };
        var next = await start.NextAsync(database, journal, settings.Origin!, frame.Now, context.RequestAborted);
        var taken = new Dictionary<string, Words> { ["engagement"] = new("その名前の委託業務はもうあります。", "There is an engagement of that name.") };
        return Page.Of<FoundView>(new
        {
            Frame = frame,
            Start = Shown(start),
            Fields = fields,
            Wrong = isNameTaken ? taken : isTyped ? fields.Faults(start) : new Dictionary<string, Words>(),
            IsNameWrong = isNameWrong,
            Link = link,
            next?.Asked,
            Facts = next?.Facts ?? Engagement.Nothing,
            Proposal = next?.Proposal ?? "",
            start.Me.Credential,
        }, status);
    }

    private static FoundShown Shown(FirstStart start) => new(
        start.Me.Organisation, start.IsOwner, [.. start.Everybody.Select(one => new FoundPerson(one.Organisation, one.Person, one.Credential.Length > 0))], [.. start.Roots.Select(FoundFields.NameOf)]);
}

/// <summary>The first start as the page shows it.</summary>
public sealed record FoundShown(string Organisation, bool IsOwner, IReadOnlyList<FoundPerson> People, IReadOnlyList<string> Roots);

/// <summary>Somebody who was invited to the first start.</summary>
public sealed record FoundPerson(string Organisation, string Person, bool HasPasskey);
