using Azukari.Age;
using Azukari.Cli.Front;
using Azukari.Domain;
using Azukari.Domain.Closing;
using Azukari.Domain.Engagements;

namespace Azukari.Cli.Stations;

/// <summary>A station's one-time identities, kept on the same shelf as a key holder's. One process at a time: each call takes the folder's lock and looks anew.</summary>
internal sealed class StationKeys(string folder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    private readonly PastTime past = new(Path.Combine(folder, "work"));

    internal IReadOnlyList<Tombstone> Tombstones => Locked(shelf => shelf.Tombstones);

    /// <summary>A fresh identity; durable before its recipient is told to anybody. Returns the raw recipient.</summary>
    internal byte[] Make(DateTimeOffset now) => Locked(shelf => shelf.Use(shelf.Make(now), identity => identity.Recipient.Raw.ToArray())!);

    /// <summary>Refuses a key that is dead, and one whose time is over by this station's clock, or was and is not yet put right by the record: it gives nothing.</summary>
    internal void Demand(Digest recipient, Engagement facts, DateTimeOffset now) => Locked(shelf =>
        shelf.Alive.Where(living => living.Key == recipient).ToArray() is not [var (_, born)] ? throw Dead()
        : past.IsStopped(facts, recipient, born, now) ? throw Stopped()
        : shelf);

    /// <summary>Lets a living identity do something, in an inner process, whose outer one has demanded it just before.</summary>
    internal T Use<T>(Digest recipient, Func<HybridIdentity, T> use) where T : class => Locked(shelf => shelf.Use(recipient, use)) ?? throw Dead();

    /// <summary>Destroys first, writes the tombstone afterwards (R32). Destroying what is gone already changes nothing but is said again.</summary>
    internal Tombstone Destroy(Digest recipient, DestructionCause cause, DateTimeOffset now) => Locked(shelf => shelf.Destroy(recipient, cause, now)) ?? throw new StopException(ExitCode.Refused, new Spoken(
        "R20 NotItsKey", "この端末が作った鍵ではありません。", "this key was never on this station; nothing is attested", "鍵を作った端末で実行してください。", "Run it on the station that made the key."));

    /// <summary>Looks at every key once, as a key holder does all day: what must end ends, and what a crash cut off is finished.</summary>
    /// <exception cref="IOException">The disk failed at a key; every other one was looked at all the same.</exception>
    internal KeysSeen Look(Engagement facts, DateTimeOffset now) => Locked(shelf =>
    {
        var (ended, faults) = (new List<Tombstone>(), new List<Exception>());
        foreach (var (recipient, born) in shelf.Alive) Try(() => (KeyLifetime.Ended(facts, recipient, now) ?? past.Look(facts, recipient, born, now)) is { } cause ? shelf.Destroy(recipient, cause, now) : null);
        foreach (var recipient in shelf.Dying) Try(() => shelf.Destroy(recipient, KeyLifetime.Ended(facts, recipient, now) ?? DestructionCause.Loss, now));

        return faults.Count == 0 ? new KeysSeen(ended, shelf.Alive.Count(living => past.IsStopped(facts, living.Key, living.Value, now))) : throw faults[0];

        void Try(Func<Tombstone?> look)
        {
            try
            {
                if (look() is { } stone) ended.Add(stone);
            }
            catch (Exception fault) when (fault is IOException or UnauthorizedAccessException)
            {
                faults.Add(fault); // R32: a disk that fails at one key holds no other one alive.
            }
        }
    });

    private static StopException Dead() => new(ExitCode.Refused, new Spoken(
        "R20 KeyDead", "この託送物の鍵はこの端末にありません。廃棄済みです。", "this station has no key for this consignment: it is dead", "再度封緘してください。", "Have it sealed again."));

    private static StopException Stopped() => new(ExitCode.Refused, new Spoken(
        "R15 KeyStopped", "この端末の時計では、鍵の期限を過ぎています。鍵は使えません。", "by this computer's clock the key's time is over; it gives nothing",
        "端末の時計を確かめてください。時計が正しければ、再度封緘してください。", "Check this computer's clock. If it is right, have the data sealed again."));

    private T Locked<T>(Func<IdentityShelf, T> work)
    {
        using var only = Turn.Take(Path.Combine(folder, "lock"), Patience); // Another call on this station is at its keys; that takes milliseconds.
        return work(new IdentityShelf(folder));
    }
}

/// <summary>What came of a look at a station's keys.</summary>
/// <param name="Ended">The keys that ended now.</param>
/// <param name="Stopped">How many are here and give nothing, because their time is over by one clock only.</param>
internal sealed record KeysSeen(IReadOnlyList<Tombstone> Ended, int Stopped);
