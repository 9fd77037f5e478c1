using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Evidence;
using Azukari.Server.Tests.Front;
using Azukari.Server.Tests.Storage;
using Azukari.TransparencyLog;

namespace Azukari.Server.Tests.Ledger;

/// <summary>What leaves the service is proof to somebody who believes none of it.</summary>
public sealed class EvidenceTests
{
    public static IReadOnlyCollection<TheoryDataRow<Where>> Engines => JournalTests.Above;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_bundle_that_both_witnesses_saw_verifies_offline(Where where)
    {
        await using var town = await Town.OutsideAsync(where);
        await town.LoseAsync();
        await town.DoAsync(town.Tombstone(Town.Keys.Owner, "owner-holder"));
        (await town.AskAsync(HttpMethod.Get, "bundle?carry-out=carry-1")).Is(409, "cosignature-pending");
        Assert.Equal(204, (await town.CosignAsync(town.OwnerWitness)).Status);
        (await town.AskAsync(HttpMethod.Get, "bundle?carry-out=carry-1")).Is(409, "cosignature-pending");
        Assert.Equal(204, (await town.CosignAsync(town.ContractorWitness)).Status);

        var bundle = await town.AskAsync(HttpMethod.Get, "bundle?carry-out=carry-1");

        Assert.Equal("application/zip", bundle.Header("content-type"));
        var report = BundleVerifier.Verify(bundle.Body, town.Facts.Genesis!);
        Assert.Equal(town.Facts.NextSeq, report.Entries);
        Assert.Equal(Town.Case, report.Subject!.Id);
        Assert.Single(report.Documents);
        Assert.NotNull(report.Subject.KillOrdered);
    }

    [Fact]
    public async Task An_older_bundle_is_given_to_whom_it_is_enough()
    {
        await using var town = await Town.OutsideAsync(Where.Sqlite);
        await town.CosignAsync(town.OwnerWitness, town.ContractorWitness);
        var size = town.Facts.NextSeq;
        await town.LoseAsync();

        (await town.AskAsync(HttpMethod.Get, "bundle")).Is(409, "cosignature-pending");
        (await town.AskAsync(HttpMethod.Get, $"bundle?at-least={size + 1}")).Is(409, "cosignature-pending");
        var bundle = await town.AskAsync(HttpMethod.Get, $"bundle?at-least={size}&carry-out=carry-1");

        Assert.Equal(size, BundleVerifier.Verify(bundle.Body, town.Facts.Genesis!).Entries);
        (await town.AskAsync(HttpMethod.Get, "bundle?carry-out=carry-2")).Is(404, "not-found");
    }

    [Fact]
    public async Task A_cosignature_that_was_tampered_with_is_refused_and_not_kept()
    {
        await using var town = await Town.FoundedAsync(Where.Sqlite);
        var note = SignedNote.Parse((await town.AskAsync(HttpMethod.Get, "checkpoint")).Body);
        var good = town.OwnerWitness.Cosign(note.Text.Span, 1_650_000_000);
        var bad = good.Signature.ToArray();
        bad[^1] ^= 1;
        var later = good.Signature.ToArray();
        later[7] ^= 1; // The time that the witness states.

        foreach (var bytes in new[] { bad, later })
            (await town.AskAsync(HttpMethod.Post, "cosignatures", note.With(new NoteSignature(good.Name, good.KeyId, bytes)).ToBytes())).Is(403, "bad-signature");

        Assert.Equal(0, (await town.Host.RowsAsync<long>("select count(*) from cosignature")).Single());
    }

    [Fact]
    public async Task A_checkpoint_that_is_not_ours_is_refused_whoever_cosigned_it()
    {
        await using var town = await Town.FoundedAsync(Where.Sqlite);
        var note = SignedNote.Parse((await town.AskAsync(HttpMethod.Get, "checkpoint")).Body);
        var ours = Checkpoint.Parse(note.Text.Span);
        using var stranger = NoteSigner.Generate("stranger.example", NoteAlgorithm.CosignatureV1);
        var fork = new Checkpoint(ours.Origin, ours.Size, MerkleTree.LeafHash("another entry"u8)).ToText();
        var larger = new Checkpoint(ours.Origin, ours.Size + 7, ours.Root).ToText();

        foreach (var text in new[] { fork, larger })
            (await town.AskAsync(HttpMethod.Post, "cosignatures", new SignedNote(text, [town.OwnerWitness.Cosign(text, 1)]).ToBytes())).Is(400, "malformed");
        (await town.AskAsync(HttpMethod.Post, "cosignatures", new SignedNote(note.Text.Span, [stranger.Cosign(note.Text.Span, 1)]).ToBytes())).Is(400, "malformed");
        (await town.AskAsync(HttpMethod.Post, "cosignatures", "no note"u8.ToArray())).Is(400, "malformed");
    }

    [Fact]
    public async Task A_record_that_was_changed_behind_our_back_is_not_signed_again()
    {
        await using var town = await Town.OutsideAsync(Where.Sqlite);
        await town.AskAsync(HttpMethod.Get, "checkpoint");
        await town.Host.TamperAsync("delete from entry where seq = (select max(seq) from entry); update engagement set size = size - 1");
        await town.Host.RestartAsync();

        (await town.AskAsync(HttpMethod.Get, "checkpoint")).Is(500, "failed");
    }

    [Fact]
    public async Task A_record_that_breaks_the_rules_stops_the_service_from_answering_on_it()
    {
        await using var town = await Town.FoundedAsync(Where.Sqlite);
        var bytes = (await town.Host.RowsAsync<byte[]>("select bytes from entry")).Single();
        bytes[^2]++;
        await town.Host.TamperAsync("update entry set bytes = @bytes", new { bytes });
        await town.Host.RestartAsync();

        (await town.AskAsync(HttpMethod.Get, "carry-outs")).Is(500, "failed");
    }

    [Fact]
    public async Task Only_a_founder_begins_and_only_with_the_log_that_was_handed_out()
    {
        await using var town = await Town.EmptyAsync(Where.Sqlite);
        var genesis = await town.GenesisAsync();
        var first = (await town.AskAsync(HttpMethod.Post, "log", [])).Text;
        var founding = (FoundEngagement)genesis.Act;
        Protocol.Ledger.SignedAct Changed(FoundEngagement act) => town.Sign(act, null, ("o-root", Role.Representative), ("c-root", Role.Representative));

        Assert.Equal(401, (await town.AskAsync(HttpMethod.Post, "log", [], by: "c-root")).Status);
        Assert.Equal(401, (await town.AskAsync(HttpMethod.Post, "acts", genesis.Write(), by: "c-root")).Status);
        (await town.SendAsync(Changed(founding with { LogKey = town.OwnerWitness.Verifier.ToString() }))).Is(403, "not-a-founder");
        (await town.SendAsync(Changed(founding with { LogOrigin = "elsewhere.example" }))).Is(403, "not-a-founder");
        (await town.SendAsync(Changed(founding with { Owner = founding.Owner with { WitnessKey = "no key" } }))).Is(400, "malformed");

        var answer = await town.DoAsync(genesis);
        Assert.Equal(0, answer.Json["seq"]!.GetValue<long>());
        Assert.Equal(first, System.Text.Json.JsonSerializer.Serialize(new { origin = founding.LogOrigin, key = founding.LogKey }).Replace("\\u002B", "+"));
        (await town.AskAsync(HttpMethod.Post, "log", [])).Is(403, "not-a-founder");
        Assert.Contains("R30 FoundedAlready", (await town.SendAsync(Changed(founding))).Refusals);
    }

    [Fact]
    public async Task Secrets_are_for_the_services_account_alone()
    {
        await using var town = await Town.FoundedAsync(Where.Sqlite);

        string[] secrets = [Path.Combine(town.Host.Data, "page-door"), .. Directory.GetFiles(Path.Combine(town.Host.Data, "log-keys"))];

        Assert.Equal(3, secrets.Length);
        if (OperatingSystem.IsWindows()) return; // No file modes there; the folder's own access list keeps others out.

        foreach (var path in secrets) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(path));
    }

    [Fact]
    public async Task A_paper_is_kept_under_its_own_hash_only_and_a_seal_waits_for_its_papers()
    {
        await using var town = await Town.SettledAsync(Where.Sqlite);
        await town.PermitAsync();
        town.Host.Clock.SetUtcNow(Town.Clock(9, 30));
        var seal = await town.SealedAsync();
        await town.Host.TamperAsync("delete from paper");

        (await town.SendAsync(seal)).Is(409, "paper-missing");
        (await town.AskAsync(HttpMethod.Put, $"papers/{Town.Hash("another")}", "a paper"u8.ToArray())).Is(400, "malformed");
        (await town.AskAsync(HttpMethod.Get, $"papers/{Town.Hash("a paper")}")).Is(404, "not-found");
        Assert.Equal(204, (await town.AskAsync(HttpMethod.Put, $"papers/{Town.Hash("a paper")}", "a paper"u8.ToArray())).Status);
        Assert.Equal("a paper", (await town.AskAsync(HttpMethod.Get, $"papers/{Town.Hash("a paper")}")).Text);
        await town.SealedAsync();
        Assert.Equal(201, (await town.SendAsync(seal)).Status);
    }
}
