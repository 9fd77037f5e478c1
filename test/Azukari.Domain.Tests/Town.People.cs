using Azukari.Domain.People;

namespace Azukari.Domain.Tests;

/// <summary>What makes the town's people fit to be named: lists, the manual, training.</summary>
internal sealed partial class Town
{
    internal static readonly DateTimeOffset TrainingEnds = new(2023, 3, 31, 23, 59, 59, TimeSpan.FromHours(9));

    internal static PersonId RootOf(OrganisationId organisation) => organisation == City ? CityRoot : organisation == Subcontractor ? SubRoot : organisation == CourierCompany ? CourierRoot : ContractorRoot;

    /// <summary>Everybody enrolled so far stands on a list, has read the manual in force and, on the contractor's side, has completed the course.</summary>
    internal void Qualify()
    {
        if (Facts.Manuals.IsEmpty)
        {
            Do(Submitted());
            Do(ApprovedManual());
        }

        foreach (var organisation in Facts.Chain.Keys.OrderBy(id => id.Value, StringComparer.Ordinal)) Do(Listed(organisation));
        foreach (var person in Facts.People.Keys.Where(id => EmployerOf(id) != CourierCompany).OrderBy(id => id.Value, StringComparer.Ordinal)) Qualify(person); // Drivers sign nothing.
    }

    internal Attempt Submitted(int version = 1) => By(new SubmitManual(version, Hash($"manual {version}")), null, (Manager, Role.ProjectManager));

    internal Attempt ApprovedManual(int version = 1) => By(new ApproveManual(version), null, (Approver, Role.Approver));

    internal Attempt Read(PersonId person, int version = 1) => By(new AcknowledgeManual(version), null, (person, Role.Member));

    internal Attempt Trained(PersonId person, Func<RecordTraining, RecordTraining>? change = null)
    {
        var act = new RecordTraining(person, Hash("course"), Setup.AddDays(-30), TrainingEnds);
        return By(change?.Invoke(act) ?? act, null, person == Executive ? (ContractorRoot, Role.Representative) : (Executive, Role.InformationManager));
    }

    /// <summary>The list of everybody whom the organisation has enrolled, without these.</summary>
    internal Attempt Listed(OrganisationId organisation, params PersonId[] without)
    {
        var own = Facts.People.Values.Where(person => person.Organisation == organisation && person.Left is null && !without.Contains(person.Id));
        return By(new SignList(organisation, [.. own.Select(person => person.Id).OrderBy(id => id.Value, StringComparer.Ordinal)]), null, (RootOf(organisation), Role.Representative));
    }

    internal Attempt Left(PersonId person) => By(new LeaveOrganisation(person), null, (RootOf(EmployerOf(person)), Role.Representative));

    /// <summary>A new key for somebody, which that person shows and these vouch for.</summary>
    internal Attempt Rekeyed(PersonId person, SigningKeyFact key, params (PersonId Person, Role Role)[] vouching)
    {
        var act = new ReplaceKey(person, key);
        var attempt = By(act, null, [(person, Role.Member), .. vouching]);
        return attempt with { Signers = attempt.Signers.SetItem(0, attempt.Signers[0] with { Key = key.Id }) };
    }

    /// <summary>A key for the screens of stations, added in front of the station that seals.</summary>
    internal Attempt KeyAdded(PersonId person, SigningKeyFact key, params (PersonId Person, Role Role)[] signing) =>
        By(new AddKeyAtStations(person, key, new(SealStation, Hash("code"))), KeyOf(SealStation).Id, signing);

    internal Attempt Withdrawn(OrganisationId organisation) => By(new WithdrawOrganisation(organisation), null, (Approver, Role.Approver));

    internal Attempt Ended(PersonId person, Role role) => By(new EndRole(person, role), null, (EmployerOf(person) == City ? CityRoot : ContractorRoot, Role.Representative));

    internal Attempt Transferred(PersonId from, PersonId to) => By(new TransferDuties(from, to), null, (EmployerOf(from) == City ? CityRoot : ContractorRoot, Role.Representative));

    internal Attempt Waived(DateTimeOffset? lastDay = null) =>
        By(new WaiveSeparation(lastDay ?? FiscalYearEnds), null, (Approver, Role.Approver), (CityRoot, Role.Representative));

    /// <summary>Enrols, shows, appoints and qualifies somebody more.</summary>
    internal void Join(PersonId person, Role role, int manual = 1)
    {
        Engage(RootOf(EmployerOf(person)), (person, role));
        Do(Listed(EmployerOf(person)));
        Qualify(person, manual);
    }

    private void Qualify(PersonId person, int manual = 1)
    {
        Do(Read(person, manual));
        if (Facts.SideOf(person) == Side.Contractor) Do(Trained(person));
    }
}
