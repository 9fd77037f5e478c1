using Azukari.Age;
using Azukari.Domain;
using Azukari.Domain.Opening;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Wording;

namespace Azukari.Holder;

/// <summary>開封許可: takes off this side's layer, once the own record, replayed by the own rules, allows it (R17). Anything unexpected denies.</summary>
internal sealed class ReleaseEndpoint(HolderSettings settings, Follower follower, Vault vault, ServiceLink service, HolderKeys keys, TimeProvider clock, ILogger<ReleaseEndpoint> log) : IDisposable
{
    internal static readonly TimeSpan MostApart = TimeSpan.FromMinutes(5);

    private readonly SemaphoreSlim one = new(1);

    internal async Task<IResult> HandleAsync(string carryOutId, byte[] envelope, string callerKey, CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation);
        try
        {
            await follower.FollowAsync(cancellation);
            if (follower.Alarm is not null) return Deny("alarm", "this holder does not trust the record any more");

            var carryOut = follower.Facts.CarryOuts.Values.FirstOrDefault(found => found.Id.Value == carryOutId);
            if (carryOut is not { Permit: { } permit, Seal: { } seal, Arrival: { } arrival }) return Deny("not-arrived", "the record shows no arrival of this case");
            if (follower.Facts.Stations.GetValueOrDefault(carryOut.Plan.OpenAt)?.Key.Id.Value != callerKey) return Deny("station-not-permitted", "only the station that the permit names may ask");
            if (settings.Side == Side.Owner && Digests.Sha256(envelope) != seal.Measured.Envelope) return Deny("envelope-differs", "this is not the envelope of the seal receipt");
            if (follower.Facts.LastAt - clock.GetUtcNow() > MostApart) return Deny("clock", "this holder's clock is behind the record's");

            var own = settings.Side == Side.Owner ? permit.Keys.Owner : permit.Keys.Contractor;
            using var identity = vault.Open(own);
            if (identity is null) return Deny("key-dead", "this holder's key for the case is dead");

            var layer = Opened(envelope, identity);
            if (layer is null) return Deny("envelope-differs", "this holder's key does not open what was sent");

            return await DecideAsync(carryOut, arrival, cancellation) ?? Results.Bytes(layer, "application/octet-stream");
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    /// <summary>Null when the layer may be given: now, or again what was given before and nothing has ended it.</summary>
    private async Task<IResult?> DecideAsync(CarryOut carryOut, Arrival arrival, CancellationToken cancellation)
    {
        var signed = Signing.ByMachine(new SignedAct(settings.Engagement, new ReleaseLayer(carryOut.Id, settings.Side), [], null), arrival.Mark.Leaf, keys.Signing);
        var attempt = ActVerifier.Verify(follower.Facts, signed);

        if (Rulebook.Decide(follower.Facts, attempt, Rulebook.Time(follower.Facts, clock.GetUtcNow())) is Outcome.Refused refused)
        {
            var onlyAgain = refused.Refusals.All(refusal => refusal.Because == Reason.ReleasedAlready);
            return onlyAgain ? null : Deny("refused", "the rules speak against it", [.. refused.Refusals]);
        }

        // What is about to be given is written down first, here and in the record; a layer given is never a secret kept.
        DurableFile.Write(Path.Combine(settings.Data, $"intent-{carryOut.Id}"), signed.Write());
        if ((int)await service.DeliverAsync(signed.Write(), cancellation) >= 300) return Deny("not-recorded", "the service did not record the release");

        await follower.FollowAsync(cancellation);
        if (follower.Alarm is not null || follower.Facts.Find(carryOut.Id)?.Released.ContainsKey(settings.Side) != true) return Deny("not-recorded", "the record does not show the release");

        HolderLog.Released(log, carryOut.Id.Value);
        return null;
    }

    private static byte[]? Opened(byte[] envelope, HybridIdentity identity)
    {
        try
        {
            return AgeFile.Decrypt(envelope, identity);
        }
        catch (AgeException)
        {
            return null; // Uniform: whoever asks learns no more than that it does not open.
        }
    }

    private static IResult Deny(string code, string why, params Refusal[] refusals) => Results.Problem(
        why, statusCode: 422, title: "not released", type: $"urn:azukari:{code}",
        extensions: refusals.Length == 0 ? null : new Dictionary<string, object?>
        {
            ["refusals"] = refusals.Select(Spoken).ToArray(),
        });

    private static object Spoken(Refusal refusal)
    {
        var text = ReasonText.Of(refusal);
        return new { rule = refusal.Rule.ToString(), reason = refusal.Because.ToString(), about = refusal.About, ja = text.Says.Ja, en = text.Says.En, nextJa = text.Next.Ja, nextEn = text.Next.En };
    }
}
