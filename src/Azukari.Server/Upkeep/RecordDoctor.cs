using Azukari.Domain.Engagements;
using Azukari.Server.Ledger;
using Azukari.Server.Storage;

namespace Azukari.Server.Upkeep;

/// <summary>The doctor's look at each engagement: record, log key, papers, witnesses.</summary>
internal static class RecordDoctor
{
    internal static async IAsyncEnumerable<Finding> LookAsync(Settings settings, Database database)
    {
        var keys = new LogKeys(settings);
        foreach (var engagement in await database.ReadAsync<string>("select id from engagement where size > 0 order by id", new { }, CancellationToken.None))
        {
            var entries = await database.ReadAsync<byte[]>("select bytes from entry where engagement = @engagement order by seq", new { engagement }, CancellationToken.None);
            var newest = await database.ReadAsync<byte[]>("select note from checkpoint where engagement = @engagement order by size desc limit 1", new { engagement }, CancellationToken.None);
            var check = RecordCheck.Of(entries, newest is [var note] ? note : null, keys.Find(engagement));

            yield return check.Wrong is { } wrong
                ? new(Weight.Wrong, "record", engagement, "記録をこのまま使わないでください。双方に知らせ、控えから復元します。", $"{wrong}; do not go on with it, tell both sides and restore")
                : new(Weight.Good, "record", $"{engagement} {check.Facts.NextSeq} entries");
            foreach (var finding in await BesideAsync(database, engagement, check.Facts)) yield return finding;
        }
    }

    private static async Task<IReadOnlyList<Finding>> BesideAsync(Database database, string engagement, Engagement facts)
    {
        var behind = await database.ReadAsync<long>("select since from behind where engagement = @engagement", new { engagement }, CancellationToken.None);
        var seen = await database.ReadAsync<long>("select max(size) from cosignature where engagement = @engagement group by witness", new { engagement }, CancellationToken.None);
        var held = (await database.ReadAsync<string>("select digest from paper where engagement = @engagement", new { engagement }, CancellationToken.None)).ToHashSet(StringComparer.Ordinal);
        var missing = facts.CarryOuts.Values.Where(carryOut => carryOut.Closed is null).Select(carryOut => carryOut.Seal?.Measured).SelectMany(seal => seal is null ? [] : new[] { seal.Manifest.Value, seal.Envelope.Value })
            .Count(digest => !held.Contains(digest));
        var unseen = facts.NextSeq - (seen.Count == 2 ? seen.Min() : 0);

        return
        [
            behind.Count > 0 ? new(Weight.Look, "behind", engagement, "鍵保持者が続きを返すまで、新しい記録はできません。", "nothing is recorded until both key holders have given back what came after") : new(Weight.Good, "behind", engagement),
            missing > 0 ? new(Weight.Look, "papers", $"{engagement} {missing}", "封緘した端末から、目録と封筒を預け直してください。", "have the sealing station store manifest and envelope again") : new(Weight.Good, "papers", engagement),
            unseen > 0 ? new(Weight.Look, "witnesses", $"{engagement} {unseen}", "双方の確認署名がまだない記録があります。鍵保持者が動いているか確かめてください。", "entries that not both witnesses have seen; see whether both key holders run") : new(Weight.Good, "witnesses", engagement),
        ];
    }
}
