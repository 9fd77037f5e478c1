using Azukari.Cli.Front;
using Azukari.Cli.Stations;
using Azukari.Domain;
using Azukari.Domain.Closing;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Ledger;
using Azukari.Testing;

namespace Azukari.Cli.Tests.Stations;

/// <summary>R20, R32 and design §3 at a station, which is off most of the time: its own clock stops a key, and the record's time or a day of its own ends it.</summary>
public sealed class StationKeysTests : IDisposable
{
    private static readonly DateTimeOffset Made = new(2026, 4, 1, 9, 0, 0, TimeSpan.FromHours(9));
    private static readonly DateTimeOffset Late = Made + KeyLifetime.Oldest + TimeSpan.FromMinutes(1);
    private readonly TempFolder folder = new();
    private readonly StationFolder station;
    private readonly Digest key;

    public StationKeysTests()
    {
        station = StationFolder.Create(folder.File("station"), new("st-1"));
        key = Digests.Sha256(station.Keys.Make(Made));
    }

    private string Living => Path.Combine(folder.File("station"), "identities", $"{key}.key");

    public void Dispose()
    {
        station.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void A_year_ahead_stops_the_key_and_ends_nothing()
    {
        var seen = station.Keys.Look(Record(1, Made), Made.AddDays(365));

        Assert.Empty(seen.Ended);
        Assert.Equal(1, seen.Stopped);
        Assert.Equal("R15 KeyStopped", Refused(Record(1, Made), Made.AddDays(365)));
    }

    [Fact]
    public void Set_right_within_a_day_the_key_gives_again_when_the_record_has_gone_on()
    {
        station.Keys.Look(Record(1, Made), Made.AddDays(365));
        station.Keys.Look(Record(1, Made), Made.AddHours(1));
        Assert.Equal("R15 KeyStopped", Refused(Record(1, Made), Made.AddHours(1))); // What it says now it had said before: nothing new agrees.

        station.Keys.Look(Record(2, Made.AddHours(1)), Made.AddHours(1));

        station.Keys.Demand(key, Record(2, Made.AddHours(1)), Made.AddHours(1));
        Assert.Equal("given", station.Keys.Use(key, _ => "given"));
    }

    [Fact]
    public void Turned_back_after_the_deadline_the_key_gives_nothing()
    {
        station.Keys.Look(Record(1, Made), Late);

        Assert.Equal("R15 KeyStopped", Refused(Record(1, Made), Made.AddHours(1)));
    }

    [Fact]
    public void Behind_the_record_the_key_gives_nothing_that_the_record_says_is_too_late() => Assert.Equal("R15 KeyStopped", Refused(Record(2, Late), Made));

    [Fact]
    public void Off_for_long_the_key_stops_at_once_and_ends_when_the_record_agrees()
    {
        Assert.Equal(new KeysSeen([], 1), station.Keys.Look(Record(1, Made), Late) with { Ended = [] });
        Assert.True(File.Exists(Living));

        var stone = Assert.Single(station.Keys.Look(Record(2, Late), Late.AddMinutes(1)).Ended);

        Assert.Equal((DestructionCause.TooOld, 1L), (stone.Cause, stone.Count));
        Assert.False(File.Exists(Living));
    }

    [Fact]
    public void Where_no_record_comes_a_day_of_its_own_ends_it()
    {
        station.Keys.Look(Record(1, Made), Late);
        Assert.Empty(station.Keys.Look(Record(1, Made), Late.AddHours(23)).Ended);

        Assert.Single(station.Keys.Look(Record(1, Made), Late.AddHours(24)).Ended);
    }

    [Fact]
    public void The_records_time_alone_stops_and_does_not_end()
    {
        Assert.Equal(new KeysSeen([], 1), station.Keys.Look(Record(2, Late), Made.AddHours(1)) with { Ended = [] }); // The service's clock may be the wrong one.
        Assert.True(File.Exists(Living));
    }

    [Fact]
    public void What_two_people_attested_dead_dies_when_it_comes_back() =>
        Assert.Equal(DestructionCause.AttestedDead, Assert.Single(station.Keys.Look(Record(2, Made, new Mark(Made, key)), Made.AddHours(1)).Ended).Cause);

    [Fact]
    public void A_destruction_that_was_cut_off_is_finished_for_the_reason_that_it_was_begun_for()
    {
        File.WriteAllText(Living, "# destroyed: GaveUp\n");

        var stone = Assert.Single(station.Keys.Look(Record(1, Made), Made.AddHours(1)).Ended);

        Assert.Equal(DestructionCause.GaveUp, stone.Cause);
        Assert.Equal("R20 KeyDead", Refused(Record(1, Made), Made.AddHours(1)));
        Assert.Equal(stone, station.Keys.Destroy(key, DestructionCause.Loss, Made.AddHours(2)));
    }

    [Fact]
    public void A_disk_that_fails_at_one_key_holds_no_other_alive()
    {
        var other = Digests.Sha256(station.Keys.Make(Made));
        Directory.CreateDirectory(Path.Combine(folder.File("station"), "tombstones", $"{key}.json.new")); // Nothing can be written under that name.
        var record = Record(2, Late) with { Keys = Record(2, Late).Keys.Add(other, new(other, other, Made, null, null)) };

        Assert.ThrowsAny<SystemException>(() => station.Keys.Look(record, Late.AddMinutes(1)));

        Assert.Equal(other, Assert.Single(station.Keys.Tombstones).Recipient);
        Assert.Equal("R20 KeyDead", Refused(record, Late.AddMinutes(1))); // Its file is overwritten; only the gravestone is wanting.
    }

    /// <summary>A record of that many entries whose last is of that time, and which knows the key.</summary>
    private Engagement Record(long entries, DateTimeOffset lastAt, Mark? attested = null) => Engagement.Nothing with
    {
        NextSeq = entries,
        LastAt = lastAt,
        Keys = Engagement.Nothing.Keys.Add(key, new OneTimeKey(key, key, Made, null, null) { Attested = attested }),
    };

    private string Refused(Engagement record, DateTimeOffset now) => Assert.Single(Assert.Throws<StopException>(() => station.Keys.Demand(key, record, now)).Why).Code;
}
