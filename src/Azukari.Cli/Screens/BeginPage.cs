using Azukari.Domain;
using Azukari.Pages;
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

        if (IsSigned(what.Kind) && Choose(context, sight, what) is not { Casting: { Against.IsEmpty: true, By.IsEmpty: false } })
            return Results.LocalRedirect(context.Request.Path + context.Request.QueryString); // The page says why.

        var deed = table.Deeds.Begin(what, frame.Now, () => Make(context, sight, what));
        if (!IsSigned(what.Kind)) table.Deeds.Start(deed);
        return Results.LocalRedirect(DeedPage.PathOf(deed));
    }

    /// <summary>The draft with the code that this station shows from now on, and the verb that will do it.</summary>
    private Deed Make(HttpContext context, Sight sight, Doable what)
    {
        var (seen, query, now) = (sight.Seen, context.Request.Query, table.Clock.GetUtcNow());
        if (!IsSigned(what.Kind)) return new(Deed.NewId(), what, now, DeedCall.Of(what, table.Room, seen, sight.Here, "", [], now), null, null, []);

        var volumes = what.Kind == DeedKind.Seal ? DeedPlan.Volumes(seen.Facts.Find(new(what.About))!, sight.Here, query) : [];
        return Drafted.Begin(table, sight, what, Choose(context, sight, what).Casting, presence => DeedPlan.Of(what, seen, sight.Here, presence, query, sight.Now), volumes);
    }

    /// <summary>What the page shows to be chosen, and what the rules say to it.</summary>
    private BeginChoice Choose(HttpContext context, Sight sight, Doable what)
    {
        var (facts, query) = (sight.Seen.Facts, context.Request.Query);
        var plan = DeedPlan.Of(what, sight.Seen, sight.Here, new(sight.Station, NotYetShown), query, sight.Now);
        var able = Signatories.Of(table, sight.Seen, sight.Now, StationAct.PresenceOf(plan.Act) is not null, query["telephone"]);

        Signatory[] signers = plan.Act is Domain.Custody.HandOver handOver ? [.. HandOverSigners.Of(facts, handOver, able)]
            : query["who"] is { Count: > 0 } who ? [.. able.Where(one => who.Contains(one.Person.Id.Value))]
            : [.. Casting.Propose(facts, plan.Act, [.. able.Where(one => one.Way == SigningWay.KeyFile)], sight.Key, sight.Now)];
        return new(facts, plan.Act, able, Casting.Of(facts, plan.Act, signers, sight.Key, sight.Now), query);
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
