using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents;
using Azukari.Domain.Watch;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Signatures;
using Azukari.Server.Tests.Front;
using Azukari.TransparencyLog;

namespace Azukari.Server.Tests.Transport;

/// <summary>R32, R35: what makes data less reachable waits for nothing but its own signatures.</summary>
public sealed class SafetyTests
{
    private const string Acts = $"/api/v1/engagements/{Town.Name}/acts";

    [Fact]
    public async Task A_loss_is_taken_from_whoever_brings_it()
    {
        await using var town = await Town.OutsideAsync(Where.Sqlite);
        using var stranger = SigningKey.Generate();
        var lost = town.Lost().Write();

        Assert.Equal(201, (await Knock.AnonymousAsync(town.Host, HttpMethod.Post, Acts, lost)).Status);
        Assert.Equal(200, (await Knock.SendAsync(town.Host, stranger, HttpMethod.Post, Acts, lost)).Status);
        Assert.NotNull((await town.ReplayedAsync()).Find(Town.Case)!.KillOrdered);
    }

    [Fact]
    public async Task A_loss_is_taken_when_the_bringers_clock_is_wrong()
    {
        await using var town = await Town.OutsideAsync(Where.Sqlite);

        var answer = await Knock.SendAsync(town.Host, town.KeyOf("c-carrier"), HttpMethod.Post, Acts, town.Lost().Write(), at: town.Host.Clock.GetUtcNow().AddYears(-1));

        Assert.Equal(201, answer.Status);
    }

    [Fact]
    public async Task A_loss_of_what_nobody_granted_is_taken_and_calls_people()
    {
        await using var town = await Town.OutsideAsync(Where.Sqlite);
        var lost = town.Sign(new ReportLoss(new("nobody-asked"), LossKind.Lost), null, ("c-carrier", Role.Member));

        Assert.Equal(201, (await Knock.AnonymousAsync(town.Host, HttpMethod.Post, Acts, lost.Write())).Status);
        await town.Host.WatchAsync();

        var facts = await town.ReplayedAsync();
        Assert.Contains(facts.Alarms, alarm => alarm.Kind == DeadlineKind.Incident && alarm.About == facts.Incidents.Single(incident => incident.About == "nobody-asked").Id.Value);
        Assert.Null(facts.Find(Town.Case)!.KillOrdered ?? facts.Find(Town.Case)!.Suspended?.Mark);
    }

    [Fact]
    public async Task A_loss_is_not_taken_on_a_signature_that_does_not_fit()
    {
        await using var town = await Town.OutsideAsync(Where.Sqlite);
        var lost = town.Lost();
        var forged = lost with { People = [lost.People[0] with { Signature = town.Lost("c-executive").People[0].Signature }] };

        (await Knock.AnonymousAsync(town.Host, HttpMethod.Post, Acts, forged.Write())).Is(403, "bad-signature");
    }

    [Fact]
    public async Task Other_acts_are_not_taken_from_strangers()
    {
        await using var town = await Town.OutsideAsync(Where.Sqlite);
        var policy = town.Sign(new SetPolicy(5, 5, 1, [], Town.YearEnds), null, ("o-approver", Role.Approver));

        (await Knock.AnonymousAsync(town.Host, HttpMethod.Post, Acts, policy.Write())).Is(401, "unauthenticated");
    }

    [Fact]
    public async Task A_crowd_holds_back_everything_but_safety_acts()
    {
        await using var town = await Town.OutsideAsync(Where.Sqlite, "--burst", "200");
        var policy = town.Sign(new SetPolicy(5, 5, 1, [], Town.YearEnds), null, ("o-approver", Role.Approver));

        (await CrowdAsync(() => Knock.AnonymousAsync(town.Host, HttpMethod.Get, "/health"))).Is(429, "too-many");
        Assert.Equal(201, (await town.SendAsync(town.Lost())).Status);
        Assert.Equal(429, (await CrowdAsync(() => town.AskAsync(HttpMethod.Get, "carry-outs"))).Status);
        Assert.Equal(429, (await CrowdAsync(() => town.SendAsync(policy))).Status);
    }

    [Fact]
    public async Task What_the_service_says_of_itself_nobody_else_says()
    {
        await using var town = await Town.OutsideAsync(Where.Sqlite);
        town.Host.Clock.SetUtcNow(Town.Clock(13, 0)); // It would be true, and is not theirs to say.
        Act[] own = [new DeadlinePassed(Town.Case, DeadlineKind.Arrival, null, 1, 0), new DeadlinePassed(Town.Case, DeadlineKind.Arrival, null, 4, 0)];

        foreach (var act in own)
        {
            (await town.SendAsync(new SignedAct(new(Town.Name), act, [], null))).Is(403, "services-own");
            (await town.SendAsync(town.Sign(act, "owner-holder"))).Is(403, "services-own");
        }

        (await town.SendAsync(new SignedAct(new(Town.Name), new Domain.Custody.HandOver(Town.Case, [Town.Stick], [], null, new("call-centre"), true, "A-001", true), [], null))).Is(403, "services-own");
    }

    /// <summary>Asks until the bucket is empty, however slow this computer is.</summary>
    private static async Task<Answer> CrowdAsync(Func<Task<Answer>> ask)
    {
        for (var n = 0; n < 5000; n += 20)
            if ((await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => ask()))).FirstOrDefault(answer => answer.Status == 429) is { } refused) return refused;

        throw new InvalidOperationException("nobody was held back");
    }

    [Fact]
    public async Task A_log_that_can_no_longer_be_signed_holds_back_no_act()
    {
        await using var town = await Town.OutsideAsync(Where.Sqlite);
        File.Delete(Path.Combine(town.Host.Data, "log-keys", $"{Town.Name}.log-key"));

        Assert.Equal(201, (await town.SendAsync(town.Lost())).Status);
        (await town.AskAsync(HttpMethod.Get, "checkpoint")).Is(500, "failed");
    }

    [Fact]
    public async Task Witnesses_that_are_silent_hold_back_no_act()
    {
        await using var town = await Town.OutsideAsync(Where.Sqlite);

        await town.DoAsync(town.Lost());
        await town.DoAsync(town.Tombstone(Town.Keys.Owner, "owner-holder"));

        Assert.Single(SignedNote.Parse((await town.AskAsync(HttpMethod.Get, "checkpoint")).Body).Signatures);
        (await town.AskAsync(HttpMethod.Get, "bundle")).Is(409, "cosignature-pending");
    }
}
