using System.Globalization;
using Azukari.Demo.Stories;
using Azukari.Testing;

namespace Azukari.Demo.Tests.Front;

/// <summary>A moment before one call of <c>azukari</c>, in a room without a network: it can be lived again and again, on a computer that goes wrong in the middle of the call.</summary>
/// <remarks>Whatever happens in the call, two things are asked: what it left is sound, and the next call brings the work to its end.</remarks>
internal abstract class CrashMoment(Founded founded, Journey journey) : IDisposable
{
    private int lives, kills;

    internal Journey Journey => journey;

    internal BadComputer Computer { get; } = new();

    /// <summary>How many processes were ended without warning so far.</summary>
    internal int Kills => kills;

    protected Founded Founded => founded;

    /// <summary>How everything stands before the call.</summary>
    protected string Before { get; } = Directory.CreateDirectory(founded.At.Rooms["moments", journey.Id]).FullName;

    /// <summary>The words of the call; whoever has to sign for it signs now.</summary>
    internal abstract Task<string[]> CallAsync(string life);

    /// <summary>What a call that was cut off may leave, and what it may not.</summary>
    internal abstract void AssertSound(string life, string where);

    /// <summary>The work is done, once and wholly, and says of itself what is so.</summary>
    internal abstract void AssertDone(string life, string where);

    /// <summary>A fresh folder in which everything stands as it did before.</summary>
    internal string Again()
    {
        var life = founded.At.Rooms["moments", $"{journey.Id}-{++lives}"];
        Folders.Copy(Before, life);
        return life;
    }

    /// <summary>What the call does when nothing goes wrong.</summary>
    internal async Task<IReadOnlyList<string>> StepsAsync()
    {
        var life = Again();
        var whole = await OneShot.RunAsync(Computer.Within(life), await CallAsync(life));
        Assert.True(whole.Exit == 0, whole.Output);
        AssertDone(life, "undisturbed");
        return Computer.Taken();
    }

    /// <summary>The process dies right after each of these kinds of step; each is looked for behind the one before it.</summary>
    internal async Task AfterEachAsync(params string[] kinds)
    {
        var (steps, at) = (await StepsAsync(), 0);
        foreach (var kind in kinds) await EndsWellAsync(Misfortune.Kill, at = Steps.After(steps, kind, at), steps);
    }

    internal async Task AtEveryStepAsync(Misfortune how)
    {
        var steps = await StepsAsync();
        for (var at = 1; at <= steps.Count; at++) await EndsWellAsync(how, at, steps);
    }

    /// <summary>The process is killed so often, each time somewhere between its start and this span.</summary>
    internal async Task AtRandomMomentsAsync(int times, TimeSpan longest)
    {
        for (var time = 0; time < times; time++) await EndsWellAsync(Misfortune.None, 0, [], Random.Shared.NextDouble() * longest);
    }

    public void Dispose() => Computer.Dispose();

    /// <summary>Brings the record so far into the room, and sets up in it what the station and the medium are now.</summary>
    protected async Task FurnishAsync(string station)
    {
        var (at, desk, soFar) = (founded.At, Path.Combine(Before, "desk"), Path.Combine(Before, "so-far.json"));
        await at.Stations[station].DoAsync("init", "desk", "--engagement", Installation.Engagement, "--to", desk, "--genesis", at.Genesis);
        await at.Desk.DoAsync("status", "--desk", at.DeskFolder, "--carry-out", journey.Id, "--message", soFar);
        await at.Stations[station].DoAsync("status", "--desk", desk, "--in", soFar);
        Folders.Copy(at.StationFolder(station), Path.Combine(Before, "station"));
        Folders.Copy(journey.Medium, Path.Combine(Before, "medium"));
    }

    /// <summary>The words that most calls in this room have in common.</summary>
    protected static string[] Here(string life) => ["--station", Path.Combine(life, "station"), "--desk", Path.Combine(life, "desk")];

    /// <summary>Where the medium is in this life.</summary>
    protected static string Medium(string life) => Path.Combine(life, "medium");

    private async Task EndsWellAsync(Misfortune how, int at, IReadOnlyList<string> steps, TimeSpan? diesAfter = null)
    {
        var life = Again();
        var where = string.Create(CultureInfo.InvariantCulture, $"{how} at {at} {(at > 0 ? steps[at - 1] : "")}, {diesAfter?.TotalMilliseconds:f0} ms, {life}");
        var first = await OneShot.RunAsync(Computer.Within(life, how, at), await CallAsync(life), diesAfter);
        if (first.Exit == OneShot.Killed) kills++;
        else Assert.True(diesAfter is not null, $"{where}: it ended with {first.Exit}");
        AssertSound(life, where);

        var then = await OneShot.RunAsync([], await CallAsync(life));
        Assert.True(then.Exit == 0, $"{where}: {then.Output}");
        AssertDone(life, where);
        Directory.Delete(life, recursive: true);
    }
}

/// <summary>Copies of folders.</summary>
internal static class Folders
{
    internal static void Copy(string from, string to)
    {
        foreach (var folder in Directory.GetDirectories(from, "*", SearchOption.AllDirectories).Prepend(from)) Directory.CreateDirectory(to + folder[from.Length..]);
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories)) File.Copy(file, to + file[from.Length..]);
    }
}
