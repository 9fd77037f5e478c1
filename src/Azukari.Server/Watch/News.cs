using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azukari.Domain.Engagements;
using Azukari.Domain.People;
using Azukari.Domain.Watch;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Wording;
using Azukari.Server.Storage;

namespace Azukari.Server.Watch;

/// <summary>What one delivery says, made anew from the record at every try.</summary>
/// <param name="Entry">The entry that it is about; null for the doubt about the clock, which no record holds.</param>
internal sealed record News(OutboxRow Row, DateTimeOffset At, SignedAct? Entry, Engagement Facts)
{
    /// <summary>The same for every try, so that whoever gets a message twice sees that it is one. It hides who gets it.</summary>
    internal string Id { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Row.Engagement}/{Row.Alarm}/{Row.Person}")))[..32];

    internal DeadlinePassed? Passed => Entry?.Act as DeadlinePassed;

    internal Words Subject => Entry?.Act switch
    {
        DeadlinePassed passed => AlarmWording.Subject(passed),
        ReplaceKey replaced => KeyNewsWording.Subject(replaced),
        _ => AlarmWording.ClockSubject,
    };

    internal IReadOnlyList<Words> Lines => Entry?.Act switch
    {
        DeadlinePassed passed => AlarmWording.Lines(passed, At, Facts),
        ReplaceKey replaced => KeyNewsWording.Lines(replaced, Entry.People.Select(person => person.By), At, Facts),
        _ => AlarmWording.ClockLines(Row.Engagement),
    };

    internal static async Task<News> ReadAsync(OutboxRow row, Database database, Journal journal, DateTimeOffset now, CancellationToken cancellation)
    {
        var facts = await journal.FactsAsync(row.Engagement, cancellation);
        if (!long.TryParse(row.Alarm, NumberStyles.None, CultureInfo.InvariantCulture, out var seq)) return new(row, now, null, facts);

        var bytes = await database.ReadAsync<byte[]>("select bytes from entry where engagement = @engagement and seq = @seq", new { engagement = row.Engagement, seq }, cancellation);
        var entry = Protocol.Ledger.Entry.Read(bytes.Single());
        return new(row, entry.At, entry.Signed, facts);
    }
}
