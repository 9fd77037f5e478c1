using Azukari.Domain.Closing;
using Azukari.Domain.Watch;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R22: copies at the destination and extracts at the source are registered with an end date and confirmed gone.</summary>
public sealed class R22_Copies
{
    [Fact]
    public void A_copy_has_a_name_a_place_and_an_end_date_that_lies_ahead()
    {
        var town = Until(Phase.Loaded);

        town.Refuses(town.Copied(copy => copy with { At = new("dinner") }), (R22, SiteUnknown));
        town.Refuses(town.Copied(copy => copy with { EndsAt = town.Clock }), (R22, CopyEndsInThePast));
        town.Accepts(town.Copied());
        town.Refuses(town.Copied(), (R22, NameTakenAlready));
        town.Accepts(town.Copied(copy => copy with { Copy = new("extract-1"), Kind = CopyKind.ExtractAtSource, At = DataCentre }));
    }

    [Fact]
    public void There_is_no_copy_of_what_was_never_permitted()
    {
        var town = Until(Phase.Endorsed);

        town.Refuses(town.Copied(), (R22, NoPermit));
    }

    [Fact]
    public void A_copy_is_an_alarm_from_its_end_date_until_it_is_confirmed_gone_though_the_carry_out_has_closed()
    {
        var town = Until(Phase.Closed);
        town.Do(town.Copied());
        Assert.Equal([(DeadlineKind.CopyGone, CallList.Value, Day(30, 18, 0))], Deadlines.Of(town.Facts, town.Case).Select(next => (next.Kind, next.About, next.Due)));

        town.Wait(Day(30, 18, 0));
        Assert.Contains(town.Case.Alarms, alarm => alarm.Kind == DeadlineKind.CopyGone);
        town.Accepts(town.Gone());
        Assert.Empty(Deadlines.Of(town.Facts, town.Case));
    }

    [Fact]
    public void Two_people_say_that_it_is_gone()
    {
        var town = Until(Phase.Loaded);
        town.Do(town.Copied());

        town.Refuses(town.By(town.Gone().Act, null, (SiteOperator, Role.Operator)), (R22, SecondPersonMissing));
        town.Refuses(town.Gone() with { Signers = [] }, (R22, OperatorMissing), (R22, SecondPersonMissing));
    }

    [Fact]
    public void What_is_gone_was_there_and_goes_once()
    {
        var town = Until(Phase.Loaded);
        town.Refuses(town.Gone(), (R22, CopyNotRegistered));
        town.Do(town.Copied());
        town.Do(town.Gone());

        town.Refuses(town.Gone(), (R22, CopyIsGone));
    }

    [Fact]
    public void Somebody_of_the_place_registers_it()
    {
        var town = Until(Phase.Loaded);

        town.Refuses(town.Copied() with { Signers = [] }, (R22, OperatorMissing));
    }

    [Fact]
    public void No_engagement_ends_with_a_copy_that_is_not_gone_or_was_never_registered()
    {
        var town = Until(Phase.Closed);
        foreach (var medium in town.Facts.Media.Keys) town.Do(town.Freed(medium));
        foreach (var station in town.Facts.Stations.Keys) town.Do(town.Shut(station));

        town.Refuses(town.EngagementClosed(), (R22, CopyNotRegistered));
        town.Do(town.Copied());
        town.Refuses(town.EngagementClosed(), (R22, CopyNotGone));
        town.Do(town.Gone());
        town.Accepts(town.EngagementClosed());
    }
}
