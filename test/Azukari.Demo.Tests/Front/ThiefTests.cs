using static Azukari.Demo.Tests.Front.Heist;

namespace Azukari.Demo.Tests.Front;

/// <summary>Three keys in three hands: what each thief reads who has some of the hands, at the worst of times (design §3). A thief who has all of them reads, or the hunt would be blind.</summary>
[Collection(nameof(Founded))] // One set of programs serves all tests, one after another.
public sealed class ThiefTests(Founded founded, Heist heist) : IClassFixture<Heist>
{
    /// <summary>The service as it is, and every backup that was ever made of it.</summary>
    private string[] ServerAndBackups => [.. heist.At(Carried, Server), .. heist.At(Loaded, Server), .. heist.At(Closed, Server), .. heist.At(Gone, Server), .. heist.At(Killed, Server)];

    private string[] LostSticks => [.. heist.At(Carried, Medium), .. heist.At(Gone, Medium)];

    [Fact]
    public void All_hands_together_read_before_the_release_and_until_a_loss_is_reported()
    {
        Assert.True(KeyHunt.Finds(Marker, heist.At(Carried, Medium, Server, Owner, Contractor, Destination)), "the hunt is blind");
        Assert.True(KeyHunt.Finds(Marker, heist.At(Gone, Medium, Server, Owner, Contractor, Destination)), "the hunt is blind");
    }

    [Fact]
    public void A_lost_stick_reads_nothing() => AssertReadsNothing(LostSticks);

    [Fact]
    public void A_lost_stick_with_the_whole_service_and_all_its_backups_reads_nothing() => AssertReadsNothing([.. LostSticks, .. ServerAndBackups]);

    [Theory]
    [InlineData(Owner)]
    [InlineData(Contractor)]
    public void A_lost_stick_with_the_whole_service_all_its_backups_and_one_holder_reads_nothing(string holder) =>
        AssertReadsNothing([.. LostSticks, .. ServerAndBackups, .. heist.At(Carried, holder), .. heist.At(Gone, holder)]);

    [Theory]
    [InlineData(Owner)]
    [InlineData(Contractor)]
    public void And_with_a_destination_that_was_stolen_after_it_had_loaded_it_reads_nothing(string holder) =>
        AssertReadsNothing([.. heist.At(Carried, Medium), .. ServerAndBackups, .. heist.At(Carried, holder), .. heist.At(Loaded, Destination)]);

    [Fact]
    public void With_the_destination_after_loaded_not_even_both_holders_old_snapshots_help() =>
        AssertReadsNothing([.. heist.At(Carried, Medium, Server, Owner, Contractor), .. heist.At(Loaded, Destination)]);

    [Fact]
    public void Root_on_the_service_alone_reads_nothing_whenever_it_looks() => AssertReadsNothing(ServerAndBackups);

    [Fact]
    public void The_contractor_who_hosts_everything_but_the_owners_holder_reads_nothing_before_the_release() =>
        AssertReadsNothing([.. heist.At(Carried, Medium, Server, Contractor, Destination, Sealing), .. heist.At(Gone, Medium, Server, Contractor, Destination, Sealing)]);

    [Fact]
    public void No_hand_and_no_pair_of_hands_reads_anything_before_the_release()
    {
        var hands = heist.At(Carried, Medium, Server, Owner, Contractor, Destination, Sealing);

        for (var left = 0; left < hands.Length; left++)
            foreach (var right in hands[(left + 1)..]) AssertReadsNothing([hands[left], right]);
    }

    [Fact]
    public void After_closing_a_copy_of_the_medium_and_every_machine_read_nothing() =>
        AssertReadsNothing([.. heist.At(Carried, Medium), .. heist.At(Closed, Server, Owner, Contractor, Destination, Sealing)]);

    [Fact]
    public void After_a_kill_the_medium_and_every_machine_read_nothing() => AssertReadsNothing(heist.At(Killed, Medium, Server, Owner, Contractor, Destination, Sealing));

    [Fact]
    public void After_a_kill_a_photograph_of_every_symbol_and_every_machine_read_nothing()
    {
        Assert.SkipUnless(HasCamera, "reading symbols needs zbarimg");

        AssertReadsNothing([heist.Photographs, .. heist.At(Killed, Medium, Server, Owner, Contractor, Destination, Sealing)]);

        // They are worth as much as the service's own papers: with the keys of that time they do read.
        Assert.True(KeyHunt.Finds(Marker, [heist.Photographs, .. heist.At(Gone, Medium, Owner, Contractor, Destination)]), "nothing was photographed");
    }

    [Theory]
    [InlineData(Owner, Contractor)]
    [InlineData(Contractor, Owner)]
    public void After_a_kill_one_holders_restored_snapshot_reads_nothing(string restored, string other) =>
        AssertReadsNothing([.. heist.At(Gone, restored), .. heist.At(Killed, Medium, Server, other, Destination, Sealing)]);

    [Theory]
    [InlineData("st-seal")]
    [InlineData("st-open")]
    public void The_program_that_people_talk_to_has_neither_rows_nor_content_keys_in_memory(string station)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "another process's memory is read through /proc");
        var memory = ProcessMemory.Of(founded.At.Stations[station].ProcessId);

        Assert.NotEmpty(heist.ContentKeys);
        Assert.True(memory.Holds(heist.SealNumber), "the search is blind");
        Assert.False(memory.Holds(Marker));
        Assert.All(heist.ContentKeys, key => Assert.False(memory.Holds(key) || memory.HoldsSeed(key)));
    }

    [Fact]
    public async Task A_key_holder_makes_no_core_dump()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux(), "core dumps are switched off on Linux");

        foreach (var side in new[] { "owner", "contractor" })
            Assert.Matches("Max core file size +0 +0 ", await File.ReadAllTextAsync($"/proc/{founded.At.ProcessIdOf(side)}/limits", TestContext.Current.CancellationToken));
    }

    private static void AssertReadsNothing(string[] hands) => Assert.False(KeyHunt.Finds(Marker, hands), string.Join(" + ", hands));
}
