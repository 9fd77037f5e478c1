using System.Text;
using Azukari.Domain.Closing;
using Azukari.Domain.Incidents;
using Azukari.Domain.Opening;

namespace Azukari.Holder.Tests;

/// <summary>R17, R23, R32: a holder's process is gone, as by kill -9, at a step of its work or at any moment; the one that comes after has lost nothing that was answered and revives nothing that died.</summary>
public sealed class CrashTests(ITestOutputHelper output)
{
    private const int RandomMoments = 100;

    // Each is the first of its kind in the run: the process dies right after it. The record is followed, the intent is written, the entry is sent.
    private static readonly string[] StepsOfRelease = ["rename */checkpoint", "rename */releases/*", "send *"];

    // The key is overwritten, it is called dead, it has its gravestone, the report that ordered it is kept.
    private static readonly string[] StepsOfKill = ["write */identities/*", "rename */identities/*", "rename */tombstones/*", "rename */reports/*"];

    [Fact]
    public async Task A_release_that_was_cut_off_at_a_named_step_is_given_afterwards_once_and_the_same()
    {
        await using var crash = await ReleasingAsync();
        foreach (var at in After(crash, StepsOfRelease)) await ReleasesOnceAsync(crash, Misfortune.Kill, at);
    }

    [Fact]
    public async Task A_kill_that_was_cut_off_at_a_named_step_is_finished_and_its_key_never_lives_again()
    {
        await using var crash = await KillingAsync();
        foreach (var at in After(crash, StepsOfKill)) await KillsAsync(crash, Misfortune.Kill, at);
    }

    [Fact]
    public async Task A_key_that_the_disk_does_not_give_opens_nothing_keeps_the_holder_from_nothing_and_dies_when_it_must()
    {
        Assert.SkipUnless(BadComputer.IsPossible, BadComputer.Otherwise);
        await using var crash = await CrashScene.ConfirmedAsync();
        var key = crash.Scene.IdentityPath(Side.Owner);
        await using var holder = await HolderProcess.StartAsync(crash.Scene, crash.Computer, Misfortune.Eio, 1, ("read", key), tick: 200);
        Assert.True(holder.Address is not null, "it does not start");

        var (status, body) = await crash.ReleaseAsync(holder.Address);
        Assert.Equal((503, true), (status, Encoding.UTF8.GetString(body).Contains("key-unreadable", StringComparison.Ordinal)));
        Assert.Empty(crash.Scene.Service.Acts.OfType<ReleaseLayer>());

        Assert.Equal(200, (await crash.LoseAsync(holder.Address)).Status);
        await crash.IsToldAsync();
        Assert.False(File.Exists(key));
        Assert.Equal((crash.Scene.NamedKey(Side.Owner), DestructionCause.Loss), Assert.Single(crash.Scene.Service.Acts.OfType<DestroyKey>()).Measured is var stone ? (stone.Recipient, stone.Cause) : default);
    }

    [Theory]
    [Trait("Run", "deep")]
    [InlineData(Misfortune.Kill)]
    [InlineData(Misfortune.Tear)]
    public async Task At_every_step_of_a_release(Misfortune how)
    {
        await using var crash = await ReleasingAsync();
        for (var at = 1; at <= crash.Steps.Count + 1; at++) await ReleasesOnceAsync(crash, how, at);
        output.WriteLine($"{crash.Kills} kills");
    }

    [Theory]
    [Trait("Run", "deep")]
    [InlineData(Misfortune.Kill)]
    [InlineData(Misfortune.Tear)]
    public async Task At_every_step_of_a_kill(Misfortune how)
    {
        await using var crash = await KillingAsync();
        for (var at = 1; at <= crash.Steps.Count + 1; at++) await KillsAsync(crash, how, at);
        output.WriteLine($"{crash.Kills} kills");
    }

    [Fact]
    [Trait("Run", "deep")]
    public async Task At_random_moments_of_a_release_and_of_a_kill()
    {
        await using var crash = await ReleasingAsync();
        for (var moment = 0; moment < Often.Times(RandomMoments); moment++)
        {
            crash.DiesAfter = TimeSpan.FromMilliseconds(Random.Shared.Next(200));
            await ReleasesOnceAsync(crash, Misfortune.None, 0);
            crash.DiesAfter = TimeSpan.FromMilliseconds(Random.Shared.Next(200));
            await KillsAsync(crash, Misfortune.None, 0);
        }

        output.WriteLine($"{crash.Kills} kills");
    }

    private static async Task<CrashScene> ReleasingAsync()
    {
        Assert.SkipUnless(BadComputer.IsPossible, BadComputer.Otherwise);
        var crash = await CrashScene.ConfirmedAsync();
        await crash.CountAsync(crash.ReleaseAsync);
        return crash;
    }

    private static async Task<CrashScene> KillingAsync()
    {
        Assert.SkipUnless(BadComputer.IsPossible, BadComputer.Otherwise);
        var crash = await CrashScene.ConfirmedAsync();
        await crash.CountAsync(crash.LoseAsync);
        return crash;
    }

    /// <summary>The numbers of the steps that come after these; each kind is looked for behind the one before it.</summary>
    private static IEnumerable<int> After(CrashScene crash, string[] kinds)
    {
        var at = 0;
        foreach (var kind in kinds) yield return at = Steps.After(crash.Steps, kind, at);
    }

    private static async Task ReleasesOnceAsync(CrashScene crash, Misfortune how, int at)
    {
        crash.Rewind();
        var first = await crash.TryAsync(crash.ReleaseAsync, how, at);
        var (status, inner) = await crash.AfterAsync(crash.ReleaseAsync);

        Assert.True(status == 200, $"{crash.Where(how, at)}: {status}");
        Assert.Equal(crash.Inner, inner);
        if (first is { Status: 200, Body: var given }) Assert.Equal(crash.Inner, given);
        Assert.Single(crash.Scene.Service.Acts.OfType<ReleaseLayer>(), act => act.Side == Side.Owner);
    }

    private static async Task KillsAsync(CrashScene crash, Misfortune how, int at)
    {
        crash.Rewind();
        var (scene, where) = (crash.Scene, crash.Where(how, at));
        var first = await crash.TryAsync(crash.LoseAsync, how, at);
        if (first is not null) Assert.False(File.Exists(scene.IdentityPath(Side.Owner)), $"{where}: it was answered and the key is there");

        // Whoever heard no answer reports again; whoever heard one does nothing more.
        var (status, _) = await crash.AfterAsync(async holder =>
        {
            if (first is null) Assert.Equal(200, (await crash.LoseAsync(holder)).Status);
            await crash.IsToldAsync();
            return await crash.ReleaseAsync(holder);
        });

        Assert.True(status == 422, $"{where}: asked for the layer it answers {status}");
        Assert.Empty(Directory.GetFiles(Path.Combine(scene.FolderOf(Side.Owner), "identities"), scene.NamedKey(Side.Owner).Value + "*"));
        var stone = Assert.Single(scene.Service.Acts.OfType<DestroyKey>()).Measured;
        Assert.Equal((scene.NamedKey(Side.Owner), DestructionCause.Loss, 1L), (stone.Recipient, stone.Cause, stone.Count));
        Assert.Single(scene.Service.Acts.OfType<ReportLoss>());
    }
}
