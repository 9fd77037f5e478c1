using Azukari.Cli.Carriers;
using Azukari.Cli.Front;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Wording;

namespace Azukari.Cli.Screens;

/// <summary>The record as this station's desk has it: followed where there is a network, taken from what was brought where there is none, replayed when it has changed.</summary>
internal sealed class StationRecord(StationRoom room, TimeProvider clock) : IDisposable
{
    /// <summary>A page keeps nobody waiting for a service that does not answer.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(3);

    private readonly SemaphoreSlim turn = new(1);
    private Desk? desk;
    private DateTime asOf;

    /// <param name="follow">Whether to look for news; not while a verb is at the same desk.</param>
    /// <param name="cancellation">Whoever asked has gone.</param>
    internal async Task<Seen> LookAsync(bool follow, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            if (desk is null || Written != asOf) (desk, asOf) = (Desk.Open(room.Desk), Written);
            var fault = !follow ? null : room.Carried is null ? await FollowAsync(desk, cancellation) : await TakeAsync(desk, cancellation);
            asOf = Written;
            return new(desk.Facts, desk.Settings, fault);
        }
        finally
        {
            turn.Release();
        }
    }

    /// <summary>What people have signed elsewhere for a code that this station shows.</summary>
    /// <exception cref="HttpRequestException">The service does not answer.</exception>
    internal async Task<IReadOnlyList<SignedAct>> SignaturesAsync(Digest nonce, CancellationToken cancellation)
    {
        await turn.WaitAsync(cancellation);
        try
        {
            using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            patience.CancelAfter(Patience);
            using var exchange = new Exchange(desk ?? Desk.Open(room.Desk), null, null, clock);
            return [.. Message.Read(await exchange.GetAsync($"signatures/{nonce}", patience.Token)).Acts.Select(act => SignedAct.Read(act))];
        }
        catch (OperationCanceledException late) when (!cancellation.IsCancellationRequested)
        {
            throw new HttpRequestException("the service does not answer", late);
        }
        finally
        {
            turn.Release();
        }
    }

    public void Dispose() => turn.Dispose();

    private DateTime Written => File.GetLastWriteTimeUtc(Path.Combine(room.Desk, Desk.RecordFile));

    private async Task<Words?> FollowAsync(Desk at, CancellationToken cancellation)
    {
        if (at.Settings.Server is null) return new("このデスクはサーバーを知りません。運ぶメッセージのフォルダーを --carried で指定してください。", "This desk knows no service; name the folder of carried messages with --carried.");

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        try
        {
            using var exchange = new Exchange(at, null, null, clock);
            await exchange.FollowAsync(patience.Token);
            return null;
        }
        catch (Exception silence) when (silence is HttpRequestException || (silence is OperationCanceledException && !cancellation.IsCancellationRequested))
        {
            return new("サーバーが応答しません。手元の記録で表示しています。", "The service does not answer; this is the record as it is here.");
        }
        catch (StopException refused)
        {
            return new(refused.Why[0].Ja, refused.Why[0].En);
        }
    }

    private async Task<Words?> TakeAsync(Desk at, CancellationToken cancellation)
    {
        if (CarriedFolder.Brought(room) is not { } brought) return null;

        try
        {
            at.Take(await Carriers.Carried.ReadAsync(brought, cancellation));
            return null;
        }
        catch (Exception fault) when (Verb.Stop(fault) is { } stop)
        {
            return new($"{Path.GetFileName(brought)}：{stop.Why[0].Ja}{stop.Why[0].NextJa}", $"{Path.GetFileName(brought)}: {stop.Why[0].En}. {stop.Why[0].NextEn}");
        }
    }
}

/// <summary>The record as it was seen.</summary>
/// <param name="Facts">What follows from it.</param>
/// <param name="Desk">The desk's settings.</param>
/// <param name="Fault">Why there may be news that are not in it, or null.</param>
internal sealed record Seen(Engagement Facts, DeskSettings Desk, Words? Fault);
