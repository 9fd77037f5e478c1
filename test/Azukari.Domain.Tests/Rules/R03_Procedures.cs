namespace Azukari.Domain.Tests.Rules;

/// <summary>R3: the operation manual, its versions, and who has acknowledged the one in force.</summary>
public sealed class R03_Procedures
{
    /// <summary>Everything that people start or widen, where it is next.</summary>
    internal static IEnumerable<(Phase Before, Func<Town, Attempt> Start)> Starts { get; } =
    [
        (Phase.Asked, town => town.Endorsed()),
        (Phase.Endorsed, town => town.Approved()),
        (Phase.Permitted, town => town.At(Window.From).Sealed()),
        (Phase.Sealed, town => town.At(Window.OutBy).Leave()),
        (Phase.Arrived, town => town.Confirmed(Officer, Role.SecurityOfficer)),
        (Phase.Arrived, town => town.Confirmed(SiteOperator, Role.Operator)),
        (Phase.Arrived, town => Stopped(town).Lifted()),
    ];

    [Fact]
    public void Without_a_manual_in_force_nothing_starts()
    {
        foreach (var (phase, start) in Starts)
        {
            var town = Until(phase);
            town.Facts = town.Facts with { Manuals = town.Facts.Manuals.Clear() };

            Assert.Equal([(R3, NoManualInForce)], town.Refused(start(town)).Select(refusal => (refusal.Rule, refusal.Because)));
        }
    }

    [Fact]
    public void A_new_version_counts_when_the_owner_approves_it_and_from_then_on_for_everybody()
    {
        foreach (var (phase, start) in Starts)
        {
            var town = Until(phase);
            town.Do(town.Submitted(2));
            Assert.IsType<Outcome.Accepted>(town.Decide(start(town)));
            town.Do(town.ApprovedManual(2));

            Assert.Equal([(R3, ManualNotAcknowledged)], town.Refused(start(town)).Select(refusal => (refusal.Rule, refusal.Because)).Distinct());
        }
    }

    [Fact]
    public void Whoever_is_named_has_acknowledged_it_on_both_sides()
    {
        var town = Founded();
        town.Do(town.Submitted(2));
        foreach (var person in new[] { Manager, Carrier }) town.Do(town.Read(person, 2));
        town.Do(town.ApprovedManual(2));

        Assert.Equal([CityCarrier.Value], town.Refused(town.Ask()).Select(refusal => refusal.About));
        town.Do(town.Read(CityCarrier, 2));
        town.Accepts(town.Ask());
    }

    [Fact]
    public void A_version_is_read_before_it_comes_into_force_and_an_old_one_no_more()
    {
        var town = Founded();
        town.Do(town.Submitted(2));
        town.Accepts(town.Read(Carrier, 2));
        town.Accepts(town.Read(Carrier, 1));
        town.Do(town.ApprovedManual(2));

        town.Refuses(town.Read(Carrier, 1), (R3, ManualSuperseded));
        town.Refuses(town.Read(Carrier, 3), (R3, ManualNotSubmitted));
        town.Refuses(town.By(town.Read(Carrier, 2).Act, null), (R3, ReaderMissing));
    }

    [Fact]
    public void Versions_only_go_up()
    {
        var town = Founded();
        foreach (var version in new[] { -1, 0, 1 }) town.Refuses(town.Submitted(version), (R3, ManualVersionNotHigher));
        town.Do(town.Submitted(5));
        town.Refuses(town.Submitted(4), (R3, ManualVersionNotHigher));
        town.Do(town.Submitted(7));
        town.Do(town.ApprovedManual(7));

        foreach (var version in new[] { 1, 5, 7 }) town.Refuses(town.ApprovedManual(version), (R3, ManualSuperseded));
        town.Refuses(town.ApprovedManual(6), (R3, ManualNotSubmitted));
        Assert.Equal(7, town.Facts.ManualInForce?.Version);
    }

    [Fact]
    public void The_project_manager_submits_and_the_owners_approver_approves()
    {
        var town = Founded();
        town.Refuses(town.By(town.Submitted(2).Act, null, (Carrier, Role.Operator)), (R2, RoleNotForThisAct), (R3, ProjectManagerMissing));
        town.Do(town.Submitted(2));
        town.Refuses(town.By(town.ApprovedManual(2).Act, null, (Executive, Role.InformationManager)), (R2, RoleNotForThisAct), (R3, ApproverMissing));
    }

    [Fact]
    public void Whoever_approves_or_acknowledges_answers_the_submission_and_so_its_text()
    {
        var town = Founded();
        var early = town.ApprovedManual(2);
        town.Do(town.Submitted(2));

        town.Refuses(early, (R30, StatementOnOther));
        town.Refuses(town.Read(Carrier, 2) with { Signers = town.Read(Carrier, 1).Signers }, (R30, StatementOnOther));
    }

    private static Town Stopped(Town town)
    {
        if (town.Case.Suspended is null) town.Do(town.Lost(HomeKeeper));
        return town;
    }
}
