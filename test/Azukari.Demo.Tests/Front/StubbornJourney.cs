using Azukari.Demo.Machines;
using Azukari.Demo.Stories;
using Azukari.Domain;

namespace Azukari.Demo.Tests.Front;

/// <summary>A journey whose people look at the record when something failed, and do again what it does not have. They never do anything else than call the same verb again.</summary>
internal sealed class StubbornJourney(Installation at, Journey journey)
{
    private const int Tries = 60;

    // In the order of the journey; a phase that the record has shown never goes back.
    private static readonly Phase[] Order =
        [Phase.Asked, Phase.Endorsed, Phase.Permitted, Phase.Sealed, Phase.Outside, Phase.Arrived, Phase.Released, Phase.Loaded, Phase.ErasedAtSite, Phase.Home, Phase.Cleared, Phase.Verified, Phase.Closed];

    private int reached = -1;

    internal async Task DepartAsync(int people, string source)
    {
        await UntilAsync(Phase.Asked, async () => Taken(await journey.TryAskAsync(people)));
        await UntilAsync(Phase.Endorsed, journey.EndorseAsync);
        await UntilAsync(Phase.Permitted, journey.ApproveAsync);
        await UntilAsync(Phase.Sealed, () => journey.SealAsync($"csv:{source}"));
        await UntilAsync(Phase.Outside, async () => await journey.DepartAsync((await journey.StatusAsync())["sealNumber"]!.GetValue<string>()));
    }

    internal async Task CloseAsync(string into, IReadOnlyList<MountedMedium> media)
    {
        await UntilAsync(Phase.Arrived, journey.ArriveAsync);
        foreach (var signing in journey.Confirming) await UntilTakenAsync(() => journey.ConfirmAsync(signing), "SideHasConfirmed");
        await UntilAsync(Phase.Loaded, () => journey.LoadAsync(into, media));
        await UntilAsync(Phase.ErasedAtSite, journey.EraseAtSiteAsync);
        await UntilAsync(Phase.Home, journey.ReturnAsync);
        await UntilAsync(Phase.Cleared, journey.ClearAsync);
        await UntilAsync(Phase.Verified, journey.VerifyAsync);
        await UntilTakenAsync(journey.KeysAreDeadAsync, null);
        await UntilAsync(Phase.Closed, journey.ConfirmErasureAsync);
    }

    /// <summary>Reported, and reported again until both holders' keys are dead; then the destination hears of it.</summary>
    internal async Task LoseAsync()
    {
        await UntilTakenAsync(async () =>
        {
            await at.Desk.TryAsync("lost", "--carry-out", journey.Id, "--key", at.Cast.Carrier.KeyFile, "--desk", at.DeskFolder);
            await journey.KeysAreDeadExceptDestinationAsync();
        }, null);
        await UntilTakenAsync(async () =>
        {
            await at.Stations["st-open"].DoAsync("watch", "--station", at.StationFolder("st-open"), "--desk", at.StationDesk("st-open"));
            await journey.KeysAreDeadAsync();
        }, null);
    }

    private static void Taken((int Exit, string Output) answer)
    {
        if (answer.Exit != 0) throw new DemoException(answer.Output);
    }

    /// <summary>A step is done when the record says so, whatever the call answered.</summary>
    private Task UntilAsync(Phase phase, Func<Task> step) => PersistAsync(async () =>
    {
        if (await ReachedAsync() >= Array.IndexOf(Order, phase)) return true;
        await step();
        return await ReachedAsync() >= Array.IndexOf(Order, phase);
    }, phase.ToString());

    private static Task UntilTakenAsync(Func<Task> step, string? done) => PersistAsync(async () =>
    {
        try
        {
            await step();
            return true;
        }
        catch (DemoException refused) when (done is not null && refused.Message.Contains(done, StringComparison.Ordinal))
        {
            return true; // The call before was heard, and its answer was not.
        }
    }, done ?? "the keys' death");

    private static async Task PersistAsync(Func<Task<bool>> isDone, string what)
    {
        DemoException? last = null;
        for (var time = 0; time < Tries; time++)
        {
            try
            {
                if (await isDone()) return;
            }
            catch (DemoException cut)
            {
                last = cut; // Something was down, or did not know that it was done already; the record is asked again.
            }

            await Task.Delay(250);
        }

        throw new InvalidOperationException($"it does not come to {what}", last);
    }

    /// <summary>How far the record says that it is. What it has said once it does not take back.</summary>
    private async Task<int> ReachedAsync()
    {
        var (exit, output) = await at.Desk.TryAsync("status", "--desk", at.DeskFolder, "--carry-out", journey.Id);
        if (exit != 0) return output.Contains("knows no", StringComparison.Ordinal) ? -1 : throw new DemoException(output);

        var found = System.Text.Json.Nodes.JsonNode.Parse(output)!["carryOuts"]!.AsArray();
        var now = found.Count == 0 ? -1 : Array.IndexOf(Order, Enum.Parse<Phase>(found[0]!["phase"]!.GetValue<string>()));
        Assert.True(now >= reached, $"{journey.Id} went back from {reached} to {now}");
        return reached = now;
    }
}
