using System.Collections.Concurrent;
using Azukari.Domain;
using Azukari.Domain.People;
using Azukari.Server.Tests.Front;

namespace Azukari.Server.Tests.Telemetry;

/// <summary>A node says when it takes nothing, and ends without leaving anything half done.</summary>
public sealed class ReadyTests
{
    [Fact]
    public async Task A_node_whose_database_does_not_answer_is_healthy_and_not_ready()
    {
        await using var town = await Town.FoundedAsync(Where.Sqlite);
        Assert.Equal("ready", (await Knock.AnonymousAsync(town.Host, HttpMethod.Get, "/ready")).Text);

        await town.Host.TamperAsync("drop table read_model");

        (await Knock.AnonymousAsync(town.Host, HttpMethod.Get, "/ready")).Is(503, "not-ready");
        Assert.Equal("ok", (await Knock.AnonymousAsync(town.Host, HttpMethod.Get, "/health")).Text);
    }

    [Fact]
    public async Task Asked_to_end_it_answers_what_it_has_taken_and_ends_well()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "a service is asked in another way there");
        await using var town = await Town.FoundedInProgramAsync();
        var acts = Enumerable.Range(0, 60).Select(n => town.Sign(
            new EnrolPerson(new($"o-{n}"), new("city"), town.FactOf($"o-{n}")), null, ($"o-{n}", Role.Member), ("o-root", Role.Representative))).ToArray();
        var answers = new ConcurrentDictionary<int, int>();

        var sending = Parallel.ForEachAsync(Enumerable.Range(0, acts.Length), new ParallelOptions { MaxDegreeOfParallelism = 6 }, async (n, _) =>
        {
            try
            {
                answers[n] = (await town.SendAsync(acts[n])).Status;
            }
            catch (HttpRequestException)
            {
                // Nobody was there any more.
            }
        });
        while (answers.Count < 15 && !sending.IsCompleted) await Task.Delay(5);
        var exit = await town.Host.EndAsync();
        await sending;
        await town.Host.StartAgainAsync();

        Assert.Equal(0, exit);
        Assert.All(answers.Values, status => Assert.Equal(201, status));
        foreach (var n in answers.Keys) Assert.Equal(200, (await town.SendAsync(acts[n])).Status);
        Assert.Equal(answers.Count + 1, (await town.ReplayedAsync()).NextSeq); // What was not answered is not there either.
    }

    [Theory]
    [InlineData("--otlp", "nowhere")]
    [InlineData("--webhook", "ftp://example")]
    [InlineData("--burst", "0")]
    [InlineData("--founders", "me")]
    public void A_setting_that_is_not_what_it_must_be_stops_the_start(string name, string value)
    {
        using var folder = new Testing.TempFolder();

        Assert.Contains(name, Assert.Throws<SettingsException>(() => Settings.Of(new Microsoft.Extensions.Configuration.ConfigurationManager { ["data"] = folder.FullPath, [name[2..]] = value })).Message, StringComparison.Ordinal);
    }
}
