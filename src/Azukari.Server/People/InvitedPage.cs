using System.Buffers.Text;
using System.Security.Cryptography;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.People;
using Azukari.Protocol;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Signatures;
using Azukari.Server.Engagements;
using Azukari.Server.Pages;
using Azukari.Server.Statements;
using Azukari.Server.Storage;

namespace Azukari.Server.People;

/// <summary>What an invitation opens: make a passkey, then sign with it that one wants to be enrolled, or to have it in place of a lost one. The own organisation signs next (R1).</summary>
internal sealed class InvitedPage(Database database, Journal journal, FrontDoor door, Settings settings)
{
    internal static void Map(RouteGroupBuilder open)
    {
        open.MapGet("/invitations/{secret}", (string secret, HttpContext context, InvitedPage page) => page.ShowAsync(secret, context));
        open.MapPost("/invitations/{secret}/passkey", (string secret, HttpContext context, InvitedPage page) => page.TakeKeyAsync(secret, context));
        open.MapPost("/invitations/{secret}/statement", (string secret, HttpContext context, InvitedPage page) => page.SignAsync(secret, context));
    }

    internal static string PathOf(string secret) => $"/invitations/{secret}";

    private async Task<IResult> ShowAsync(string secret, HttpContext context)
    {
        var frame = door.Frame(context) with { Path = PathOf(secret) };
        if (settings.Origin is null) return Faults.NoOrigin(frame);
        if (await InvitationTable.FindAsync(database, secret, context.RequestAborted) is not { } invitation) return Faults.NotFound(frame);
        if (invitation is { IsFirst: true, Credential.Length: > 0 }) return Results.LocalRedirect(FoundPage.SignInFirst);
        if (invitation.Proposal.Length > 0 || invitation.IsOver(frame.Now)) return Faults.InvitationOver(frame);

        var facts = await journal.FactsAsync(invitation.Engagement, context.RequestAborted);
        if (invitation.Credential.Length > 0)
            return Page.Of<InvitedView>(new { Frame = frame, Secret = secret, invitation.Person, Facts = facts, invitation.Credential, Asked = Asked.Of(facts, ActOf(invitation, facts), NewcomerOf(invitation), frame.Now) });

        return Page.Of<InvitedView>(new { Frame = frame, Secret = secret, invitation.Person, invitation.Organisation, Facts = facts, Challenge = Random(), User = Random() });
    }

    private async Task<IResult> TakeKeyAsync(string secret, HttpContext context)
    {
        var frame = door.Frame(context);
        try
        {
            var form = new TouchedForm(await context.Request.ReadFormAsync(context.RequestAborted));
            var made = new Credential(NameOf(form), form.Made);
            if (await InvitationTable.FindAsync(database, secret, context.RequestAborted) is not { } invitation) return Faults.NotFound(frame);

            if (!await InvitationTable.TakeAsync(database, invitation, made, frame.Now)) return Faults.InvitationOver(frame);

            // At the first start there is nothing to sign yet: whoever made the passkey signs in with it and founds the engagement.
            return !invitation.IsFirst || await CredentialTable.KeepAsync(database, made, frame.Now) ? Results.LocalRedirect(PathOf(secret)) : Faults.Malformed(frame);
        }
        catch (ProtocolException)
        {
            return Faults.Malformed(frame);
        }
    }

    private async Task<IResult> SignAsync(string secret, HttpContext context)
    {
        var frame = door.Frame(context);
        try
        {
            var form = new TouchedForm(await context.Request.ReadFormAsync(context.RequestAborted));
            if (await InvitationTable.FindAsync(database, secret, context.RequestAborted) is not { Ssh.Length: > 0, IsFirst: false } invitation) return Faults.NotFound(frame);
            if (form.Until > frame.Now + Asked.Longest) return Faults.Malformed(frame);

            var facts = await journal.FactsAsync(invitation.Engagement, context.RequestAborted);
            var signed = new SignedAct(facts.Founding!.Engagement, ActOf(invitation, facts), [new(NewcomerOf(invitation), form.On, form.Until, SignatureForm.Passkey, [.. form.Assertion])], null);
            ActVerifier.Verify(facts, signed);
            return await KeepAsync(frame, invitation, facts, signed, context);
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

    private async Task<IResult> KeepAsync(Frame frame, Invitation invitation, Engagement facts, SignedAct signed, HttpContext context)
    {
        var against = Asked.Missing(facts, signed, frame.Now).Where(refusal => !AwaitedSignature.Is(refusal)).ToArray();
        if (against.Length > 0) return Page.Of<RefusedView>(new { Frame = frame, Refusals = (IReadOnlyList<Refusal>)against, Back = "/" }, StatusCodes.Status422UnprocessableEntity);

        var passkey = new Credential(invitation.Credential, PublicKey.Parse(invitation.Ssh));
        if (!await CredentialTable.KeepAsync(database, passkey, frame.Now)) return Faults.Malformed(frame);
        if (await ProposalTable.KeepAsync(database, signed, frame.Now) is not { } waiting) return Faults.TooManyWait(frame);
        if (!await InvitationTable.SignedAsync(database, invitation, waiting)) return Faults.InvitationOver(frame);

        await door.SignInAsync(context, passkey);
        return Results.LocalRedirect("/");
    }

    /// <summary>Whoever is enrolled already gets a key in place of the lost one.</summary>
    private Act ActOf(Invitation invitation, Engagement facts) => facts.People.ContainsKey(invitation.Invited)
        ? new ReplaceKey(invitation.Invited, KeyOf(invitation))
        : new EnrolPerson(invitation.Invited, new(invitation.Organisation), KeyOf(invitation));

    private StatementBy NewcomerOf(Invitation invitation) => new(KeyOf(invitation).Id, new(invitation.Organisation), invitation.Invited, Role.Member);

    private SigningKeyFact KeyOf(Invitation invitation) => invitation.KeyAt(settings.Origin!);

    private static string NameOf(TouchedForm form) => form.Credential is { Length: > 0 } name && form.Bytes("credential", CredentialTable.LongestId).Length > 0 ? name : throw new ProtocolException(ProtocolFault.Malformed, "the passkey has no name");

    private static string Random() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));
}
