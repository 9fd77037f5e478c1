using Azukari.Demo.City;
using Azukari.Demo.Machines;
using Azukari.Demo.Stories;
using Azukari.Testing;
using Microsoft.Data.Sqlite;

namespace Azukari.Demo.Tests.Front;

/// <summary>R17, R20, R30, R32: the service, both holders and the stations are killed at random moments of whole journeys, and started again. Nothing that was acknowledged is lost, no killed key lives, nothing is half loaded, and every journey comes to its end.</summary>
[Trait("Run", "deep")]
public sealed class RunningDemoTests(ITestOutputHelper output) : IDisposable
{
    private const int Residents = 40, Journeys = 5;
    private readonly string folder = Directory.CreateTempSubdirectory("azukari-cut-").FullName;

    public static TheoryData<bool> Engines => PostgresCluster.MissingReason is null ? [false, true] : [false];

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Killed_at_any_moment_of_whole_journeys_everything_comes_to_its_end_and_nothing_that_died_lives(bool onPostgres)
    {
        var (rooms, seed) = (new Rooms(Path.Combine(folder, "rooms")), Environment.TickCount);
        var media = Enumerable.Range(1, Often.Times(Journeys)).Select(number => new MountedMedium($"usb-{number:d2}", rooms["media", $"usb-{number:d2}"])).ToArray();
        await SyntheticCity.Create(Residents, seed: 7).WriteCsvAsync(rooms["source"]);
        using var postgres = onPostgres ? Postgres.StartIfFound() : null;
        await using var at = await Installation.StartAsync(rooms, postgres);
        await new Founding(at).RunAsync([.. media.Select(medium => (medium.Id, medium.Folder))]);
        await at.Stations["st-open"].DoAsync("enrol", "recipients", "--desk", at.StationDesk("st-open"), "--station", at.StationFolder("st-open"), "--count", $"{media.Length}");

        await using var cuts = new PowerCuts(at, new Random(seed));
        cuts.Begin();
        foreach (var (medium, number) in media.Select((medium, number) => (medium, number)))
        {
            var journey = new Journey(at, $"r-{number:d3}", medium.Id, medium.Folder);
            var (stubborn, rows) = (new StubbornJourney(at, journey), rooms["call-centre", $"{journey.Id}.db"]);
            await stubborn.DepartAsync(Residents, rooms["source"]);
            if (number % 3 == 2) await stubborn.LoseAsync();
            else await stubborn.CloseAsync($"sqlite:{rows}", [medium]);

            if (number % 3 != 2) Assert.Equal(Residents, Rows(rows));
        }

        await cuts.EndAsync();
        output.WriteLine($"{cuts}; seed {seed}");
        await AssertWholeAsync(at, media.Length);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    /// <summary>The record verifies, nobody has seen two of them, and of the keys that served nothing is left.</summary>
    private static async Task AssertWholeAsync(Installation at, int journeys)
    {
        var last = new Journey(at, "r-000", "usb-01", at.Rooms["media", "usb-01"]);
        await at.Desk.DoAsync("verify", await last.BundleAsync(), "--genesis", at.Genesis);
        foreach (var side in new[] { "owner", "contractor" })
        {
            Assert.False(File.Exists(at.Rooms["holder-" + side, "alarm"]), side);
            Assert.True(Directory.GetFiles(at.Rooms["holder-" + side, "tombstones"]).Length >= journeys, side);
        }

        foreach (var place in new[] { at.Rooms["holder-owner"], at.Rooms["holder-contractor"], at.StationFolder("st-open") })
        {
            var dead = Directory.GetFiles(Path.Combine(place, "tombstones")).Select(Path.GetFileNameWithoutExtension).ToHashSet();
            Assert.DoesNotContain(Directory.GetFiles(Path.Combine(place, "identities")), key => dead.Contains(Path.GetFileNameWithoutExtension(key)));
        }
    }

    private static long Rows(string file)
    {
        using var database = new SqliteConnection($"Data Source={file};Pooling=False");
        database.Open();
        using var count = database.CreateCommand();
        count.CommandText = "select count(*) from residents where (select count(*) from azukari_loaded) = 1";
        return (long)count.ExecuteScalar()!;
    }
}
