using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using Azukari.Protocol;
using Azukari.Protocol.Signatures;
using Azukari.Server.Pages;
using Azukari.Server.Statements;
using Azukari.Server.Storage;
using Microsoft.AspNetCore.DataProtection;

namespace Azukari.Server.People;

/// <summary>Signing in: one touch of a passkey that has signed here before. There is no password, and so none to lose.</summary>
internal sealed class SignInPage(Database database, Sessions sessions, FrontDoor door, IDataProtectionProvider protection, Settings settings)
{
    /// <summary>The challenge that a page gave out counts so long, and once.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    private readonly IDataProtector seal = protection.CreateProtector("azukari.sign-in.v1");

    internal static void Map(RouteGroupBuilder open, RouteGroupBuilder pages)
    {
        open.MapGet("/sign-in", (string? back, HttpContext context, SignInPage page) => page.Show(Back.Of(back), context));
        open.MapPost("/sign-in", (HttpContext context, SignInPage page) => page.SignInAsync(context));
        pages.MapPost("/sign-out", (HttpContext context, SignInPage page) => page.SignOutAsync(context));
        pages.MapGet("/sessions", (HttpContext context, SignInPage page) => page.ListAsync(context));
        pages.MapPost("/sessions/{token}/end", (string token, HttpContext context, SignInPage page) => page.EndAsync(token, context));
    }

    private IResult Show(string back, HttpContext context)
    {
        var frame = door.Frame(context);
        if (settings.Origin is null) return Faults.NoOrigin(frame);

        var challenge = RandomNumberGenerator.GetBytes(32);
        var kept = seal.Protect(Encoding($"{frame.Now.ToUnixTimeMilliseconds()} {Base64Url.EncodeToString(challenge)}"));
        return Page.Of<SignInView>(new { Frame = frame, Challenge = Base64Url.EncodeToString(challenge), Kept = Base64Url.EncodeToString(kept), Back = back });
    }

    private async Task<IResult> SignInAsync(HttpContext context)
    {
        var frame = door.Frame(context);
        if (settings.Origin is not { } origin) return Faults.NoOrigin(frame);

        try
        {
            var form = new TouchedForm(await context.Request.ReadFormAsync(context.RequestAborted));
            var kept = form.Bytes("kept", 1000);
            if (await ChallengeAsync(kept, frame.Now) is not { } challenge) return Faults.FormTooOld(frame);

            var known = await CredentialTable.FindAsync(database, form.Credential, context.RequestAborted);
            if (known is null || !Passkey.Verify(form.Assertion, known.Key, origin, challenge)) return Faults.NotKnown(frame);

            await door.SignInAsync(context, known);
            return Results.LocalRedirect(form.Back);
        }
        catch (ProtocolException)
        {
            return Faults.Malformed(frame);
        }
    }

    private async Task<IResult> SignOutAsync(HttpContext context)
    {
        var visit = Visit.Of(context);
        await sessions.EndAsync(visit.Session.Credential, visit.Session.Token);
        FrontDoor.Forget(context);
        return Results.LocalRedirect("/sign-in");
    }

    private async Task<IResult> ListAsync(HttpContext context)
    {
        var (visit, frame) = (Visit.Of(context), door.Frame(context));
        var rows = (await sessions.OfAsync(visit.Passkey.Id, context.RequestAborted))
            .Select(session => new SessionRow(session.Token, session.Browser, DateTimeOffset.FromUnixTimeMilliseconds(session.Begun), DateTimeOffset.FromUnixTimeMilliseconds(session.Seen), session.Token == visit.Session.Token));
        return Page.Of<SessionsView>(new { Frame = frame, Rows = rows.ToArray(), Zone = visit.Engagements.Count > 0 ? visit.Engagements[0].Facts.Founding?.Zone : null });
    }

    private async Task<IResult> EndAsync(string token, HttpContext context)
    {
        await sessions.EndAsync(Visit.Of(context).Session.Credential, token);
        return Results.LocalRedirect("/sessions");
    }

    /// <summary>The challenge, if this installation gave it out some minutes ago and nobody has used it.</summary>
    private async Task<byte[]?> ChallengeAsync(byte[] kept, DateTimeOffset now)
    {
        try
        {
            if (System.Text.Encoding.ASCII.GetString(seal.Unprotect(kept)).Split(' ') is not [var made, var challenge]) return null;

            var age = now.ToUnixTimeMilliseconds() - long.Parse(made, CultureInfo.InvariantCulture);
            if (age < 0 || age > Fresh.TotalMilliseconds) return null;
            var isFirst = await database.WriteAsync(
                "insert into nonce (key_id, nonce, created) values ('sign-in', @challenge, @created) on conflict do nothing", new { challenge, created = now.ToUnixTimeSeconds() }, durably: false) == 1;
            return isFirst ? Base64Url.DecodeFromChars(challenge) : null;
        }
        catch (CryptographicException)
        {
            return null; // Not given out here.
        }
    }

    private static byte[] Encoding(string text) => System.Text.Encoding.ASCII.GetBytes(text);
}

/// <summary>A signed-in browser, as its owner sees it.</summary>
public sealed record SessionRow(string Token, string Browser, DateTimeOffset Begun, DateTimeOffset Seen, bool IsThis);
