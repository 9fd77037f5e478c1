using Azukari.Domain.Opening;

namespace Azukari.Holder.Tests;

/// <summary>R17 at the holder's own door: two layers come off, once, for one station, and nothing unexpected gets anything.</summary>
public sealed class ReleaseTests
{
    [Fact]
    public async Task Both_layers_come_off_and_the_station_opens_the_rest()
    {
        await using var scene = await Scene.ConfirmedAsync();

        var (ownerStatus, afterOwner) = await scene.ReleaseAsync(Side.Owner, scene.Envelope);
        var (contractorStatus, afterBoth) = await scene.ReleaseAsync(Side.Contractor, afterOwner);

        Assert.Equal((200, 200), (ownerStatus, contractorStatus));
        Assert.Equal(Scene.Innermost, scene.OpenAtStation(afterBoth));
        Assert.Equal([Side.Owner, Side.Contractor], scene.Service.Acts.OfType<ReleaseLayer>().Select(act => act.Side));
    }

    [Fact]
    public async Task Asked_again_it_gives_the_same_bytes_and_writes_nothing_more()
    {
        await using var scene = await Scene.ConfirmedAsync();

        var (_, first) = await scene.ReleaseAsync(Side.Owner, scene.Envelope);
        var (status, second) = await scene.ReleaseAsync(Side.Owner, scene.Envelope);

        Assert.Equal(200, status);
        Assert.Equal(first, second);
        Assert.Single(scene.Service.Acts.OfType<ReleaseLayer>());
    }

    [Fact]
    public async Task Asked_again_after_a_restart_and_after_the_opening_hour_it_still_gives_the_same_bytes()
    {
        await using var scene = await Scene.ConfirmedAsync();
        var (_, first) = await scene.ReleaseAsync(Side.Owner, scene.Envelope);
        await scene.StopAsync(Side.Owner);
        scene.Town.At(Town.Day(21, 15, 0));
        await scene.StartAsync(Side.Owner);

        var (status, second) = await scene.ReleaseAsync(Side.Owner, scene.Envelope);

        Assert.Equal(200, status);
        Assert.Equal(first, second);
    }

    [Fact]
    public async Task Before_the_arrival_is_proven_nothing_is_released()
    {
        await using var scene = await Scene.CarriedAsync();
        await RefusesAsync(scene, Side.Owner, "R17.NotArrived", "R17.ConfirmationMissing", "R17.ConfirmationMissing");
    }

    [Fact]
    public async Task One_confirmation_alone_releases_nothing()
    {
        await using var scene = await Scene.CarriedAsync();
        scene.Town.Arrive();
        scene.Town.Confirm(Town.SiteOperator, Role.Operator);

        await RefusesAsync(scene, Side.Owner, "R17.ConfirmationMissing");
    }

    [Fact]
    public async Task Another_station_gets_nothing()
    {
        await using var scene = await Scene.ConfirmedAsync();

        var (status, body) = await scene.ReleaseAsync(Side.Owner, scene.Envelope, Town.SealStation);

        Assert.Equal(422, status);
        Assert.Equal(["R10.StationNotPermitted"], Scene.CodesIn(body));
    }

    [Fact]
    public async Task A_key_that_the_record_does_not_know_is_nobody()
    {
        await using var scene = await Scene.ConfirmedAsync();
        Assert.Equal(401, (await scene.ReleaseAsync(Side.Owner, scene.Envelope, new StationId("stranger"))).Status);
    }

    [Fact]
    public async Task A_request_that_is_sent_twice_counts_once()
    {
        await using var scene = await Scene.ConfirmedAsync();
        var (first, second) = (scene.ReleaseRequest(Side.Owner, scene.Envelope), new HttpRequestMessage());
        using var copy = second;
        copy.Method = first.Method;
        copy.RequestUri = first.RequestUri;
        copy.Content = new ByteArrayContent(scene.Envelope);
        copy.Content.Headers.Add("Content-Digest", first.Content!.Headers.GetValues("Content-Digest"));
        foreach (var name in new[] { "Signature-Input", "Signature" }) copy.Headers.Add(name, first.Headers.GetValues(name));

        Assert.Equal(200, (await scene.SendAsync(first)).Status);
        Assert.Equal(409, (await scene.SendAsync(copy)).Status);
    }

    [Fact]
    public async Task The_contractors_layer_does_not_come_off_before_the_owners()
    {
        await using var scene = await Scene.ConfirmedAsync();
        await RefusesAsync(scene, Side.Contractor, "R17.OwnersLayerIsFirst");
    }

    [Fact]
    public async Task An_altered_envelope_is_none_of_ours()
    {
        await using var scene = await Scene.ConfirmedAsync();
        var altered = scene.Envelope.ToArray();
        altered[^1] ^= 1;

        var (status, body) = await scene.ReleaseAsync(Side.Owner, altered);

        Assert.Equal(422, status);
        Assert.Equal(["R17.PayloadDiffers"], Scene.CodesIn(body));
        Assert.Empty(scene.Service.Acts.OfType<ReleaseLayer>());
    }

    [Fact]
    public async Task What_the_contractors_holder_cannot_open_keeps_the_right_envelope_from_nobody()
    {
        await using var scene = await Scene.ConfirmedAsync();
        var (_, inner) = await scene.ReleaseAsync(Side.Owner, scene.Envelope);

        Assert.Equal(422, (await scene.ReleaseAsync(Side.Contractor, scene.Envelope)).Status);
        var (status, afterBoth) = await scene.ReleaseAsync(Side.Contractor, inner);

        Assert.Equal(200, status);
        Assert.Equal(Scene.Innermost, scene.OpenAtStation(afterBoth));
        Assert.Equal(2, scene.Service.Acts.OfType<ReleaseLayer>().Count());
    }

    [Fact]
    public async Task After_a_kill_nothing_is_released()
    {
        await using var scene = await Scene.ConfirmedAsync();
        Assert.Equal(201, scene.Service.Append(scene.Town.Lost(Town.Carrier)).Status);

        await RefusesAsync(scene, Side.Owner, "R20.KeyDead", "R23.Killed");
    }

    [Fact]
    public async Task After_the_opening_hour_nothing_is_released_for_the_first_time()
    {
        await using var scene = await Scene.ConfirmedAsync();
        scene.Town.At(Town.Day(21, 13, 1));

        await RefusesAsync(scene, Side.Owner, "R17.TooLate");
    }

    [Fact]
    public async Task While_the_server_is_down_nothing_is_released()
    {
        await using var scene = await Scene.ConfirmedAsync();
        await scene.RoundsAsync();
        scene.Service.IsDown = true;

        Assert.Equal(503, (await scene.ReleaseAsync(Side.Owner, scene.Envelope)).Status);
    }

    [Fact]
    public async Task A_server_that_shows_less_than_before_gets_nothing_released()
    {
        await using var scene = await Scene.ConfirmedAsync();
        await scene.RoundsAsync();
        scene.Service.ShowsOnly = scene.Service.Size - 1;

        Assert.Equal(503, (await scene.ReleaseAsync(Side.Owner, scene.Envelope)).Status);
    }

    [Fact]
    public async Task A_holder_whose_clock_lags_releases_nothing()
    {
        await using var scene = await Scene.ConfirmedAsync();
        scene.Town.At(Town.Day(21, 11, 50));
        Assert.Equal(201, scene.Service.Append(scene.Town.Sign(new Domain.Permits.DepositRecipient(Town.Hash("late")), Town.SealStation)).Status);
        scene.Clock.AdjustTime(Town.Day(21, 11, 44));

        Assert.Equal(503, (await scene.ReleaseAsync(Side.Owner, scene.Envelope)).Status);
    }

    [Fact]
    public async Task An_identity_that_is_gone_releases_nothing()
    {
        await using var scene = await Scene.ConfirmedAsync();
        await scene.StopAsync(Side.Owner);
        File.Delete(scene.IdentityPath(Side.Owner));
        await scene.StartAsync(Side.Owner);
        await scene.RoundAsync(Side.Owner);

        await RefusesAsync(scene, Side.Owner, "R20.KeyDead");
        Assert.Empty(scene.Service.Acts.OfType<Domain.Closing.DestroyKey>()); // Nobody saw it being destroyed: nothing is attested.
    }

    private static async Task RefusesAsync(Scene scene, Side side, params string[] codes)
    {
        var (status, body) = await scene.ReleaseAsync(side, scene.Envelope);

        Assert.Equal(422, status);
        Assert.Equal(codes.Order(), Scene.CodesIn(body).Order());
        Assert.Empty(scene.Service.Acts.OfType<ReleaseLayer>());
    }
}
