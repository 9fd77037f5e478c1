using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.People;
using Azukari.Protocol.Ledger;
using Azukari.Server.Tests.Front;
using Azukari.Testing;
using Azukari.TransparencyLog;

namespace Azukari.Server.Tests.Storage;

/// <summary>The laws of the journal, through the front door, on both engines.</summary>
public sealed class JournalTests
{
    public static TheoryData<Where> Engines => PostgresCluster.MissingReason is null ? [Where.Sqlite, Where.Postgres] : [Where.Sqlite];

    /// <summary>For what stands above the storage: PostgreSQL, where several connections meet; the same over SQLite in the deep run.</summary>
    public static IReadOnlyCollection<TheoryDataRow<Where>> Above =>
        PostgresCluster.MissingReason is null ? [new(Where.Postgres), new TheoryDataRow<Where>(Where.Sqlite).WithTrait("Run", "deep")] : [new(Where.Sqlite)];

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Sixty_four_writers_at_once_get_places_without_gap_or_double(Where where)
    {
        await using var town = await Town.FoundedAsync(where);
        var acts = Newcomers(town, 64);

        var answers = await Task.WhenAll(acts.Select(act => Task.Run(() => town.SendAsync(act))));

        Assert.All(answers, answer => Assert.True(answer.Status == 201, answer.Text));
        Assert.Equal(Enumerable.Range(1, 64).Select(seq => (long)seq), answers.Select(answer => answer.Json["seq"]!.GetValue<long>()).Order());
        await town.FollowAsync();
        Assert.Equal(65, town.Facts.NextSeq);
        Assert.Equal(66, town.Facts.People.Count);
    }

    [Fact]
    public async Task Two_nodes_over_one_database_make_one_record()
    {
        Assert.SkipWhen(PostgresCluster.MissingReason is not null, PostgresCluster.MissingReason ?? "");
        await using var town = await Town.FoundedAsync(Where.Postgres);
        await using var second = await town.Host.SecondAsync();
        var acts = Newcomers(town, 24);

        var answers = await Task.WhenAll(acts.Select((act, n) => Task.Run(() => n % 2 == 0 ? town.SendAsync(act) : town.SendAsync(second, act))));
        var again = await Task.WhenAll(acts.Select((act, n) => n % 2 == 0 ? town.SendAsync(second, act) : town.SendAsync(act)));

        Assert.Equal(Enumerable.Range(1, 24).Select(seq => (long)seq), answers.Select(answer => answer.Json["seq"]!.GetValue<long>()).Order());
        Assert.Equal(answers.Select(answer => answer.Text), again.Select(answer => answer.Text));
        Assert.Equal(25, (await town.ReplayedAsync()).NextSeq);
        var notes = await Task.WhenAll(new[] { town.Host, second }.Select(node => Knock.SendAsync(node, town.KeyOf("c-root"), HttpMethod.Get, $"/api/v1/engagements/{Town.Name}/checkpoint")));
        Assert.Equal(notes[0].Text, notes[1].Text);
    }

    [Fact]
    public async Task An_act_that_would_be_too_long_as_an_entry_is_refused_and_the_record_goes_on()
    {
        await using var town = await Town.SettledAsync(Where.Sqlite);
        SignedAct Policy(int crossings) => town.Sign(
            new SetPolicy(5, 5, 1, [.. Enumerable.Repeat(new Crossing(NetworkLayer.Lgwan, NetworkLayer.Lgwan), crossings)], Town.YearEnds), null, ("o-approver", Role.Approver));
        var (ten, twenty) = (Policy(10).Write().Length, Policy(20).Write().Length);
        var longest = Policy(10 + (SignedAct.MaxBytes - ten) * 10 / (twenty - ten));
        Assert.InRange(longest.Write().Length, SignedAct.MaxBytes - 40, SignedAct.MaxBytes);

        (await town.SendAsync(longest)).Is(400, "malformed");

        await town.DoAsync(Policy(1800));
        Assert.Equal(town.Facts.NextSeq, (await town.ReplayedAsync()).NextSeq);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Stored_bytes_are_the_leaf_and_hold_the_act_as_it_was_sent(Where where)
    {
        await using var town = await Town.FoundedAsync(where);
        await town.EngageAsync("o-officer", Role.SecurityOfficer);
        var act = town.Sign(new RegisterSite(new("annex"), NetworkLayer.Lgwan), null, ("o-officer", Role.SecurityOfficer));

        var answer = await town.DoAsync(act);

        var bytes = (await town.Host.RowsAsync<byte[]>("select bytes from entry order by seq desc limit 1")).Single();
        Assert.Equal(MerkleTree.LeafHash(bytes).ToHex(), answer.Json["leaf"]!.GetValue<string>());
        Assert.Equal(act.Write(), Entry.Read(bytes).Signed.Write());
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task The_same_bytes_again_get_the_same_answer_and_no_second_entry(Where where)
    {
        await using var town = await Town.FoundedAsync(where);
        var act = town.Sign(new SeePerson(new("c-root"), EmploymentDocument.EmployeeCard), null, ("o-root", Role.Representative));

        var first = await town.DoAsync(act);
        town.Host.Clock.Advance(TimeSpan.FromHours(3));
        var again = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => town.SendAsync(act)));

        Assert.All(again, answer => Assert.Equal(200, answer.Status));
        Assert.All(again, answer => Assert.Equal(first.Text, answer.Text));
        Assert.Equal(2, (await town.Host.RowsAsync<long>("select count(*) from entry")).Single());
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_statement_counts_once_however_it_is_delivered(Where where)
    {
        await using var town = await Town.SettledAsync(where);
        var act = town.Sign(new SetPolicy(5, 5, 1, [], Town.YearEnds), null, ("o-approver", Role.Approver));
        await town.DoAsync(act);

        var resigned = Signing.ByMachine(act, act.People[0].On, town.KeyOf("seal-1")); // Other bytes around the same words.
        var answer = await town.SendAsync(resigned);

        answer.Is(422, "refused");
        Assert.Contains("R30 StatementUsed", answer.Refusals);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_refused_act_says_every_rule_in_both_languages_and_leaves_only_a_row_of_codes(Where where)
    {
        await using var town = await Town.SettledAsync(where);
        var before = town.Facts.NextSeq;
        var act = town.Sign(new Domain.Permits.Approve(Town.Case, Town.Keys), null, ("c-manager", Role.ProjectManager));

        var answer = await town.SendAsync(act);
        Assert.Equal(answer.Refusals, (await town.SendAsync(act)).Refusals);

        answer.Is(422, "refused");
        Assert.True(answer.Refusals.Length >= 2, answer.Text);
        Assert.All(answer.Json["refusals"]!.AsArray(), refusal => Assert.All(new[] { "ja", "en", "nextJa", "nextEn" }, word => Assert.NotEmpty(refusal![word]!.GetValue<string>())));
        await town.FollowAsync();
        Assert.Equal(before, town.Facts.NextSeq);
        var row = (await town.Host.RowsAsync<string>("select act || ' ' || carry_out || ' ' || signers || ' ' || codes from refusal")).Single();
        Assert.Equal($"ApprovedV1 carry-1 c-manager {string.Join(' ', answer.Refusals.Select(refusal => refusal.Replace(' ', ':')))}", row);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_stranger_leaves_no_row(Where where)
    {
        await using var town = await Town.OutsideAsync(where);

        var answer = await Knock.AnonymousAsync(town.Host, HttpMethod.Post, $"/api/v1/engagements/{Town.Name}/acts", town.Lost("c-stranger").Write());
        var elsewhere = await Knock.AnonymousAsync(town.Host, HttpMethod.Post, "/api/v1/engagements/nowhere/acts", (town.Lost() with { Engagement = new("nowhere") }).Write());

        answer.Is(422, "refused");
        elsewhere.Is(422, "refused");
        Assert.Equal(0, (await town.Host.RowsAsync<long>("select count(*) from refusal")).Single());
        Assert.Equal([Town.Name], await town.Host.RowsAsync<string>("select id from engagement"));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_clock_that_goes_back_does_not_turn_the_record_back(Where where)
    {
        await using var town = await Town.FoundedAsync(where);
        await town.EngageAsync("o-officer", Role.SecurityOfficer);
        var last = town.Facts.LastAt;

        town.Host.Clock.AdjustTime(last.AddMinutes(-9));
        await town.EngageAsync("o-witness", Role.Witness);

        Assert.Equal(last, town.Facts.LastAt);
        town.Host.Clock.AdjustTime(last.AddMinutes(7));
        await town.EngageAsync("o-approver", Role.Approver);
        Assert.Equal(last.AddMinutes(7), town.Facts.LastAt);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_restart_keeps_everything_and_the_log_goes_on(Where where)
    {
        await using var town = await Town.OutsideAsync(where);
        await town.CosignAsync(town.OwnerWitness, town.ContractorWitness);
        var (before, root) = (town.Facts, await town.AskAsync(HttpMethod.Get, "checkpoint"));
        var page = await Knock.AnonymousAsync(town.Host, HttpMethod.Get, town.Host.PageLink);

        await town.Host.RestartAsync();

        Assert.Equal(root.Text, (await town.AskAsync(HttpMethod.Get, "checkpoint")).Text);
        Assert.Equal(page.Text, (await Knock.AnonymousAsync(town.Host, HttpMethod.Get, town.Host.PageLink)).Text);
        await town.DoAsync(Newcomers(town, 1)[0]); // An act after which the watch has nothing to add.
        Assert.Equal(before.NextSeq + 1, town.Facts.NextSeq);
        Assert.Equal(town.Facts.LastAt, (await town.ReplayedAsync()).LastAt);
        Assert.Equal(town.Facts.NextSeq, Checkpoint.Parse(SignedNote.Parse((await town.AskAsync(HttpMethod.Get, "checkpoint")).Body).Text.Span).Size);
    }

    private static SignedAct[] Newcomers(Town town, int count) => [.. Enumerable.Range(0, count).Select(n => town.Sign(
        new EnrolPerson(new($"o-{n}"), new("city"), town.FactOf($"o-{n}")), null, ($"o-{n}", Role.Member), ("o-root", Role.Representative)))];
}
