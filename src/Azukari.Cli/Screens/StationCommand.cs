using System.CommandLine;
using System.Text.Json.Nodes;
using Azukari.Cli.Front;
using Azukari.Cli.Stations;
using Azukari.Pages;
using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Azukari.Cli.Screens;

/// <summary><c>azukari station</c>: this station's screen in a browser, on this computer alone: the same verbs under large buttons.</summary>
internal static class StationCommand
{
    private static readonly Option<int> Port = new("--port") { Description = "on localhost; 0 takes a free one / ポート番号", DefaultValueFactory = _ => 5640 };
    private static readonly Option<string[]> Media = new("--medium") { Description = "where media are mounted; else what is found under /media and /run/media / 媒体の場所", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string[]> Keys = new("--keys") { Description = "folders in which people's key files may be / 人の鍵ファイルの場所", AllowMultipleArgumentsPerToken = true };
    private static readonly Option<string?> Source = new("--source") { Description = "csv:FOLDER or postgres:FILE-with-connection:SCHEMA, for sealing / 元データ" };
    private static readonly Option<string?> Into = new("--into") { Description = "sqlite:FILE or postgres:FILE-with-connection:SCHEMA, for opening / 投入先" };
    private static readonly Option<string?> Carried = new("--carried") { Description = "folder of messages that are carried in and out, for a room without a network / 運ぶメッセージのフォルダー" };
    private static readonly Option<string?> Evidence = new("--evidence") { Description = "folder of evidence bundles / エビデンスのフォルダー" };

    internal static Command Create() => new Command("station", "this station's screen in a browser / 端末の画面を開く") { Options.Station, Options.Desk, Port, Media, Keys, Source, Into, Carried, Evidence }
        .Does(async (parsed, screen, cancellation) =>
        {
            var room = new StationRoom(
                parsed.GetRequiredValue(Options.Station), parsed.GetValue(Options.Desk)!, [.. parsed.GetValue(Media) ?? []], [.. parsed.GetValue(Keys) ?? []],
                parsed.GetValue(Source), parsed.GetValue(Into), parsed.GetValue(Carried), parsed.GetValue(Evidence));
            using (StationFolder.Open(room.Station)) { } // A folder that is no station's is said before a page is shown.
            ScreenDrafts.RemoveOld(room.Station, TimeProvider.System.GetUtcNow());

            var port = parsed.GetValue(Port) is > 0 and var named ? named : FreePort.Next();
            using var record = new StationRecord(room, TimeProvider.System);
            var deeds = new Deeds();
            await using var app = Build(port, room, record, deeds, address => screen.Answer(
                new JsonObject { ["address"] = address }, screen.In($"この計算機のブラウザーで開いてください（一度だけ使えます）: {address}", $"open this in a browser of this computer; it counts once: {address}")));
            await record.LookAsync(follow: false, cancellation); // A desk that is none, too.

            await app.StartAsync(cancellation);
            app.Services.GetRequiredService<StationDoor>().Show();
            await EndAsync(app, deeds, cancellation);
        });

    private static WebApplication Build(int port, StationRoom room, StationRecord record, Deeds deeds, Action<string> showAddress)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = Environments.Production });
        builder.Logging.ClearProviders();
        builder.WebHost.ConfigureKestrel(server =>
        {
            (server.AddServerHeader, server.Limits.MaxRequestBodySize, server.Limits.MaxRequestHeadersTotalSize) = (false, 65_536, 16_384);
            server.ListenLocalhost(port); // Both families, so that nobody else of this computer answers to the same name.
        });
        builder.Services.AddRazorComponents();
        builder.Services.AddDataProtection().UseEphemeralDataProtectionProvider();
        builder.Services.AddAntiforgery(options =>
        {
            (options.FormFieldName, options.SuppressXFrameOptionsHeader) = (Frame.FormField, true); // The policy says it for every answer.
            (options.Cookie.Name, options.Cookie.SecurePolicy, options.Cookie.SameSite) = ("__Host-azukari-station-form", CookieSecurePolicy.Always, SameSiteMode.Strict);
        });
        builder.Services.AddSingleton(services => new StationDoor(port, services.GetRequiredService<IAntiforgery>(), TimeProvider.System, showAddress));

        var app = builder.Build();
        var door = app.Services.GetRequiredService<StationDoor>();
        app.Use(SayOriginAsync);
        app.Use(SecurityHeaders.AddAsync);
        app.UseExceptionHandler(failure => failure.Run(context => StationDoor.Failed(door.Frame(context), context.Features.Get<IExceptionHandlerFeature>()?.Error).ExecuteAsync(context)));
        app.Use(door.CheckAsync);
        app.UseStatusCodePages(context => StationDoor.Said(door.Frame(context.HttpContext), context.HttpContext.Response.StatusCode, new("見つかりません", "Not found"), new("このような画面はありません。", "There is no such page.")).ExecuteAsync(context.HttpContext));
        Assets.Map(app);
        Languages.Map(app);
        app.MapGet("/enter/{secret}", (string secret, HttpContext context) => door.Enter(secret, context));

        var pages = app.MapGroup("").AddEndpointFilter(door.AdmitAsync);
        var table = new StationTable(room, record, deeds, door, TimeProvider.System);
        HomePage.Map(pages, table);
        BeginPage.Map(pages, table);
        DeedPage.Map(pages, table);
        KeysPage.Map(pages, table);
        MediumPage.Map(pages, table);
        return app;
    }

    /// <summary>A browser that may not name the page that sends a form says "null" for its origin, too; to our own address it may. Last, since what is registered first is called last.</summary>
    private static Task SayOriginAsync(HttpContext context, RequestDelegate next)
    {
        context.Response.OnStarting(() =>
        {
            context.Response.Headers["Referrer-Policy"] = "same-origin";
            return Task.CompletedTask;
        });
        return next(context);
    }

    /// <summary>Until Ctrl-C. What is at work is asked to stop as Ctrl-C asks it, and takes off what it has half done.</summary>
    private static async Task EndAsync(WebApplication app, Deeds deeds, CancellationToken cancellation)
    {
        var ended = new TaskCompletionSource();
        await using var pressed = cancellation.Register(ended.SetResult);
        await ended.Task;

        if (deeds.Running is { Run: { } run })
        {
            run.Interrupt();
            await run.Ended;
        }

        deeds.Sweep(TimeProvider.System.GetUtcNow());

        await app.StopAsync(CancellationToken.None);
    }
}
