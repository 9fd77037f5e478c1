namespace Azukari.Domain.Tests.Rules;

/// <summary>R4: no valid completion, no naming.</summary>
public sealed class R04_Training
{
    [Fact]
    public void Without_a_completed_course_nobody_of_the_chain_is_named()
    {
        foreach (var person in new[] { Carrier, SiteOperator })
        {
            var town = Founded();
            Forget(town, person);

            Assert.Contains((R4, TrainingNotRecorded, person.Value), Said(town.Refused(town.Ask(plan => plan with { Custodians = [person, CityCarrier] }))));
        }
    }

    [Fact]
    public void Without_a_completed_course_nobody_of_the_chain_starts_anything()
    {
        foreach (var (phase, start) in R03_Procedures.Starts)
        {
            var town = Until(phase);
            var attempt = start(town);
            foreach (var person in town.Facts.People.Keys) Forget(town, person);
            var chain = attempt.Signers.Where(signer => town.Facts.SideOf(signer.Organisation) == Side.Contractor).Select(signer => signer.Person.Value).ToArray();

            // The owner's people are nobody's chain; the approver alone meets it through those whom the plan names.
            var said = town.Decide(attempt) is Outcome.Refused(var refusals) ? Said(refusals) : [];
            Assert.Equal(chain.Length > 0 || phase == Phase.Endorsed, said.Any());
            Assert.All(said, row => Assert.Equal((R4, TrainingNotRecorded), (row.Rule, row.Reason)));
            Assert.All(chain, person => Assert.Contains((R4, TrainingNotRecorded, person), said));
        }
    }

    [Fact]
    public void A_course_counts_until_its_last_moment()
    {
        var town = Founded();
        town.Do(town.Trained(Manager, act => act with { Expires = Asking }));

        town.Refuses(town.At(Asking.AddMilliseconds(1)).Ask(), (R4, TrainingExpired));
        town.Accepts(town.At(Asking).Ask());
    }

    [Fact]
    public void What_is_recorded_last_of_a_course_counts_and_another_course_beside_it()
    {
        var town = Founded();
        town.Do(town.Trained(Manager, act => act with { Expires = Asking.AddDays(-1) }));
        town.Refuses(town.Ask(), (R4, TrainingExpired));

        town.Do(town.Trained(Manager, act => act with { Course = Hash("another course") }));
        town.Accepts(town.Ask());
    }

    [Fact]
    public void A_course_is_completed_before_it_is_recorded_and_expires_after_it_was_completed()
    {
        var town = Founded();

        town.Refuses(town.Trained(Carrier, act => act with { Completed = town.Clock.AddMilliseconds(1) }), (R4, TrainingOutOfOrder));
        town.Refuses(town.Trained(Carrier, act => act with { Expires = act.Completed }), (R4, TrainingOutOfOrder));
        town.Refuses(town.Trained(Newcomer), (R1, PersonNotEnrolled));
    }

    [Fact]
    public void The_executive_or_the_own_representative_records_it_and_nobody_for_oneself()
    {
        var town = Founded();

        town.Accepts(town.By(town.Trained(SiteOperator).Act, null, (SubRoot, Role.Representative)));
        town.Accepts(town.By(town.Trained(Officer).Act, null, (CityRoot, Role.Representative)));
        town.Refuses(town.By(town.Trained(SiteOperator).Act, null, (ContractorRoot, Role.Representative)), (R4, NotByOwnOrganisation));
        town.Refuses(town.By(town.Trained(Officer).Act, null, (Executive, Role.InformationManager)), (R4, NotByOwnOrganisation));
        town.Refuses(town.By(town.Trained(Executive).Act, null, (Executive, Role.InformationManager)), (R4, TrainingOwnWord));
        town.Refuses(town.By(town.Trained(Carrier).Act, null, (Manager, Role.ProjectManager)), (R2, RoleNotForThisAct), (R4, TrainingNotAttested));
    }

    private static void Forget(Town town, PersonId person) => town.Facts = town.Facts with
    {
        People = town.Facts.People.SetItem(person, town.Facts.People[person] with { Trainings = town.Facts.People[person].Trainings.Clear() }),
    };

    private static IEnumerable<(Rule Rule, Reason Reason, string? About)> Said(IEnumerable<Refusal> refusals) => refusals.Select(refusal => (refusal.Rule, refusal.Because, refusal.About));
}
