using Azukari.Domain.Closing;
using Azukari.Domain.Incidents;
using Microsoft.Extensions.Time.Testing;

namespace Azukari.Holder.Tests;

/// <summary>One moment that can be lived again and again: the owner's folder and the service as they were, a holder's process that dies in it, and the process that comes after.</summary>
internal sealed class CrashScene : IAsyncDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly string before;
    private readonly Action rewind;
    private readonly Protocol.Ledger.SignedAct lost;

    private CrashScene(Scene scene)
    {
        (Scene, before, rewind) = (scene, scene.FolderOf(Side.Owner) + "-before", scene.Service.Remember());
        Copy(scene.FolderOf(Side.Owner), before);
        lost = scene.Town.Lost(Town.Carrier);
        Later = new(scene.Clock.GetUtcNow().AddSeconds(30)); // A holder takes no request that was signed before it began.
    }

    internal Scene Scene { get; }

    internal BadComputer Computer { get; } = new();

    internal FakeTimeProvider Later { get; }

    /// <summary>What a holder does when nothing goes wrong.</summary>
    internal IReadOnlyList<string> Steps { get; private set; } = [];

    /// <summary>The envelope without the owner's layer, as it must be given every time.</summary>
    internal byte[] Inner { get; private set; } = [];

    /// <summary>When the next process that tries is gone, counted from when it is asked; null for one that only dies of its computer.</summary>
    internal TimeSpan? DiesAfter { get; set; }

    /// <summary>How many processes were gone at a step of theirs or at a moment.</summary>
    internal int Kills { get; private set; }

    /// <summary>Everything is carried there and confirmed; the owner's holder is off.</summary>
    internal static async Task<CrashScene> ConfirmedAsync()
    {
        var scene = await Scene.CarriedAsync();
        await scene.StopAsync(Side.Owner);
        scene.Town.Arrive();
        scene.Town.ConfirmBoth();
        return new(scene);
    }

    /// <summary>Lives the moment once with nothing going wrong.</summary>
    internal async Task CountAsync(Func<string, Task<(int Status, byte[] Body)>> ask)
    {
        var (status, body) = (await TryAsync(ask, Misfortune.None, 0))!.Value;
        Assert.Equal(200, status);
        (Steps, Inner) = (Computer.Taken(), body);
    }

    /// <summary>Which step that is, in words.</summary>
    internal string Where(Misfortune how, int at) => $"{how} at {at}: {(at > 0 && at <= Steps.Count ? Steps[at - 1] : $"after {DiesAfter?.TotalMilliseconds} ms")}";

    /// <summary>Puts everything back to the moment before.</summary>
    internal void Rewind()
    {
        rewind();
        Directory.Delete(Scene.FolderOf(Side.Owner), recursive: true);
        Copy(before, Scene.FolderOf(Side.Owner));
    }

    /// <summary>Has a holder do something on a computer that goes wrong, and tells what was answered; null where nothing was.</summary>
    internal async Task<(int Status, byte[] Body)?> TryAsync(Func<string, Task<(int Status, byte[] Body)>> ask, Misfortune how, int at)
    {
        if (how != Misfortune.None || DiesAfter is not null) Kills++;
        await using var holder = await HolderProcess.StartAsync(Scene, Computer, how, at);
        if (holder.Address is null) return null;

        try
        {
            if (DiesAfter is { } span) holder.KillAfter(span);
            return await ask(holder.Address);
        }
        catch (HttpRequestException)
        {
            Assert.True(await holder.IsGoneAsync(Patience), "it neither answered nor died");
            return null;
        }
    }

    /// <summary>Has the holder that comes after do something.</summary>
    internal async Task<(int Status, byte[] Body)> AfterAsync(Func<string, Task<(int Status, byte[] Body)>> ask)
    {
        await using var holder = await HolderProcess.StartAsync(Scene, Computer, tick: 200);
        Assert.True(holder.Address is not null, "the holder does not start any more");
        return await ask(holder.Address);
    }

    internal Task<(int Status, byte[] Body)> ReleaseAsync(string holder) => Scene.SendAsync(Scene.ReleaseRequest(holder, Scene.Envelope, clock: Later));

    internal Task<(int Status, byte[] Body)> LoseAsync(string holder) => Scene.ReportLossAsync(holder, lost);

    /// <summary>The holder tells by itself; a moment's patience is enough.</summary>
    internal async Task IsToldAsync()
    {
        for (var look = 0; look < 400 && !Scene.Service.Acts.OfType<DestroyKey>().Any(); look++) await Task.Delay(25);
        for (var look = 0; look < 400 && !Scene.Service.Acts.OfType<ReportLoss>().Any(); look++) await Task.Delay(25);
    }

    public async ValueTask DisposeAsync()
    {
        Computer.Dispose();
        await Scene.DisposeAsync();
    }

    private static void Copy(string from, string to)
    {
        foreach (var folder in Directory.GetDirectories(from, "*", SearchOption.AllDirectories).Prepend(from)) Directory.CreateDirectory(folder.Replace(from, to, StringComparison.Ordinal));
        foreach (var file in Directory.GetFiles(from, "*", SearchOption.AllDirectories)) File.Copy(file, file.Replace(from, to, StringComparison.Ordinal));
    }
}
