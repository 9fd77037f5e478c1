using Azukari.Demo.Replays;
using Azukari.Domain.Closing;
using Azukari.Testing;

namespace Azukari.Demo.Tests.Replays;

/// <summary>Any file of that form: another country, zone, medium and course of events.</summary>
public sealed class OtherFilesTests
{
    private const string Hospital = """
        id: Ward 7
        title: { en: "A drive on the train" }
        zone: Europe/Berlin
        parties:
          - { id: clinic,  kind: public-body, role: owner, law: [eu] }
          - { id: lab,     kind: company,     role: contractor, entrusted-by: clinic, law: [eu] }
        people:
          - { id: courier-1, party: lab, role: carrier }
          - { id: boss, party: lab, role: project-manager }
        sites:
          - { id: ward, layer: isolated }
          - { id: laboratory, layer: internet }
        data: [ { id: patients, unit: people, records: 1200, classes: [special-care], fields: [id, finding] } ]
        media: [ { id: drive, registered: true } ]
        steps:
          - { at: 2031-03-29T22:00, by: [boss], did: ask, form: written, purpose: "second opinion" }
          - { at: 2031-03-30T01:30, by: [courier-1], did: seal, site: ward, media: [drive] }
          - { at: 2031-03-30T01:40, by: [courier-1], did: depart, method: alone, weather: rain }
          - { at: 2031-03-30T03:10, by: [courier-1], did: lose, place: train }
          - { at: 2031-03-30T05:00, by: [courier-1], did: report, to: lab }
          - { at: 2031-03-30T09:30, by: [courier-1], did: sing }
        """;

    [Fact]
    public void It_was_lost_on_the_way_and_the_report_kills_every_key_before_any_was_released()
    {
        var replay = Played.Of(Hospital);

        Assert.Equal("2031-03-30T05:00:00+02:00", replay.Json("detect")["key_dead"]!.GetValue<string>());
        Assert.IsType<KeyAnswer.NeverReleasedDestroyed>(replay.Detected.Key);
        Assert.Equal(1200, replay.Detected.People);
    }

    [Fact]
    public void The_alarm_came_first_since_it_never_arrived()
    {
        Assert.Equal(Domain.Watch.DeadlineKind.Arrival, Played.Of(Hospital).Detected.Kind);
    }

    [Fact]
    public void Seventy_two_hours_run_in_its_own_zone()
    {
        var clock = Played.Of(Hospital).Detected.Clocks.First(clock => clock.Party == "lab" && clock.Deadline.Pack.Value == "gdpr");

        Assert.Equal(new DateTimeOffset(2031, 3, 30, 3, 0, 0, TimeSpan.Zero), clock.KnownAt);
    }

    [Fact]
    public void What_it_does_not_know_it_says()
    {
        var replay = Played.Of(Hospital);

        Assert.Contains("weather", replay.Prevented.Single(step => step.Step.Did == "depart").Unknown);
        Assert.Contains("sing", replay.Prevented.Single(step => step.Step.Did == "sing").Unknown);
    }

    [Fact]
    public void If_nobody_ever_says_anything_the_data_die_all_the_same()
    {
        var silent = Played.Of(Hospital.Replace("did: report, to: lab", "did: stay-silent", StringComparison.Ordinal));

        Assert.NotNull(silent.Detected.KeyDead);
        Assert.Equal(DestructionCause.WindowEnded, silent.Detected.Cause);
        Assert.NotNull(silent.Detected.AllTold);
    }

    [Fact]
    public void A_courier_whom_nobody_approved_and_a_parcel_without_a_number_are_refused_where_they_are_handed_over()
    {
        var posted = Hospital
            .Replace("  - { id: lab,  ", "  - { id: post, kind: courier, role: courier, entrusted-by: lab, approved: false }\n  - { id: lab,  ", StringComparison.Ordinal)
            .Replace("method: alone", "method: courier, courier: post, tracking: none", StringComparison.Ordinal);
        var depart = Played.Of(posted).Prevented.Single(step => step.Step.Did == Played.Depart);

        Assert.Equal(["weather"], depart.Unknown);
        Assert.DoesNotContain(depart.Said, said => said.Because == Domain.Reason.AloneIsNotAMethod);
    }

    [Fact]
    public void A_disc_is_registered_as_what_it_is_and_a_kind_that_nobody_knows_is_said()
    {
        var disc = Played.Of(Hospital.Replace("{ id: drive, registered: true }", "{ id: drive, registered: true, kind: write-once }", StringComparison.Ordinal));
        var stone = Played.Of(Hospital.Replace("{ id: drive, registered: true }", "{ id: drive, registered: true, kind: clay }", StringComparison.Ordinal));

        Assert.Equal(Domain.Media.MediumKind.WriteOnce, disc.File.Media.Single().Kind);
        Assert.Equal(["media[0].kind: clay"], stone.File.Unknown);
    }

    [Fact]
    public void What_was_never_sealed_has_no_key_to_speak_of_and_no_count()
    {
        var nothing = Played.Of(Hospital[..Hospital.IndexOf("  - { at: 2031-03-29T22:00", StringComparison.Ordinal)] + "  - { at: 2031-03-30T03:10, by: [courier-1], did: lose, place: train }\n");

        Assert.Null(nothing.Json("detect")["key_state"]);
        Assert.Contains(ReplayTable.Of(nothing, null), line => line.Contains("exact count", StringComparison.Ordinal) && line.TrimEnd().EndsWith('—'));
    }

    [Theory]
    [InlineData("id: x", "'zone' is missing")]
    [InlineData("id: x\nzone: Mars/Olympus", "zone 'Mars/Olympus' is not known")]
    [InlineData("id: x\nzone: Asia/Tokyo\nsteps: []", "exactly one party has the role 'owner'")]
    [InlineData("[1, 2]", "a replay file is one mapping")]
    [InlineData("id: x\n  zone: [", "line 2")]
    public void A_file_that_cannot_be_played_is_refused_with_the_reason(string yaml, string says)
    {
        Assert.Contains(says, Assert.Throws<ReplayException>(() => Played.Of(yaml)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_picture_stands_in_both_languages_and_takes_nothing_from_elsewhere()
    {
        using var folder = new TempFolder();
        ReplayPage.Write(Played.Of(Hospital), folder.FullPath);

        foreach (var file in new[] { "ward-7.ja.html", "ward-7.en.html", "ward-7.ja.svg", "ward-7.en.svg" })
        {
            var text = File.ReadAllText(folder.File(file));
            Assert.DoesNotContain("http://", text.Replace("http://www.w3.org/2000/svg", "", StringComparison.Ordinal), StringComparison.Ordinal);
            Assert.DoesNotContain("https://", text, StringComparison.Ordinal);
            Assert.Contains("R11", file.EndsWith(".html", StringComparison.Ordinal) ? text : text + "R11", StringComparison.Ordinal);
        }
    }
}
