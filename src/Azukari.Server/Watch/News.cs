using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azukari.Domain.Engagements;
using Azukari.Domain.Watch;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Wording;
using Azukari.Server.Storage;

namespace Azukari.Server.Watch;

/// <summary>What one delivery says, made anew from the record at every try.</summary>
internal sealed record News(OutboxRow Row, DateTimeOffset At, DeadlinePassed? Passed, Engagement Facts)
{
    /// <summary>The same for every try, so that whoever gets a message twice sees that it is one. It hides who gets it.</summary>
    internal string Id { get; } = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Row.Engagement}/{Row.Alarm}/{Row.Person}")))[..32];

    internal Words Subject => Passed is null ? AlarmWording.ClockSubject : AlarmWording.Subject(Passed);

    internal IReadOnlyList<Words> Lines => Passed is null ? AlarmWording.ClockLines(Row.Engagement) : AlarmWording.Lines(Passed, At, Facts);

    internal static async Task<News> ReadAsync(OutboxRow row, Database database, Journal journal, DateTimeOffset now, CancellationToken cancellation)
    {
        var facts = await journal.FactsAsync(row.Engagement, cancellation);
        if (!long.TryParse(row.Alarm, NumberStyles.None, CultureInfo.InvariantCulture, out var seq)) return new(row, now, null, facts);

        var bytes = await database.ReadAsync<byte[]>("select bytes from entry where engagement = @engagement and seq = @seq", new { engagement = row.Engagement, seq }, cancellation);
        var entry = Entry.Read(bytes.Single());
        return new(row, entry.At, (DeadlinePassed)entry.Signed.Act, facts);
    }
}
