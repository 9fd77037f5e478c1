using System.Globalization;
using System.Text;
using Azukari.Age;
using Azukari.Cli.Front;
using Azukari.Domain;
using Azukari.Domain.Closing;
using Azukari.Domain.Engagements;

namespace Azukari.Cli.Stations;

/// <summary>A station's one-time identities, kept on the same shelf as a key holder's. One process at a time: each call takes the folder's lock and looks anew.</summary>
internal sealed class StationKeys(string folder)
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10), BetweenTries = TimeSpan.FromMilliseconds(20), Enough = TimeSpan.FromHours(24);

    internal IReadOnlyList<Tombstone> Tombstones => Locked(shelf => shelf.Tombstones);

    /// <summary>A fresh identity; durable before its recipient is told to anybody. Returns the raw recipient.</summary>
    internal byte[] Make(DateTimeOffset now) => Locked(shelf => shelf.Use(shelf.Make(now), identity => identity.Recipient.Raw.ToArray())!);

    /// <summary>Lets a living identity do something. One whose time is over by this station's clock gives nothing.</summary>
    internal T Use<T>(Digest recipient, Engagement facts, DateTimeOffset now, Func<HybridIdentity, T> use) where T : class =>
        Locked(shelf => IsOver(shelf, recipient, facts, now) ? null : shelf.Use(recipient, use)) ?? throw new StopException(ExitCode.Refused, new Spoken(
            "R20 KeyDead", "この託送物の鍵はこの端末にありません。廃棄済みか、期限切れです。", "this station has no key for this consignment: it is dead, or its time is over", "再度封緘してください。", "Have it sealed again."));

    /// <summary>Destroys first, writes the tombstone afterwards (R32). Destroying what is gone already changes nothing but is said again.</summary>
    internal Tombstone Destroy(Digest recipient, DestructionCause cause, DateTimeOffset now) => Locked(shelf => shelf.Destroy(recipient, cause, now)) ?? throw new StopException(ExitCode.Refused, new Spoken(
        "R20 NotItsKey", "この端末が作った鍵ではありません。", "this key was never on this station; nothing is attested", "鍵を作った端末で実行してください。", "Run it on the station that made the key."));

    /// <summary>Looks at every key once, as a key holder does all day: what must end ends, and what a crash cut off is finished.</summary>
    internal IReadOnlyList<Tombstone> Look(Engagement facts, DateTimeOffset now) => Locked(shelf =>
    {
        var ended = new List<Tombstone?>();
        foreach (var (recipient, born) in shelf.Alive)
        {
            var cause = KeyLifetime.Ended(facts, recipient, now) ?? (KeyLifetime.TimeOver(facts, recipient, born, now) is { } over && IsRipe(recipient, over, facts, now) ? over.Cause : null);
            if (cause is { } why) ended.Add(shelf.Destroy(recipient, why, now));
        }

        foreach (var recipient in shelf.Dying) ended.Add(shelf.Destroy(recipient, KeyLifetime.Ended(facts, recipient, now) ?? DestructionCause.Loss, now));
        return ended.OfType<Tombstone>().ToList();
    });

    private static bool IsOver(IdentityShelf shelf, Digest recipient, Engagement facts, DateTimeOffset now) =>
        shelf.Alive.Where(living => living.Key == recipient).Any(living => KeyLifetime.TimeOver(facts, recipient, living.Value, now) is not null);

    /// <summary>A station is off most of the time and counts nothing: the record's time agrees, or a day has gone by since it first saw this.</summary>
    private bool IsRipe(Digest recipient, KeyDeadline over, Engagement facts, DateTimeOffset now)
    {
        if (facts.LastAt > over.Since) return true;

        var path = Path.Combine(folder, "work", $"{recipient}.overdue");
        if (!File.Exists(path)) DurableFile.Write(path, Encoding.ASCII.GetBytes(now.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture)));
        return now - DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(File.ReadAllText(path), CultureInfo.InvariantCulture)) >= Enough;
    }

    private T Locked<T>(Func<IdentityShelf, T> work)
    {
        using var only = Take();
        return work(new IdentityShelf(folder));
    }

    private FileStream Take()
    {
        for (var watch = System.Diagnostics.Stopwatch.StartNew(); ;)
        {
            try
            {
                return File.Open(Path.Combine(folder, "lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (watch.Elapsed < Patience)
            {
                Thread.Sleep(BetweenTries); // Another call on this station is at its keys; that takes milliseconds.
            }
        }
    }
}
