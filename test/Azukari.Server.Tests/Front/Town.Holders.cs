using Azukari.Protocol.Ledger;
using Azukari.TransparencyLog;

namespace Azukari.Server.Tests.Front;

/// <summary>What the two key holders keep of the record, and how they give it back.</summary>
internal sealed partial class Town
{
    /// <summary>Every entry as it is stored, and the newest checkpoint: what a key holder has on its disk.</summary>
    internal async Task<(IReadOnlyList<byte[]> Entries, byte[] Note)> KeptAsync() =>
        (await Host.RowsAsync<byte[]>("select bytes from entry order by seq"), (await AskAsync(HttpMethod.Get, "checkpoint")).Body);

    /// <summary>A key holder looks at the log, as it does twice a second, having so many entries.</summary>
    internal Task<Answer> LookAsync(string holder, long have) => AskAsync(HttpMethod.Get, $"checkpoint?have={have}", by: holder);

    /// <summary>A key holder sees that the service has forgotten something, and gives it back.</summary>
    internal async Task<Answer> GiveBackAsync(string holder, IReadOnlyList<byte[]> entries, byte[] note)
    {
        var answer = await AskAsync(HttpMethod.Post, "witnessed", note, by: holder);
        while (answer.Status == 200 && answer.Json["next"]!.GetValue<long>() is var next && next < entries.Count)
            answer = await AskAsync(HttpMethod.Post, $"returned?from={next}", EntryBundle.Write([.. entries.Skip((int)next).Take(7).Select(entry => (ReadOnlyMemory<byte>)entry)]), by: holder);
        return answer;
    }

    /// <summary>The facts as they were after so many entries.</summary>
    internal void Forget(IReadOnlyList<byte[]> entries, int size)
    {
        Facts = Domain.Engagements.Engagement.Nothing;
        foreach (var entry in entries.Take(size)) Facts = Replay.Next(Facts, entry, new(MerkleTree.LeafHash(entry).ToHex()));
    }
}
