using Azukari.Age;
using Azukari.Domain;
using Azukari.Domain.Opening;
using Azukari.Holder.Http;
using Azukari.Holder.Vault;
using Azukari.Holder.Kill;
using Azukari.Holder.Record;
using Azukari.Protocol.Ledger;

namespace Azukari.Holder.Release;

/// <summary>Takes this side's layer off an envelope: follow, judge, write the intent, record it, see it recorded, judge again, and only then open.</summary>
internal sealed class TakeOffLayer(
    HolderSettings settings, HolderKeys keys, IdentityShelf shelf, Follower follower, Reaper reaper, Judge judge, Intents intents, ServerClient server, TimeProvider clock, ILogger log) : IDisposable
{
    private const int MostLooks = 25;
    private static readonly TimeSpan BetweenLooks = TimeSpan.FromMilliseconds(200), MostBehind = TimeSpan.FromMinutes(5);
    private readonly SemaphoreSlim one = new(1, 1);

    internal async Task<ReleaseAnswer> HandleAsync(Asked asked, byte[] envelope, CancellationToken cancellation)
    {
        await one.WaitAsync(cancellation); // One release after another: an intent belongs to one request.
        try
        {
            var answer = await DecideAsync(asked, envelope, cancellation);
            if (answer is ReleaseAnswer.Refused refused)
                HolderLog.ReleaseRefused(log, asked.CarryOut.Value, string.Join(' ', refused.Refusals.Select(refusal => $"{refusal.Rule}.{refusal.Because}")));
            return answer;
        }
        finally
        {
            one.Release();
        }
    }

    public void Dispose() => one.Dispose();

    private async Task<ReleaseAnswer> DecideAsync(Asked asked, byte[] envelope, CancellationToken cancellation)
    {
        if (await WhyNotNowAsync(cancellation) is { } code) return new ReleaseAnswer.NotNow(code);
        if (IsUnreadable(asked.CarryOut)) return new ReleaseAnswer.NotNow("key-unreadable");

        var judgement = judge.Of(asked);
        if (judgement.Refusals.Count > 0) return new ReleaseAnswer.Refused(judgement.Refusals);
        if (!judgement.IsRecorded && await RecordAsync(asked, cancellation) is { } notRecorded) return notRecorded;

        return Open(asked, envelope, again: judgement.IsRecorded);
    }

    private async Task<string?> WhyNotNowAsync(CancellationToken cancellation)
    {
        var followed = await follower.FollowAsync(cancellation);
        reaper.Round(); // What was just heard may have ended the key.
        if (followed != Followed.Current) return followed == Followed.Alarmed ? "alarm" : "record-not-current";

        return clock.GetUtcNow() < follower.Facts.LastAt - MostBehind ? "clock-behind" : null;
    }

    /// <summary>A key that this disk does not give is not dead, and nothing is said that did not happen.</summary>
    private bool IsUnreadable(CarryOutId id)
    {
        if (follower.Facts.Find(id) is not { } carryOut || reaper.KeyOf(carryOut) is not { } key || !shelf.IsUnreadable(key)) return false;

        HolderLog.KeyUnreadable(log, key.Value);
        return true;
    }

    /// <summary>Null once the record has this side's release.</summary>
    private async Task<ReleaseAnswer?> RecordAsync(Asked asked, CancellationToken cancellation)
    {
        intents.Write(asked.CarryOut, asked.Envelope);

        var act = new ReleaseLayer(asked.CarryOut, settings.Side);
        var on = Answered.By(follower.Facts, act) ?? Replay.Nothing;
        var answer = await server.RecordAsync(Signing.ByMachine(new(settings.Engagement, act, [], null), on, keys.Signing), cancellation);
        if (answer is not { Taken: true }) return await WhyNotTakenAsync(asked, cancellation);

        for (var look = 0; look < MostLooks; look++)
        {
            if (look > 0) await Task.Delay(BetweenLooks, clock, cancellation);
            if (await WhyNotNowAsync(cancellation) is { } code) return new ReleaseAnswer.NotNow(code);
            if (follower.Facts.Find(asked.CarryOut)?.Released.ContainsKey(settings.Side) == true) return null;
        }

        return new ReleaseAnswer.NotNow("not-recorded");
    }

    /// <summary>The service said no, or nothing. Where our own facts have moved they say why.</summary>
    private async Task<ReleaseAnswer> WhyNotTakenAsync(Asked asked, CancellationToken cancellation)
    {
        if (await WhyNotNowAsync(cancellation) is { } code) return new ReleaseAnswer.NotNow(code);

        var judgement = judge.Of(asked);
        return judgement.Refusals.Count > 0 ? new ReleaseAnswer.Refused(judgement.Refusals) : new ReleaseAnswer.NotNow("not-recorded");
    }

    /// <summary>Judges once more, since a kill may have come meanwhile, and opens.</summary>
    private ReleaseAnswer Open(Asked asked, byte[] envelope, bool again)
    {
        var judgement = judge.Of(asked);
        if (judgement.Refusals.Count > 0) return new ReleaseAnswer.Refused(judgement.Refusals);

        try
        {
            var key = reaper.KeyOf(follower.Facts.Find(asked.CarryOut)!)!;
            if (shelf.Use(key, identity => AgeFile.Decrypt(envelope, [identity])) is not { } inner) return new ReleaseAnswer.Refused([new(Rule.R20, Reason.KeyDead, asked.CarryOut.Value)]);

            HolderLog.Released(log, asked.CarryOut.Value, again);
            return new ReleaseAnswer.Given(inner);
        }
        catch (AgeException)
        {
            intents.WriteNothingGiven(asked.CarryOut);
            return new ReleaseAnswer.Refused([new(Rule.R17, Reason.PayloadDiffers, asked.CarryOut.Value)]);
        }
    }
}
