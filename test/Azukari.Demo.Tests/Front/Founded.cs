using Azukari.Demo.City;
using Azukari.Demo.Machines;
using Azukari.Demo.Stories;

[assembly: AssemblyFixture(typeof(Azukari.Demo.Tests.Front.Founded))]

namespace Azukari.Demo.Tests.Front;

/// <summary>One founded engagement with real programs for all tests of this folder; each test takes a medium of its own.</summary>
public sealed class Founded : IAsyncLifetime
{
    internal const int Residents = 60;
    private const int Media = 64;
    private readonly string folder = Directory.CreateTempSubdirectory("azukari-front-").FullName;
    private int taken;

    private Installation? started;

    internal Installation At => started ?? throw new InvalidOperationException("the installation did not start");

    internal string Source => At.Rooms["source"];

    public async ValueTask InitializeAsync()
    {
        var rooms = new Rooms(Path.Combine(folder, "rooms"));
        await SyntheticCity.Create(Residents, seed: 7).WriteCsvAsync(rooms["source"]);
        started = await Installation.StartAsync(rooms);
        await new Founding(At).RunAsync([.. Enumerable.Range(1, Media).Select(number => Medium(rooms, number))]);
        await At.Stations["st-open"].DoAsync("enrol", "recipients", "--desk", At.StationDesk("st-open"), "--station", At.StationFolder("st-open"), "--count", $"{Media}");
    }

    public async ValueTask DisposeAsync()
    {
        if (started is not null) await started.DisposeAsync(); // What kept it from starting is the failure to show.
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>A case of its own on a medium of its own.</summary>
    internal Journey NewJourney()
    {
        var number = Interlocked.Increment(ref taken);
        var (medium, place) = Medium(At.Rooms, number);
        return new Journey(At, $"t-{number:d3}", medium, place);
    }

    /// <summary>A case over several volumes, of which the first ones have spares.</summary>
    internal (Journey Journey, MountedMedium[] Volumes, MountedMedium[] Spares) NewJourney(int volumes, int spares)
    {
        var last = Interlocked.Add(ref taken, volumes + spares);
        MountedMedium[] media = [.. Enumerable.Range(last - volumes - spares + 1, volumes + spares).Select(number => Medium(At.Rooms, number)).Select(medium => new MountedMedium(medium.Medium, medium.Folder))];
        return (new Journey(At, $"t-{last:d3}", media[..volumes], media[volumes..]), media[..volumes], media[volumes..]);
    }

    private static (string Medium, string Folder) Medium(Rooms rooms, int number) => ($"usb-{number:d2}", rooms["media", $"usb-{number:d2}"]);
}
