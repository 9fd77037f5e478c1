using Azukari.Server;
using Azukari.Server.Custody;
using Azukari.Server.Ledger;
using Azukari.Server.Storage;
using Azukari.Server.Transport;

var builder = WebApplication.CreateSlimBuilder(args);
var settings = Settings.Of(builder.Configuration);

builder.Logging.AddFilter("Microsoft", LogLevel.Warning); // The framework would log addresses, and with them the page's link.
builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
builder.Services.AddOpenApi();
builder.Services.AddSingleton(settings);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(_ => settings.Postgres is { } connection ? Database.Postgres(connection) : Database.Sqlite(Path.Combine(settings.Data, "azukari.db")));
builder.Services.AddSingleton(new LogKeys(Path.Combine(settings.Data, "log-keys")));
builder.Services.AddSingleton(new PageDoor(settings.Data));
builder.Services.AddSingleton<Journal>();
builder.Services.AddSingleton<Integrator>();
builder.Services.AddSingleton<CosignatureStore>();
builder.Services.AddSingleton<PaperShelf>();
builder.Services.AddSingleton<Caller>();

var app = builder.Build();
app.Services.GetRequiredService<Database>();
app.UseExceptionHandler(failure => failure.Run(context => Problems.Of(500, "failed", "something here does not work; nothing was recorded").ExecuteAsync(context)));
app.Use(SecurityHeaders.Add);

app.MapGet("/health", () => "ok");
app.MapOpenApi();
OutsidePage.Map(app);

var caller = app.Services.GetRequiredService<Caller>();
var journey = app.MapGroup("/api/v1/engagements/{engagement}").AddEndpointFilter(caller.AdmitAsync);
RecordEndpoints.Map(journey);
PaperShelf.Map(journey);
ActsEndpoint.Map(journey);
CarryOutsEndpoint.Map(journey);

app.Run();
