using Azukari.Domain.Catalogue;
using Azukari.Domain.Incidents;
using Azukari.Domain.Incidents.Laws;
using Azukari.Domain.Watch;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R26: who knew when, from the record; and what of the record the law asks about.</summary>
public sealed class R26_Knowledge
{
    [Fact]
    public void A_report_is_knowledge_of_the_reporters_organisation_and_of_no_other()
    {
        var town = Until(Phase.Outside);
        var known = town.Clock;
        town.Do(town.Lost(SiteKeeper));
        town.At(known.AddHours(2)).Do(town.Lost(Officer));
        town.At(known.AddHours(3)).Do(town.Lost(HomeKeeper));

        Assert.Equal(known, Of(town, Subcontractor).At?.At);
        Assert.Equal(known.AddHours(2), Of(town, City).At?.At);
        Assert.Equal(KnownBy.Report, Of(town, City).How);
        Assert.Null(Of(town, Contractor).At);
        Assert.Equal(town.Facts.Chain.Count, Knowledge.Of(town.Facts, town.Case).Length);
    }

    [Fact]
    public void A_report_of_what_was_never_granted_is_knowledge_too()
    {
        var town = Until(Phase.Endorsed);
        var known = town.Clock;
        foreach (var reporter in new[] { Manager, SiteKeeper })
            town.At(town.Clock.AddHours(1)).Accepts(town.By(new ReportLoss(new("nobody-asked"), LossKind.Lost, reporter == Manager ? Approver : null), null, (reporter, Role.Member)));

        var entities = Knowledge.Of(town.Facts, town.Facts.Incidents.Single()).ToDictionary(entity => entity.Organisation, entity => entity.At?.At);
        Assert.Equal((known.AddHours(1), known.AddHours(1), known.AddHours(2)), (entities[Contractor], entities[City], entities[Subcontractor]));
    }

    [Fact]
    public void An_acknowledgement_is_knowledge_and_an_alarm_that_nobody_answered_stands_beside_it()
    {
        var town = Until(Phase.Outside).Wait(Day(21, 12, 40));
        var alarms = town.Case.Alarms.Select(alarm => alarm.Mark).ToArray();
        Assert.All(Knowledge.Of(town.Facts, town.Case), entity => Assert.Null(entity.At));

        town.Do(town.Told(DeadlineKind.Opening, 2, Executive));

        Assert.Equal((Day(21, 12, 40), KnownBy.Acknowledgement), (Of(town, Contractor).At!.At, Of(town, Contractor).How!.Value));
        Assert.Equal(alarms, Of(town, Contractor).AlarmsBefore);
        Assert.Null(Of(town, City).At);
        Assert.Equal(alarms, Of(town, City).AlarmsBefore);
    }

    [Fact]
    public void An_alarm_after_which_all_was_well_says_nothing_about_a_later_loss()
    {
        var town = Until(Phase.Outside).Wait(Day(21, 12, 40));
        town.Do(town.Told(DeadlineKind.Opening, 2, Executive));
        town.At(Day(21, 12, 45)).Do(town.Arrival());
        Assert.Null(Of(town, Contractor).At);

        town.At(Day(21, 22, 0)).Do(town.Lost(Carrier));
        Assert.Equal((Day(21, 22, 0), KnownBy.Report), (Of(town, Contractor).At!.At, Of(town, Contractor).How!.Value));
        Assert.Empty(Of(town, Contractor).AlarmsBefore);
    }

    [Fact]
    public void Whoever_was_there_when_the_seal_was_not_intact_knew()
    {
        var town = Until(Phase.Sealed);
        town.Do(town.Leave());
        town.At(Day(21, 11, 0)).Do(town.HandIn(act => act with { Intact = false }));

        Assert.All([City, Contractor, Subcontractor], organisation => Assert.Equal(Day(21, 11, 0), Of(town, organisation).At?.At));
        Assert.Null(Of(town, CourierCompany).At);
    }

    [Fact]
    public void The_facts_of_a_breach_follow_from_the_record()
    {
        var town = Until(Phase.Outside);
        town.At(Day(21, 22, 0)).Do(town.Lost(Carrier));
        var facts = BreachFacts.From(town.Facts, town.Case, Contractor, BreachJudgement.None, exemptionDemonstrated: false)!;

        Assert.Equal((Day(21, 22, 0), Day(21, 22, 0), Day(21, 11, 0)), (facts.KnewAt, facts.DiscoveredAt, facts.LastSeenAt));
        Assert.Equal((100L, true, 100L), (facts.CountNow!.Confirmed!.Value, facts.CountNow.IsExact, facts.Records!.Value));
        Assert.Equal(town.Facts.Catalogue[Residents].Fields.Where(field => field.Name is "id" or "name").Select(field => field.Class).Distinct().Order(), facts.Classes);
        Assert.Equal([LossKind.Lost], facts.Events);
        Assert.Equal((BreachNature.Leak, false, ChainRole.Entrustee), (facts.Nature, facts.ImproperPurpose, facts.Entity.Role));
        Assert.Equal([EntityKind.PrivateOperator], facts.Entity.Kinds);
    }

    [Fact]
    public void The_owner_is_a_public_body_and_everybody_below_an_entrustee()
    {
        var town = Until(Phase.Outside);
        BreachFacts Of(OrganisationId organisation) => BreachFacts.From(town.Facts, town.Case, organisation, BreachJudgement.None, exemptionDemonstrated: false)!;

        Assert.Equal((ChainRole.Owner, EntityKind.LocalBody), (Of(City).Entity.Role, Of(City).Entity.Kinds.Single()));
        Assert.All([Contractor, Subcontractor, CourierCompany], organisation => Assert.Equal((ChainRole.Entrustee, EntityKind.PrivateOperator), (Of(organisation).Entity.Role, Of(organisation).Entity.Kinds.Single())));
        Assert.Null(BreachFacts.From(town.Facts, town.Case, new("passer-by"), BreachJudgement.None, exemptionDemonstrated: false));
    }

    [Fact]
    public void A_theft_is_an_improper_purpose_and_what_people_judge_is_added()
    {
        var town = Until(Phase.Outside);
        town.Do(town.By(new ReportLoss(CaseId, LossKind.Stolen), null, (Carrier, Role.Member)));
        var judgement = BreachJudgement.None with { Kinds = [EntityKind.NationalBody], Counts = [new(town.Clock.AddDays(1), null, 5000)], EntrusteeNoticeAt = town.Clock.AddHours(1) };
        var facts = BreachFacts.From(town.Facts, town.Case, City, judgement, exemptionDemonstrated: false)!;

        Assert.True(facts.ImproperPurpose);
        Assert.Equal((EntityKind.NationalBody, 5000L), (facts.Entity.Kinds.Single(), facts.CountNow!.Maximum!.Value));
        Assert.Equal((null, town.Clock.AddHours(1)), (facts.KnewAt, facts.StartsAt));
    }

    [Fact]
    public void What_takes_a_duty_away_counts_with_its_paper_only()
    {
        var town = Until(Phase.Outside);
        town.Do(town.Lost(Carrier));
        BreachFacts Judged(BreachJudgement judgement) => BreachFacts.From(town.Facts, town.Case, City, judgement, exemptionDemonstrated: false)!;

        Assert.Equal(BreachNature.Leak, Judged(new()).Nature);
        Assert.Equal(BreachNature.None, Judged(new() { RecoveredUnread = Hash("evidence") }).Nature);
        Assert.Equal(RiskAssessment.NotAssessed, Judged(new() { Risk = RiskAssessment.Unlikely }).Risk);
        Assert.Equal(RiskAssessment.Unlikely, Judged(new() { Risk = RiskAssessment.Unlikely, RiskPaper = Hash("assessment") }).Risk);
    }

    [Fact]
    public void A_field_that_the_catalogue_has_lost_counts_as_every_class()
    {
        var town = Until(Phase.Outside);
        town.Facts = town.Facts with { Catalogue = town.Facts.Catalogue.Remove(Residents) };

        Assert.Equal(Enum.GetValues<FieldClass>(), BreachFacts.From(town.Facts, town.Case, City, BreachJudgement.None, exemptionDemonstrated: false)!.Classes);
    }

    [Fact]
    public void Nothing_was_on_what_was_never_sealed() =>
        Assert.Null(BreachFacts.From(Until(Phase.Permitted).Facts, Until(Phase.Permitted).Case, City, BreachJudgement.None, exemptionDemonstrated: false));

    private static EntityKnowledge Of(Town town, OrganisationId organisation) => Knowledge.Of(town.Facts, town.Case).Single(entity => entity.Organisation == organisation);
}
