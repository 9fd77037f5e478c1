using Azukari.Domain;
using Azukari.Domain.Closing;
using Azukari.Domain.Custody;
using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents;

namespace Azukari.Server.Storage;

/// <summary>One carry-out that is outside, as its row says. Instants are Unix milliseconds; 0 is "not yet" or "none".</summary>
/// <param name="Holders">Lines of pseudonym, space, organisation; empty while a courier has it.</param>
/// <param name="Due">When every medium has to be erased at the site.</param>
/// <param name="ErasedAt">When the last of them was; then the deadline is met, and the media are on their way home.</param>
/// <param name="Courier">Company, space, tracking number; or empty.</param>
internal sealed record OutsideRow(
    string Engagement, string CarryOut, string Zone, string Phase, string Holders, string Courier, string Place, long People, long Records, long Media,
    long Due, long ErasedAt, long LostAt, string OwnerKey, string ContractorKey, string DestinationKey, string KeyAnswer, long KeyFirst, long KeySecond);

/// <summary>The read model of what is outside right now. It changes in the transaction of the entry that changed it, and follows from the entries alone.</summary>
internal static class OutsideTable
{
    private const string Columns =
        "engagement, carry_out as CarryOut, zone, phase, holders, courier, place, people, records, media, due, erased_at as ErasedAt, lost_at as LostAt, " +
        "owner_key as OwnerKey, contractor_key as ContractorKey, destination_key as DestinationKey, key_answer as KeyAnswer, key_first as KeyFirst, key_second as KeySecond";

    private const string Order = "order by case when due = 0 or erased_at > 0 then 1 else 0 end, due, engagement, carry_out";

    private const string Insert =
        "insert into outside values (@Engagement, @CarryOut, @Zone, @Phase, @Holders, @Courier, @Place, @People, @Records, @Media, @Due, @ErasedAt, @LostAt, " +
        "@OwnerKey, @ContractorKey, @DestinationKey, @KeyAnswer, @KeyFirst, @KeySecond)";

    internal static ReadModel Model { get; } = new("outside", 1, FollowAsync);

    /// <summary>Everything that is outside, what has to be erased first on top, and so what is overdue before all else.</summary>
    internal static Task<IReadOnlyList<OutsideRow>> ReadAsync(Database database, CancellationToken cancellation) =>
        database.ReadAsync<OutsideRow>($"select {Columns} from outside {Order}", new { }, cancellation);

    /// <summary>The same, of the engagements in which this key is somebody's.</summary>
    internal static Task<IReadOnlyList<OutsideRow>> ReadAsync(Database database, string keyId, CancellationToken cancellation) => database.ReadAsync<OutsideRow>(
        $"select {Columns} from outside where engagement in (select engagement from member where key_id = @keyId) {Order}", new { keyId }, cancellation);

    /// <summary>The row of one carry-out, or null where it is not outside.</summary>
    internal static OutsideRow? RowFor(string engagement, Engagement facts, CarryOut carryOut) => Home.IsOutside(facts, carryOut) ? RowOf(engagement, facts, carryOut) : null;

    /// <summary>Writes the rows of those carry-outs that the last entry changed.</summary>
    private static async Task FollowAsync(Held held, Engagement before, Engagement after, CarryOutId? subject)
    {
        foreach (var carryOut in ReadModel.Changed(before, after))
        {
            await held.WriteAsync("delete from outside where engagement = @engagement and carry_out = @carryOut", new { engagement = held.Engagement, carryOut = carryOut.Id.Value });
            if (Home.IsOutside(after, carryOut)) await held.WriteAsync(Insert, RowOf(held.Engagement, after, carryOut));
        }
    }

    private static OutsideRow RowOf(string engagement, Engagement facts, CarryOut carryOut)
    {
        var (leg, contents, keys) = (carryOut.Custody!.Now, Contents.Of(carryOut)!, carryOut.Permit!.Keys);
        var (answer, first, second) = AnswerOf(carryOut, contents.Key);
        string StateOf(Digest key) => Keys.StateOf(facts, carryOut, key).ToString();

        return new(
            engagement, carryOut.Id.Value, facts.Founding!.Zone, Phases.PhaseOf(facts, carryOut).ToString(), HoldersOf(facts, leg),
            leg.Courier is { } courier ? $"{courier.Company} {courier.Tracking}" : "", leg.At?.Value ?? "", contents.People, contents.Records, carryOut.Plan.Media.Length,
            Milliseconds(carryOut.Plan.Window?.EraseBy), Milliseconds(ErasedAt(carryOut)), carryOut.Losses.Length > 0 ? Milliseconds(carryOut.Losses[0].Mark.At) : 0,
            StateOf(keys.Owner), StateOf(keys.Contractor), StateOf(keys.Destination), answer, first, second);
    }

    /// <summary>R31: an erasure counts as far as it was measured; one that fell short meets no deadline.</summary>
    private static DateTimeOffset? ErasedAt(CarryOut carryOut)
    {
        var steps = carryOut.Seal!.Measured.Volumes.Select(volume =>
            carryOut.Erasure.GetValueOrDefault(volume.Medium)?.Site is { Measured.Mismatches: 0 } step && step.Measured.Bytes >= volume.Bytes ? step.Mark.At : (DateTimeOffset?)null).ToArray();
        return steps.Contains(null) ? null : steps.Max();
    }

    /// <summary>R24's three answers, and the one that is no answer to a loss: nothing was released and nothing is dead.</summary>
    private static (string Answer, long First, long Second) AnswerOf(CarryOut carryOut, KeyAnswer answer) => answer switch
    {
        KeyAnswer.NeverReleasedDestroyed never => (nameof(KeyAnswer.NeverReleasedDestroyed), Milliseconds(never.At), 0),
        KeyAnswer.ReleasedDestructionAttested attested => (nameof(KeyAnswer.ReleasedDestructionAttested), Milliseconds(attested.ReleasedAt), Milliseconds(attested.AttestedAt)),
        _ => (carryOut.Released.IsEmpty ? "" : nameof(KeyAnswer.NotKnownDestroyed), 0, 0),
    };

    private static string HoldersOf(Engagement facts, CustodyLeg leg) =>
        string.Join('\n', leg.Holders.Select(holder => $"{holder} {(facts.People.TryGetValue(holder, out var person) ? person.Organisation.Value : "")}"));

    private static long Milliseconds(DateTimeOffset? at) => at?.ToUnixTimeMilliseconds() ?? 0;
}
