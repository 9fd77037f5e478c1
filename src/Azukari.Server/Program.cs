using Azukari.Server.Applications;
using Azukari.Server.Catalogue;
using Azukari.Server.Custody;
using Azukari.Server.Documents;
using Azukari.Server.Engagements;
using Azukari.Server.Incidents;
using Azukari.Server.Ledger;
using Azukari.Server.Media;
using Azukari.Server.Pages;
using Azukari.Server.People;
using Azukari.Server.Setup;
using Azukari.Server.Statements;
using Azukari.Server.Storage;
using Azukari.Server.Telemetry;
using Azukari.Server.Transport;
using Azukari.Server.Upkeep;
using Azukari.Server.Watch;

namespace Azukari.Server;

/// <summary>The control service as a table of contents: what it is made of, who is let in, which doors it has.</summary>
internal static class Program
{
    private static async Task<int> Main(string[] args)
    {
        try
        {
            if (SetupVerbs.Has(args)) return await SetupVerbs.RunAsync(args, TimeProvider.System, Console.Out);
            if (UpkeepVerbs.Has(args)) return await UpkeepVerbs.RunAsync(args, TimeProvider.System, Console.Out);

            await using var app = await BuildAsync(args, TimeProvider.System);
            await app.RunAsync();
            return 0;
        }
        catch (SettingsException wrong)
        {
            await Console.Error.WriteLineAsync($"azukari-server: {wrong.Message}\nhint: azukari-server --data FOLDER [--urls http://127.0.0.1:PORT] --founders KEYID[,KEYID] [--postgres FILE] [--origin https://NAME] [--burst REQUESTS] [--smtp FILE --mail-from ADDRESS] [--webhook URL] [--otlp URL]\n{SetupVerbs.Usage}\n{UpkeepVerbs.Usage}");
            return 2;
        }
    }

    internal static async Task<WebApplication> BuildAsync(string[] args, TimeProvider clock)
    {
        args = SettingsFile.Before(args);

        // Never the framework's page for developers, which shows what failed to whoever made it fail.
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { Args = args, EnvironmentName = Environments.Production });
        var settings = Settings.Of(builder.Configuration);

        builder.Services.PostConfigure<LoggerFilterOptions>(Export.KeepQuiet); // The framework would log addresses, and with them the page's link.
        Export.Add(builder, settings.Collector);
        builder.WebHost.ConfigureKestrel(server => (server.AddServerHeader, server.Limits.MaxRequestBodySize, server.Limits.MaxRequestHeadersTotalSize) = (false, 2 * Caller.MostBytes, 16_384));
        Tls.Serve(builder, settings.Data);
        builder.Services.AddProblemDetails().AddOpenApi(ApiDocument.Describe).AddSingleton(settings).AddSingleton(clock);

        builder.Services.AddSingleton<Engine>(_ => Engine.Of(settings));
        builder.Services.AddSingleton<Database>().AddSingleton<Journal>().AddHostedService<Rereading>();
        builder.Services.AddSingleton<ServiceTime>().AddSingleton<DeadlineBell>().AddSingleton<AlarmBell>().AddSingleton<Outbox>().AddSingleton<WebhookRoute>();
        builder.Services.AddSingleton<Crowd>().AddSingleton<NonceTable>().AddSingleton<Caller>();
        builder.Services.AddSingleton<LogKeys>().AddSingleton<CosignatureStore>().AddSingleton<PaperShelf>().AddSingleton<Comeback>();
        builder.Services.AddSingleton<Integrator>().AddHostedService(services => services.GetRequiredService<Integrator>());
        builder.Services.AddSingleton<Watchman>().AddHostedService(services => services.GetRequiredService<Watchman>());
        builder.Services.AddSingleton<Postman>().AddHostedService(services => services.GetRequiredService<Postman>());
        builder.Services.AddSingleton<Reception>().AddSingleton<ActsEndpoint>().AddSingleton<RecordEndpoints>().AddSingleton<BundleEndpoint>().AddSingleton<InclusionProofs>().AddSingleton<PageDoor>().AddSingleton<ContactEndpoint>().AddSingleton<CallListEndpoint>();
        builder.Services.AddSingleton<ParticularTable>().AddSingleton<DocumentsEndpoint>().AddSingleton<ImportPage>();
        FrontDoor.Add(builder.Services);
        builder.Services.AddSingleton<SignInPage>().AddSingleton<InvitedPage>().AddSingleton<PeoplePage>().AddSingleton<StatementsEndpoint>().AddSingleton<AtStationPage>().AddSingleton<ProposalsPage>();
        builder.Services.AddSingleton<CarryOutsPage>().AddSingleton<DraftTable>().AddSingleton<ApplyPage>().AddSingleton<DecidePage>().AddSingleton<ExtendPage>().AddSingleton<AmendPage>().AddSingleton<UrgentPage>().AddSingleton<SeriesPage>();
        builder.Services.AddSingleton<OutsideNowPage>().AddSingleton<CarryOutPage>().AddSingleton<LossPage>().AddSingleton<HandOverPage>().AddSingleton<LabelPage>();
        builder.Services.AddSingleton<RecordRows>().AddSingleton<StoryPage>().AddSingleton<RecordPage>().AddSingleton<ProofDoor>();
        builder.Services.AddSingleton<RegisterPage>().AddSingleton<SitePage>().AddSingleton<DatasetPage>().AddSingleton<TemplatePage>().AddSingleton<FoundPage>().AddSingleton<PersonPage>().AddSingleton<KeyPage>().AddSingleton<ListPage>().AddSingleton<ReadinessPage>().AddSingleton<MediaPage>();
        builder.Services.AddSingleton<IncidentsPage>().AddSingleton<ResponsePage>();

        var app = builder.Build();
        app.Services.GetRequiredService<PageDoor>();
        await PrepareAsync(app.Services.GetRequiredService<Database>(), app.Services.GetRequiredService<Journal>(), app.Services.GetRequiredService<ServiceTime>());

        app.Use(app.Services.GetRequiredService<Measuring>().MeasureAsync);
        app.Use(SecurityHeaders.AddAsync);
        app.UseExceptionHandler(failure => failure.Run(context => Faults.AnswerAsync(context, 500)));
        app.UseStatusCodePages(context => Faults.AnswerAsync(context.HttpContext, context.HttpContext.Response.StatusCode));
        app.Use(FrontDoor.AtOriginAsync);
        app.Use(app.Services.GetRequiredService<Crowd>().AdmitAsync);

        app.Use(app.Services.GetRequiredService<FrontDoor>().RecogniseAsync);

        // Open doors: whether it runs, what it offers, and the one page behind its link.
        Readiness.Map(app);
        app.MapOpenApi();
        OutsidePage.Map(app);
        Assets.Map(app);
        Languages.Map(app);

        // Pages: a form is bound to its session, and everything but an invitation and signing in asks who is there.
        var door = app.Services.GetRequiredService<FrontDoor>();
        var open = app.MapGroup("").AddEndpointFilter(door.CheckFormAsync).ExcludeFromDescription();
        var pages = app.MapGroup("").AddEndpointFilter(door.AdmitAsync).AddEndpointFilter(door.CheckFormAsync).ExcludeFromDescription();
        SignInPage.Map(open, pages);
        InvitedPage.Map(open);
        FoundPage.Map(pages);
        PeoplePage.Map(pages);
        OutsideNowPage.Map(pages);
        CarryOutsPage.Map(pages);
        ApplyPage.Map(pages);
        DecidePage.Map(pages);
        ExtendPage.Map(pages);
        AmendPage.Map(pages);
        UrgentPage.Map(pages);
        SeriesPage.Map(pages);
        DocumentsEndpoint.MapPages(pages);
        ImportPage.Map(pages);
        CarryOutPage.Map(pages);
        HandOverPage.Map(pages);
        LossPage.Map(pages);
        LabelPage.Map(open);
        StoryPage.Map(pages);
        RecordPage.Map(pages);
        ProofDoor.Map(pages);
        RegisterPage.Map(pages);
        SitePage.Map(pages);
        DatasetPage.Map(pages);
        TemplatePage.Map(pages);
        PersonPage.Map(pages);
        KeyPage.Map(pages);
        ListPage.Map(pages);
        ReadinessPage.Map(pages);
        MediaPage.Map(pages);
        IncidentsPage.Map(pages);
        ResponsePage.Map(pages);
        ProposalsPage.Map(pages);
        StatementsEndpoint.Map(pages);
        AtStationPage.Map(pages);

        // Everything else knows who knocks.
        var journey = app.MapGroup("/api/v1/engagements/{engagement}").AddEndpointFilter(app.Services.GetRequiredService<Caller>().AdmitAsync);
        PaperShelf.Map(journey);
        ActsEndpoint.Map(journey);
        CarryOutsEndpoint.Map(journey);
        RecordEndpoints.Map(journey);
        Comeback.Map(journey);
        BundleEndpoint.Map(journey);
        ParticularTable.Map(journey);
        DocumentsEndpoint.Map(journey);
        ContactEndpoint.Map(journey);
        CallListEndpoint.Map(journey);
        AtStationPage.MapProgram(journey);

        return app;
    }

    /// <summary>Before the doors open: how long nobody was awake, and tables that follow from the record.</summary>
    private static async Task PrepareAsync(Database database, Journal journal, ServiceTime time)
    {
        PersonalColumn.Register();
        await time.BeginAsync(database, CancellationToken.None);
        foreach (var model in ReadModel.All) await model.PrepareAsync(database, journal, CancellationToken.None);
    }
}
