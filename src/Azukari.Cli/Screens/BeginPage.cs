using System.Security.Cryptography;
using Azukari.Cli.Statements;
using Azukari.Cli.Stations;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Pages;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Wording;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Azukari.Cli.Screens;

/// <summary>Before a deed: what it is, who signs it in which duty, and what the rules say beforehand. Everything is chosen.</summary>
internal sealed class BeginPage(StationTable table)
{
    private static readonly Digest NotYetShown = new(new string('0', 64));

    internal static void Map(RouteGroupBuilder pages, StationTable table)
    {
        var page = new BeginPage(table);
        pages.MapGet("/do/{kind}/{about}/{medium?}", (Delegate)page.ShowAsync);
        pages.MapPost("/do/{kind}/{about}/{medium?}", (Delegate)page.BeginAsync);
    }

    private async Task<IResult> ShowAsync(HttpContext context)
    {
        var (sight, frame) = (await table.LookAsync(context), table.Door.Frame(context));
        if (Find(context, sight) is not { } what) return Gone(frame);
        if (what.Lacks is not null || !IsSigned(what.Kind)) return Page.Of<BeginView>(new { Frame = frame, What = what, Choice = (BeginChoice?)null });

        return Page.Of<BeginView>(new { Frame = frame, What = what, Choice = Choose(context, sight, what) });
    }

    private async Task<IResult> BeginAsync(HttpContext context)
    {
        var (sight, frame) = (await table.LookAsync(context), table.Door.Frame(context));
        if (Find(context, sight) is not { Lacks: null } what) return Gone(frame);

        if (IsSigned(what.Kind) && Choose(context, sight, what) is not { Against.IsEmpty: true, By.IsEmpty: false })
            return Results.LocalRedirect(context.Request.Path + context.Request.QueryString); // The page says why.

        var deed = table.Deeds.Begin(what, frame.Now, () => Make(context, sight, what));
        if (!IsSigned(what.Kind)) table.Deeds.Start(deed);
        return Results.LocalRedirect(DeedPage.PathOf(deed));
    }

    /// <summary>The draft with the code that this station shows from now on, and the verb that will do it.</summary>
    private Deed Make(HttpContext context, Sight sight, Doable what)
    {
        var (id, seen, query, now) = (RandomNumberGenerator.GetHexString(16, lowercase: true), sight.Seen, context.Request.Query, table.Clock.GetUtcNow());
        var folder = ScreenDrafts.FolderOf(table.Room.Station, id);
        var volumes = what.Kind == DeedKind.Seal ? DeedPlan.Volumes(seen.Facts.Find(new(what.About))!, sight.Here, query) : [];
        var call = DeedCall.Of(what, table.Room, seen, sight.Here, folder, volumes, now);
        if (!IsSigned(what.Kind)) return new(id, what, now, call, null, [], []);

        using var station = StationFolder.Open(table.Room.Station);
        var code = PresenceCode.New();
        var plan = DeedPlan.Of(what, seen, sight.Here, station.ShowPresence(code, now), query, sight.Now);
        var draft = DraftAct.Of(seen.Desk.Engagement, plan.Act, Answered.By(seen.Facts, plan.Act) ?? seen.Facts.Genesis!, now + ScreenDrafts.Counts);
        var by = Choose(context, sight, what).By;
        var signed = new DraftFolder(folder);
        signed.Create(draft, by);
        foreach (var paper in plan.Papers) signed.AddPaper(paper);
        return new(id, what, now, call, signed, by, [.. ActWording.Describe(plan.Act, seen.Facts)], plan, plan.ByStation ? code : null);
    }

    /// <summary>What the page shows to be chosen, and what the rules say to it.</summary>
    private BeginChoice Choose(HttpContext context, Sight sight, Doable what)
    {
        var (facts, query) = (sight.Seen.Facts, context.Request.Query);
        var plan = DeedPlan.Of(what, sight.Seen, sight.Here, new(sight.Station, NotYetShown), query, sight.Now);
        var here = table.Room.People(facts).Select(key => key.Person).ToArray();
        Digest? machine = plan.ByStation ? sight.Key : null;

        var able = plan.ByStation && sight.Seen.Desk.Server is not null ? [.. here, .. Elsewhere.Of(facts, sight.Now).ExceptBy(here.Select(person => person.Id), person => person.Id)] : here;
        Person[] signers = plan.Act is Domain.Custody.HandOver handOver ? [.. HandOverSigners.Of(facts, handOver, here)]
            : query["who"] is { Count: > 0 } who ? [.. able.Where(person => who.Contains(person.Id.Value))]
            : [.. Casting.Propose(facts, plan.Act, here, sight.Key, sight.Now)];
        return new(facts, plan.Act, able, Casting.Of(facts, plan.Act, signers, machine, sight.Now), query);
    }

    private Doable? Find(HttpContext context, Sight sight)
    {
        var (kind, about, medium) = (context.Request.RouteValues["kind"] as string, context.Request.RouteValues["about"] as string, context.Request.RouteValues["medium"] as string);
        return table.Doables(sight).FirstOrDefault(doable => doable.Kind.ToString() == kind && doable.About == about && doable.Medium == medium);
    }

    private static bool IsSigned(DeedKind kind) => kind is not (DeedKind.Arrive or DeedKind.Open or DeedKind.GiveUp or DeedKind.Verify);

    private static IResult Gone(Frame frame) => StationDoor.Said(frame, 410, new("いまはできません", "Not now"),
        new("すでに済んだか、記録が進んだか、媒体が抜かれています。何もしていません。", "It is done already, the record has moved on, or a medium was taken out. Nothing was done."));
}
