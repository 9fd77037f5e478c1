using System.Globalization;
using System.Text.RegularExpressions;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.Media;
using Azukari.Pages;
using Azukari.Protocol.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Azukari.Cli.Screens;

/// <summary>媒体の登録: what is plugged in and nobody knows yet gets its property number and its home; the station measures the rest (R5).</summary>
internal sealed partial class MediumPage(StationTable table)
{
    internal static void Map(RouteGroupBuilder pages, StationTable table)
    {
        var page = new MediumPage(table);
        pages.MapGet("/media/{tag}", page.ShowAsync);
        pages.MapPost("/media/{tag}", page.BeginAsync);
    }

    /// <summary>A serial number is whatever a maker wrote, and no part of an address.</summary>
    internal static string PathOf(SeenMedium medium) => $"/media/{TagOf(medium)}";

    private static string TagOf(SeenMedium medium) => Digests.Sha256(System.Text.Encoding.UTF8.GetBytes($"{medium.Serial}\n{medium.Folder}")).Value[..16];

    private async Task<IResult> ShowAsync(HttpContext context, string tag)
    {
        var (sight, frame) = (await table.LookAsync(context), table.Door.Frame(context));
        return Find(sight, tag) is { } medium ? Page.Of<MediumView>(new { Frame = frame, Medium = medium, Choice = Choose(context, sight, medium) }) : Gone(frame);
    }

    private async Task<IResult> BeginAsync(HttpContext context, string tag)
    {
        var (sight, frame) = (await table.LookAsync(context), table.Door.Frame(context));
        if (Find(sight, tag) is not { } medium) return Gone(frame);
        if (Choose(context, sight, medium) is not { Act: { } act, Casting: { Against: [] } casting }) return Results.LocalRedirect(context.Request.Path + context.Request.QueryString); // The page says why.

        var what = new Doable(DeedKind.Register, act.Medium.Value, medium.Serial);
        return Results.LocalRedirect(DeedPage.PathOf(table.Deeds.Begin(what, table.Clock.GetUtcNow(), () => Drafted.Begin(table, sight, what, casting, _ => new(act, [])))));
    }

    private MediumChoice Choose(HttpContext context, Sight sight, SeenMedium medium)
    {
        var (facts, query) = (sight.Seen.Facts, context.Request.Query);
        var able = Signatories.Of(table, sight.Seen, sight.Now, byTelephone: false, []).Where(one => one.Person.Holds(Role.SecurityOfficer, sight.Now)).ToArray();
        var signer = able.FirstOrDefault(one => query["who"] == one.Person.Id.Value) ?? (able.Length == 1 ? able[0] : null);
        var number = query["number"] is [{ } typed] ? typed.Trim() : Next(facts);
        var kind = Enum.TryParse<MediumKind>(query["kind"], out var chosen) && Enum.IsDefined(chosen) ? chosen : MediumKind.Flash;
        var home = query["home"] is [{ } site] && Code.IsValid(site) ? new SiteId(site) : facts.Stations.GetValueOrDefault(sight.Station)?.Site;
        var act = Code.IsValid(number) && home is not null ? new AdmitMedium(new(number), kind, home, Tried(medium)) : null;
        var casting = act is null || signer is null ? null : Casting.Of(facts, act, [signer], sight.Key, sight.Now);
        return new(facts, number, kind, home?.Value, able, signer, act, casting);
    }

    /// <summary>As if it stored what it promises: whether it does, the station finds out by trying.</summary>
    private static MediumMeasured Tried(SeenMedium medium) => new(medium.Serial!, SerialIsDeclared: false, 1, new(1, 0, 1, 1));

    private static SeenMedium? Find(Sight sight, string tag) => sight.Here.FirstOrDefault(medium => medium is { Medium: null, Serial: not null } && TagOf(medium) == tag);

    /// <summary>The number after the highest, as somebody would stick it on.</summary>
    private static string Next(Engagement facts)
    {
        var last = facts.Media.Keys.Select(id => Numbered().Match(id.Value)).Where(match => match.Success).MaxBy(match => (match.Groups["number"].Length, match.Groups["number"].Value));
        if (last is null) return "usb-01";

        var digits = last.Groups["number"].Value;
        return last.Groups["prefix"].Value + (long.Parse(digits, CultureInfo.InvariantCulture) + 1).ToString($"d{digits.Length}", CultureInfo.InvariantCulture);
    }

    private static IResult Gone(Frame frame) => StationDoor.Said(frame, 410, new("その媒体はありません", "That medium is not here"), new("抜かれたか、すでに登録されています。何もしていません。", "It was taken out, or it is registered already. Nothing was done."));

    [GeneratedRegex(@"\A(?<prefix>.*?)(?<number>[0-9]{1,15})\z", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Numbered();
}
