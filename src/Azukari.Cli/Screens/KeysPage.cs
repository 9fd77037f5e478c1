using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.People;
using Azukari.Pages;
using Azukari.Protocol;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Signatures;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Azukari.Cli.Screens;

/// <summary>端末用の鍵: a person makes, in the own security key, the key with which they sign at the screens of stations; a colleague stands beside (R1, R11).</summary>
/// <remarks>A passkey belongs to the name at which it was made. The service's name is not there where no network is; the computer's own is, and it is the same at every station.</remarks>
internal sealed class KeysPage(StationTable table)
{
    private const int LongestName = 100;

    internal static void Map(RouteGroupBuilder pages, StationTable table)
    {
        var page = new KeysPage(table);
        pages.MapGet("/keys", (Delegate)page.ListAsync);
        pages.MapGet("/keys/{person}", page.ShowAsync);
        pages.MapPost("/keys/{person}", page.MadeAsync);
    }

    internal static string PathOf(string person) => $"/keys/{Uri.EscapeDataString(person)}";

    private async Task<IResult> ListAsync(HttpContext context)
    {
        var sight = await table.LookAsync(context);
        var own = Owners(sight).Select(one => new KeyOwner(one.Person.Id.Value, one.Person.Organisation.Value, Signatories.Touches(one.Person, table))).ToArray();
        return Page.Of<KeysView>(new { Frame = table.Door.Frame(context), Owners = (IReadOnlyList<KeyOwner>)own });
    }

    private async Task<IResult> ShowAsync(HttpContext context, string person)
    {
        var (sight, frame) = (await table.LookAsync(context), table.Door.Frame(context));
        if (Owners(sight).FirstOrDefault(one => one.Person.Id.Value == person) is not { Person: var owner }) return Gone(frame);

        var colleagues = Colleagues(sight, owner).Select(one => one.Person.Id.Value).ToArray();
        return Page.Of<KeyView>(new
        {
            Frame = frame,
            Person = person,
            Engagement = sight.Seen.Desk.Engagement.Value,
            HasOne = Signatories.Touches(owner, table),
            Colleagues = (IReadOnlyList<string>)colleagues,
            With = context.Request.Query["with"] is [{ } with] && colleagues.Contains(with) ? with : null,
            Challenge = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32)),
            User = Base64Url.EncodeToString(SHA256.HashData(Encoding.UTF8.GetBytes($"{sight.Seen.Desk.Engagement}\n{person}")).AsSpan(..16)), // The same again, so that a new key takes the old one's place in the device.
        });
    }

    /// <summary>The key is made: both sign that it is added.</summary>
    private async Task<IResult> MadeAsync(HttpContext context, string person)
    {
        var (sight, frame) = (await table.LookAsync(context), table.Door.Frame(context));
        if (Owners(sight).FirstOrDefault(one => one.Person.Id.Value == person) is not { } owner) return Gone(frame);

        try
        {
            var form = new PasskeyForm(await context.Request.ReadFormAsync(context.RequestAborted));
            var with = form.Text("with", LongestName);
            if (Colleagues(sight, owner.Person).FirstOrDefault(one => one.Person.Id.Value == with) is not { } colleague) return Gone(frame);

            var key = Signing.Fact(form.Made, WebOrigin.Parse(table.Door.Origin));
            return Results.LocalRedirect(DeedPage.PathOf(Begin(sight, new(DeedKind.AddKey, person), [owner, colleague], presence => new AddKeyAtStations(owner.Person.Id, key, presence))));
        }
        catch (ProtocolException)
        {
            return StationDoor.Said(frame, 400, new("鍵を読めません", "The key cannot be read"), new("何も残していません。もう一度作ってください。", "Nothing was kept; make it again."), PathOf(person));
        }
    }

    /// <summary>A key that was made before and not signed for is gone: the device has put this one in its place.</summary>
    private Deed Begin(Sight sight, Doable what, IReadOnlyList<Signatory> signers, Func<Presence, AddKeyAtStations> act)
    {
        if (table.Deeds.Begun(what) is { } earlier) table.Deeds.Drop(earlier);
        var casting = Casting.Of(sight.Seen.Facts, act(new(sight.Station, Replay.Nothing)), signers, sight.Key, sight.Now);
        return table.Deeds.Begin(what, table.Clock.GetUtcNow(), () => Drafted.Begin(table, sight, what, casting, presence => new(act(presence), [])));
    }

    /// <summary>Whoever can sign here with another key than the one that is made.</summary>
    private IReadOnlyList<Signatory> Owners(Sight sight)
    {
        var holders = sight.Seen.Facts.People.Keys.Select(id => id.Value).ToHashSet();
        return [.. Signatories.Of(table, sight.Seen, sight.Now, byTelephone: true, holders).Where(one => one.Way != SigningWay.Touch)];
    }

    private IEnumerable<Signatory> Colleagues(Sight sight, Person owner) =>
        Signatories.Of(table, sight.Seen, sight.Now, byTelephone: true, []).Where(one => one.Person.Organisation == owner.Organisation && one.Person.Id != owner.Id);

    private static IResult Gone(Frame frame) => StationDoor.Said(frame, 404, new("できません", "Not possible"),
        new("その人は、この端末の前でいまの鍵では署名できません。ネットワークのある登録端末で行うか、鍵を差し込んでください。", "That person cannot sign here with the key that they have: use a station with a network, or plug the key in."), "/keys");
}

/// <summary>Somebody who can have a key for stations.</summary>
public sealed record KeyOwner(string Person, string Organisation, bool HasOne);
