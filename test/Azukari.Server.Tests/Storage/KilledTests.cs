using System.Collections.Concurrent;
using Azukari.Domain;
using Azukari.Domain.People;
using Azukari.Server.Tests.Front;
using Azukari.TransparencyLog;

namespace Azukari.Server.Tests.Storage;

/// <summary>What was answered stays, whatever happens to the program in the middle of its work.</summary>
public sealed class KilledTests
{
    [Fact]
    public async Task An_act_that_was_answered_outlives_the_program()
    {
        await using var town = await Town.FoundedInProgramAsync();
        var acts = Enumerable.Range(0, 80).Select(n => town.Sign(
            new EnrolPerson(new($"o-{n}"), new("city"), town.FactOf($"o-{n}")), null, ($"o-{n}", Role.Member), ("o-root", Role.Representative))).ToArray();
        var promised = new ConcurrentDictionary<int, string>();

        var sending = Parallel.ForEachAsync(Enumerable.Range(0, acts.Length), new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (n, _) =>
        {
            try
            {
                if (await town.SendAsync(acts[n]) is { Status: 201 } answer) promised[n] = answer.Text;
            }
            catch (HttpRequestException)
            {
                // The program was killed while it was asked; nothing was promised.
            }
        });
        while (promised.Count < 20 && !sending.IsCompleted) await Task.Delay(5);
        await town.Host.KillAsync();
        await sending;
        await town.Host.StartAgainAsync();

        Assert.InRange(promised.Count, 20, 79);
        foreach (var (n, text) in promised) Assert.Equal((200, text), await town.SendAsync(acts[n]) is var answer ? (answer.Status, answer.Text) : default);
        foreach (var act in acts) Assert.InRange((await town.SendAsync(act)).Status, 200, 201);
        Assert.Equal(81, (await town.ReplayedAsync()).NextSeq);
        Assert.Equal(81, Checkpoint.Parse(SignedNote.Parse((await town.AskAsync(HttpMethod.Get, "checkpoint")).Body).Text.Span).Size);
    }
}
