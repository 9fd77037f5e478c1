using Azukari.Cli.Statements;
using Azukari.Pages;
using Azukari.Protocol;
using Azukari.Protocol.Ledger;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace Azukari.Cli.Screens;

/// <summary>A deed: signed by each of its people with their own key, started by a button, shown while it goes on, and what came of it.</summary>
internal sealed class DeedPage(StationTable table)
{
    internal static void Map(RouteGroupBuilder pages, StationTable table)
    {
        var page = new DeedPage(table);
        pages.MapGet("/deeds/{id}", page.ShowAsync);
        pages.MapPost("/deeds/{id}/sign", page.SignAsync);
        pages.MapPost("/deeds/{id}/touch", page.TouchedAsync);
        pages.MapPost("/deeds/{id}/start", (HttpContext context, string id) => page.Act(context, id, table.Deeds.Start));
        pages.MapPost("/deeds/{id}/stop", (HttpContext context, string id) => page.Act(context, id, Stop));
        pages.MapPost("/deeds/{id}/drop", page.Drop);
    }

    internal static string PathOf(Deed deed) => $"/deeds/{deed.Id}";

    private async Task<IResult> ShowAsync(HttpContext context, string id)
    {
        var frame = table.Door.Frame(context);
        if (table.Deeds.Find(id) is not { } deed) return Gone(frame);

        var facts = (await table.Record.LookAsync(follow: false, context.RequestAborted)).Facts;
        var elsewhere = new Elsewhere(table, facts);
        var fault = await elsewhere.FetchAsync(deed, frame.Now, context.RequestAborted);
        if (fault is null) StartIfDelivered(deed);
        return Page.Of<DeedView>(new
        {
            Frame = frame,
            Deed = DeedSight.Of(deed, frame.Now, elsewhere),
            Path = PathOf(deed),
            Fault = fault,
            Zone = facts.Founding?.Zone,
            Running = table.Deeds.Running is { } running && running != deed ? PathOf(running) : null,
        });
    }

    /// <summary>What needs nothing but signatures is delivered with the last of them.</summary>
    private void StartIfDelivered(Deed deed)
    {
        if (deed.What.Kind is DeedKind.HandOver or DeedKind.Confirm or DeedKind.AddKey && deed.IsSigned && !deed.IsTooOld(table.Clock.GetUtcNow())) table.Deeds.Start(deed);
    }

    private IResult Act(HttpContext context, string id, Action<Deed> act)
    {
        if (table.Deeds.Find(id) is not { } deed) return Gone(table.Door.Frame(context));

        act(deed);
        return Results.LocalRedirect(PathOf(deed));
    }

    /// <summary>One person signs, with the key that is plugged in; what needs nothing but signatures is then delivered.</summary>
    private async Task<IResult> SignAsync(HttpContext context, string id)
    {
        var frame = table.Door.Frame(context);
        if (table.Deeds.Find(id) is not { Draft: { } draft } deed) return Gone(frame);

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        if (deed.Run is null && !deed.IsTooOld(frame.Now) && deed.By.FirstOrDefault(by => by.Person.Value == form["person"]) is { } by && !draft.IsSignedBy(by.Person))
        {
            var facts = (await table.Record.LookAsync(follow: false, context.RequestAborted)).Facts;
            if (table.Room.KeyOf(facts, by.Person) is not { } file)
                return StationDoor.Said(frame, 409, new("鍵がありません", "The key is not here"), new("本人の鍵を差し込んでから、もう一度押してください。", "Plug in that person's key and press again."));

            using var key = PersonKeyFile.Open(file);
            draft.Sign(key);
        }

        StartIfDelivered(deed);
        return Results.LocalRedirect(PathOf(deed));
    }

    /// <summary>One person has touched the security key that is plugged in here: a signature that fits the person's key for stations and this very draft.</summary>
    private async Task<IResult> TouchedAsync(HttpContext context, string id)
    {
        var frame = table.Door.Frame(context);
        if (table.Deeds.Find(id) is not { Draft: { } draft } deed) return Gone(frame);

        var form = new PasskeyForm(await context.Request.ReadFormAsync(context.RequestAborted));
        try
        {
            var person = form.Text("person", 100);
            if (deed.Run is null && !deed.IsTooOld(frame.Now) && deed.By.FirstOrDefault(by => by.Person.Value == person) is { } by && !draft.IsSignedBy(by.Person))
            {
                var (facts, said) = ((await table.Record.LookAsync(follow: false, context.RequestAborted)).Facts, draft.Draft());
                var touched = new PersonSignature(by, said.On, said.Until, SignatureForm.Passkey, [.. form.Assertion]);
                if (!deed.Fits(facts, touched, facts.People[by.Person].KeyAtStations)) return NotSigned(frame, deed);
                draft.Add(new(said.Engagement, deed.Plan!.Act, [touched], null));
            }
        }
        catch (ProtocolException)
        {
            return NotSigned(frame, deed);
        }

        StartIfDelivered(deed);
        return Results.LocalRedirect(PathOf(deed));
    }

    private static void Stop(Deed deed)
    {
        deed.IsStopped = true;
        deed.Run?.Interrupt();
    }

    private IResult Drop(HttpContext context, string id)
    {
        if (table.Deeds.Find(id) is { } deed) table.Deeds.Drop(deed);
        return Results.LocalRedirect("/");
    }

    private static IResult NotSigned(Frame frame, Deed deed) => StationDoor.Said(frame, 409, new("署名になりませんでした", "This is no signature"),
        new("別の人の鍵に触れたか、この端末用の鍵ではありません。何も残していません。本人の鍵に替えて、もう一度押してください。", "Another person's key was touched, or one that is not for stations. Nothing was kept; plug in the person's own and press again."), PathOf(deed));

    private static IResult Gone(Frame frame) => StationDoor.Said(frame, 404, new("見つかりません", "Not found"),
        new("この作業は取りやめたか、端末の画面を起動し直す前のものです。最初の画面から始めてください。", "It was called off, or begun before this screen was started anew. Begin from the first page."));
}
