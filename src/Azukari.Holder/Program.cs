using Azukari.Holder;
using Azukari.Protocol.Http;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Signatures;

if (args is ["init", ..])
{
    var asked = new ConfigurationBuilder().AddCommandLine(args[1..]).Build();
    Console.WriteLine(HolderKeys.Create(asked["data"] ?? throw new InvalidOperationException("--data is needed"), asked["name"] ?? throw new InvalidOperationException("--name is needed")));
    return;
}

var builder = WebApplication.CreateSlimBuilder(args is ["run", ..] ? args[1..] : args);
var settings = HolderSettings.Of(builder.Configuration);

builder.Logging.AddFilter("Microsoft", LogLevel.Warning); // The framework would log addresses, and with them the page's link.
builder.WebHost.ConfigureKestrel(server => server.AddServerHeader = false);
builder.Services.AddSingleton(settings);
builder.Services.AddSingleton(TimeProvider.System);
builder.Services.AddSingleton(_ => HolderKeys.Open(settings.Data));
builder.Services.AddSingleton(new Vault(settings.Data));
builder.Services.AddSingleton<ServiceLink>();
builder.Services.AddSingleton<Follower>();
builder.Services.AddSingleton<Outbox>();
builder.Services.AddSingleton<Reaper>();
builder.Services.AddSingleton<Stock>();
builder.Services.AddSingleton<ReleaseEndpoint>();
builder.Services.AddSingleton<LossEndpoint>();
builder.Services.AddHostedService<Rounds>();

var app = builder.Build();
app.MapGet("/health", () => "ok");
app.MapGet("/api/v1/status", (Follower follower, Stock stock, Vault vault) =>
    new { side = settings.Side.ToString(), size = follower.Facts.NextSeq, root = follower.Root.ToHex(), stock = stock.Unused, destroyed = vault.Destroyed, alarm = follower.Alarm });

app.MapPost("/api/v1/carry-outs/{id}/release", async (string id, HttpContext context, ReleaseEndpoint release, Follower follower, TimeProvider clock, CancellationToken cancellation) =>
{
    var body = await Bodies.ReadAsync(context.Request, cancellation);
    var request = context.Request;
    var headers = new SignatureHeaders(request.Headers["Content-Digest"].ToString(), request.Headers["Signature-Input"].ToString(), request.Headers["Signature"].ToString());
    var target = new RequestTarget(request.Method, request.Host.Value ?? "", request.Path.Value ?? "", request.QueryString.HasValue ? request.QueryString.Value! : "?");
    var caller = HttpSignature.Verify(
        headers, target, body, clock.GetUtcNow(), key => ActVerifier.KnownKeys(follower.Facts).FirstOrDefault(known => known.Id.Value == key) is { } known ? PublicKey.Parse(known.Ssh) : null, out _);

    return caller is null
        ? Results.Problem("the request's signature does not count", statusCode: 401, type: "urn:azukari:unauthenticated")
        : await release.HandleAsync(id, body, caller.KeyId, cancellation);
});

app.MapPost("/api/v1/loss", async (HttpContext context, LossEndpoint loss, CancellationToken cancellation) => loss.Handle(await Bodies.ReadAsync(context.Request, cancellation)));
app.Run();
