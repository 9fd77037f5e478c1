using System.Diagnostics;
using System.Globalization;
using Azukari.Web.Bench;

// bench/web: every page of the real service, asked for by many at once, beside a page that shows nothing and beside an installation with next to nothing in it, in turns in one run.
//   [--carry-outs N] in all   [--engagements N]   [--outside N] of each engagement   [--brief PERCENT] withdrawn at once   [--users N]   [--requests N] of each page   [--rounds N]   [--folder F]
//   [--only TEXT] pages whose address holds it
if (args is ["crowd"])
{
    await Crowd.RunAsync();
    return;
}

var folder = Directory.CreateDirectory(Path.Combine(Given("--folder", Path.GetTempPath()), $"web-bench-{Environment.ProcessId}")).FullName;
var (engagements, users, rounds) = (Number("--engagements", 20), Number("--users", 50), Number("--rounds", 5));
try
{
    var full = new City(Made("full"), new(engagements, Number("--carry-outs", 100_000) / engagements, Number("--outside", 10), Number("--brief", 0)));
    var empty = new City(Made("empty"), new(1, 2, 1, 0));
    await empty.BuildAsync();
    var (entries, took) = await full.BuildAsync();
    Say($"written: {entries:N0} entries in {took.TotalSeconds:N0} s, database {new FileInfo(Path.Combine(folder, "full", "azukari.db")).Length >> 20:N0} MiB");

    using var service = new Installation(Path.Combine(folder, "full"));
    Say($"first start, every entry replayed and the read models rebuilt: {(await service.StartAsync()).TotalSeconds:N1} s, of the processor {service.Worked.TotalSeconds:N1} s, {service.Memory().Most:N0} MiB at most");
    await service.StopAsync();
    Say($"next start: {(await service.StartAsync()).TotalSeconds:N1} s");
    using var other = new Installation(Path.Combine(folder, "empty"));
    await other.StartAsync();

    using var crowd = Process.Start(new ProcessStartInfo(Environment.ProcessPath!, ["crowd"]) { RedirectStandardInput = true, RedirectStandardOutput = true })!;
    var (visitors, guests) = (await full.SignInAsync(users), await empty.SignInAsync(users));
    Say($"the first pages of all {users} after a start: p99 {await FirstAsync():N0} ms; {service.Memory().Now:N0} MiB");

    await using var app = await Azukari.Server.Program.BuildAsync(["--data", Made("routes"), "--urls", "http://127.0.0.1:0"], TimeProvider.System);
    Say($"\n| page | p50 ms | p99 ms | to static | to empty | processor ms | to static | to empty |\n|---|---|---|---|---|---|---|---|");
    var only = Given("--only", "");
    foreach (var page in Pages.Of(app).Where(page => page.Contains(only, StringComparison.Ordinal))) await CompareAsync(page, Number("--requests", 1000));
    foreach (var page in Pages.Registers.Where(page => page.Contains(only, StringComparison.Ordinal))) await CompareAsync(page, 4 * users);
    Say($"\nmemory of the service afterwards: {service.Memory().Now:N0} MiB, {service.Memory().Most:N0} MiB at most");

    async Task<double> FirstAsync()
    {
        var first = new Measured(service, "/", visitors);
        await first.RushAsync(crowd, users);
        return first.Percentile(99);
    }

    // In turns: what the neighbours of this machine do meanwhile, they do to all three.
    async Task CompareAsync(string page, int requests)
    {
        var (still, nothing, here) = (new Measured(service, Pages.Static, visitors), new Measured(other, page, guests), new Measured(service, page, visitors));
        foreach (var one in new[] { still, nothing, here }) await one.WarmAsync(crowd, users);
        for (var round = 0; round < rounds; round++)
            foreach (var one in new[] { still, nothing, here }) await one.RushAsync(crowd, requests / rounds);

        Say($"| `{page}` | {here.Percentile(50):N1} | {here.Percentile(99):N1} | {here.Percentile(99) / still.Percentile(99):N2} | {here.Percentile(99) / nothing.Percentile(99):N2} | {here.Processor:N2} | {here.Processor / still.Processor:N2} | {here.Processor / nothing.Processor:N2} |");
    }
}
finally
{
    Directory.Delete(folder, recursive: true);
}

string Made(string name) => Directory.CreateDirectory(Path.Combine(folder, name)).FullName;

static void Say(FormattableString text) => Console.WriteLine(text.ToString(CultureInfo.InvariantCulture));

string Given(string option, string otherwise) => Array.IndexOf(args, option) is >= 0 and var at ? args[at + 1] : otherwise;

int Number(string option, int otherwise) => int.Parse(Given(option, otherwise.ToString(CultureInfo.InvariantCulture)), CultureInfo.InvariantCulture);
