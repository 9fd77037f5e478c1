using Azukari.Cli.Carriers;
using Azukari.Cli.Front;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Ledger;

namespace Azukari.Cli.Stations;

/// <summary>What this station signed and the record does not have yet: durable before it is sent, so that what was done on a medium for it was not done in vain, whatever happens on the way.</summary>
internal sealed class Outbox(string folder)
{
    private const string Unsent = ".unsent";

    /// <summary>Keeps a message and sends it; once the record has it, or its rules would never take it, it is let go.</summary>
    /// <exception cref="HttpRequestException">Nobody answers. It is kept, and the next look sends it.</exception>
    internal async Task SendAsync(Exchange exchange, Message message, CancellationToken cancellation)
    {
        Keep(message);
        try
        {
            await exchange.DeliverAsync(message, cancellation);
            if (exchange.IsOnline) DurableFile.Remove(PathOf(message));
        }
        catch (StopException refused) when (refused.Code == ExitCode.Refused && exchange.IsOnline)
        {
            await exchange.FollowAsync(cancellation); // Where the record says why it was refused, it is refused for good.
            throw;
        }
    }

    /// <summary>Keeps a message that is to be sent.</summary>
    internal void Keep(Message message)
    {
        if (!File.Exists(PathOf(message))) DurableFile.Write(PathOf(message), message.Write());
    }

    /// <summary>What is still to be sent; what the record has by now, and what its rules will not take any more, is let go.</summary>
    internal IReadOnlyList<Message> Pending(Engagement facts, DateTimeOffset now)
    {
        var pending = new List<Message>();
        foreach (var path in Directory.GetFiles(folder, "*" + Unsent).Order(StringComparer.Ordinal))
        {
            var message = Message.Read(File.ReadAllBytes(path));
            if (message.Engagement != facts.Founding?.Engagement) continue; // Another desk's.

            if (message.Acts.All(act => IsToCome(facts, SignedAct.Read(act), now))) pending.Add(message);
            else DurableFile.Remove(path);
        }

        return pending;
    }

    private static bool IsToCome(Engagement facts, SignedAct signed, DateTimeOffset now)
    {
        var attempt = ActVerifier.Verify(facts, signed);
        return !attempt.Signers.Any(signer => facts.Used.Contains(signer.Statement)) && Rulebook.Decide(facts, attempt, Rulebook.Time(facts, now)) is Outcome.Accepted;
    }

    private string PathOf(Message message) => Path.Combine(folder, Digests.Sha256(message.Write()).Value + Unsent);
}
