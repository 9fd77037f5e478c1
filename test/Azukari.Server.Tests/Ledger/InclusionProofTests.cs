using Azukari.Server.Ledger;
using Azukari.Server.Tests.Front;
using Azukari.Server.Tests.Storage;
using Azukari.TransparencyLog;
using Microsoft.Extensions.DependencyInjection;

namespace Azukari.Server.Tests.Ledger;

/// <summary>Proofs in a long record, whatever the size.</summary>
public sealed class InclusionProofTests
{
    public static IReadOnlyCollection<TheoryDataRow<Where>> Engines => JournalTests.Above;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Every_place_is_proven_at_sizes_around_a_full_run(Where where)
    {
        await using var town = await Town.FoundedAsync(where);
        var (proofs, keys) = (town.Host.Services.GetRequiredService<InclusionProofs>(), town.Host.Services.GetRequiredService<LogKeys>());
        keys.Make("long-2022");
        await town.Host.TamperAsync("insert into engagement (id, size) values ('long-2022', 0)");

        var size = 0L;
        foreach (var next in new long[] { 1, 255, 256, 257, 65_537 })
        {
            await GrowAsync(town, where, size, next);
            size = next;
            foreach (var seq in new[] { 0, size / 2, size - 1 }.Distinct())
            {
                var proof = await proofs.OfAsync("long-2022", seq, CancellationToken.None);
                var checkpoint = Checkpoint.Parse(proof!.Checkpoint.Text.Span);
                var entry = (await town.Host.RowsAsync<byte[]>($"select bytes from entry where engagement = 'long-2022' and seq = {seq}")).Single();
                Assert.Equal(size, checkpoint.Size);
                Assert.True(MerkleTree.VerifyInclusion(MerkleTree.LeafHash(entry), seq, size, proof.Path, checkpoint.Root), $"{seq} of {size}");
            }

            Assert.Null(await proofs.OfAsync("long-2022", size, CancellationToken.None));
        }
    }

    /// <summary>Nothing that a service would write: what an entry says is none of a tree's business.</summary>
    private static Task GrowAsync(Town town, Where where, long from, long until) => town.Host.TamperAsync(
        $"insert into entry (engagement, seq, at, message, bytes) with recursive place (n) as (select {from} union all select n + 1 from place where n + 1 < {until}) " +
        $"select 'long-2022', n, n, 'message ' || n, {(where == Where.Postgres ? "convert_to('entry ' || n, 'UTF8')" : "cast('entry ' || n as blob)")} from place");
}
