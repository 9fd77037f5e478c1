using Azukari.Domain.Catalogue;
using Azukari.Domain.Media;
using Azukari.Domain.People;
using Azukari.Domain.Permits;

namespace Azukari.Domain.Tests;

/// <summary>Who and what the town knows, and how it came into the record.</summary>
internal sealed partial class Town
{
    internal static readonly DateTimeOffset Setup = new(2022, 4, 1, 9, 0, 0, TimeSpan.FromHours(9));
    internal static readonly DateTimeOffset FiscalYearEnds = new(2023, 3, 31, 23, 59, 59, TimeSpan.FromHours(9));

    internal static readonly OrganisationId City = new("city"), Contractor = new("contractor"), Subcontractor = new("subcontractor"), CourierCompany = new("courier"),
        Lapsed = new("lapsed");

    internal static readonly PersonId CityRoot = new("o-root"), Approver = new("o-approver"), Witness = new("o-witness"), Officer = new("o-officer"),
        CityCarrier = new("o-carrier"), HomeKeeper = new("o-keeper");

    internal static readonly PersonId ContractorRoot = new("c-root"), Manager = new("c-manager"), Executive = new("c-executive"),
        Sealer = new("c-sealer"), Carrier = new("c-carrier");

    internal static readonly PersonId SubRoot = new("s-root"), SiteOperator = new("s-operator"), SiteKeeper = new("s-keeper"),
        CourierRoot = new("d-root"), Newcomer = new("c-newcomer");

    internal static readonly SiteId DataCentre = new("data-centre"), CallCentre = new("call-centre");
    internal static readonly StationId SealStation = new("seal-1"), OpenStation = new("open-1"), Bench = new("bench-1"), OtherBench = new("bench-2");
    internal static readonly MediumId Stick = new("usb-1"), SecondStick = new("usb-2");
    internal static readonly DatasetId Residents = new("residents"), Benefits = new("benefits");
    internal static readonly TemplateId Template = new("benefit-calls");
    internal static readonly Digest OwnerHolder = Hash("holder of city"), ContractorHolder = Hash("holder of contractor");
    internal static readonly ThreeKeys Keys = new(Hash("r-owner"), Hash("r-contractor"), Hash("r-destination"));
    internal static readonly CarryOutId CaseId = new("carry-1");

    internal static OrganisationId EmployerOf(PersonId person) => person.Value[0] switch
    {
        'o' => City,
        's' => Subcontractor,
        'd' => CourierCompany,
        'w' => Lapsed,
        _ => Contractor,
    };

    /// <summary>The town with both sides, its registers and three deposited recipients; nothing is asked for yet.</summary>
    internal static Town Founded()
    {
        var town = new Town();
        town.Do(town.Found());
        town.Engage(CityRoot, (Officer, Role.SecurityOfficer), (Approver, Role.Approver), (Witness, Role.Witness), (CityCarrier, Role.Operator), (HomeKeeper, Role.Keeper));
        town.Engage(ContractorRoot, (Manager, Role.ProjectManager), (Executive, Role.InformationManager), (Sealer, Role.Operator), (Carrier, Role.Operator));
        town.Do(town.Admit(Subcontractor, OrganisationKind.Company, Contractor, SubRoot));
        town.Do(town.Admit(CourierCompany, OrganisationKind.Courier, Contractor, CourierRoot));
        town.Engage(SubRoot, (SiteOperator, Role.Operator), (SiteKeeper, Role.Keeper));
        town.Qualify();
        town.Do(town.Decree());
        foreach (var site in new[] { DataCentre, CallCentre }) town.Do(town.Register(site, site == DataCentre ? NetworkLayer.MyNumber : NetworkLayer.Isolated));
        foreach (var station in new[] { SealStation, OpenStation, Bench, OtherBench }) town.Do(town.Enrol(station, station == OpenStation ? CallCentre : DataCentre));
        foreach (var medium in new[] { Stick, SecondStick }) town.Do(town.AdmitStick(medium));
        town.Do(town.Catalogue());
        town.Do(town.Catalogue(act => act with { Dataset = Benefits, Fields = [new("id", FieldClass.Identifier), new("amount", FieldClass.Welfare)] }));
        town.Do(town.SignedTemplate());
        town.Do(town.Deposit(Keys.Owner, OwnerHolder));
        town.Do(town.Deposit(Keys.Contractor, ContractorHolder));
        town.Do(town.Deposit(Keys.Destination, KeyOf(OpenStation).Id));

        town.At(Asking);
        foreach (var month in new[] { 4, 5 }) town.Do(town.Reviewed(month));

        return town;
    }

    internal void Engage(PersonId representative, params (PersonId Person, Role Role)[] people)
    {
        foreach (var (person, role) in people)
        {
            Do(Enrol(person, representative));
            Do(See(person));
            if (Facts.FirstUnmet is not null && EmployerOf(person) == City) Do(Meet(person));
            Do(Appoint(person, role));
        }
    }

    internal Attempt Found(Func<FoundEngagement, FoundEngagement>? change = null)
    {
        var owner = new FoundingSide(City, CityRoot, KeyOf(CityRoot), new(OwnerHolder, "ssh o", KeyForm.Software), "city+1+witness");
        var contractor = new FoundingSide(Contractor, ContractorRoot, KeyOf(ContractorRoot), new(ContractorHolder, "ssh c", KeyForm.Software), "contractor+1+witness");
        var act = new FoundEngagement(new("benefits-2022"), "Asia/Tokyo", owner, contractor, "log.example", "log+1+key");

        return By(change?.Invoke(act) ?? act, null, (CityRoot, Role.Representative), (ContractorRoot, Role.Representative));
    }

    internal Attempt Admit(OrganisationId organisation, OrganisationKind kind, OrganisationId under, PersonId representative, SigningKeyFact? key = null) =>
        By(new ApproveOrganisation(organisation, kind, under, representative, key ?? KeyOf(representative)), null,
            (Approver, Role.Approver), (ContractorRoot, Role.Representative), (representative, Role.Member));

    internal Attempt Enrol(PersonId person, PersonId representative) =>
        By(new EnrolPerson(person, EmployerOf(person), KeyOf(person)), null, (person, Role.Member), (representative, Role.Representative));

    internal Attempt See(PersonId person) => By(new SeePerson(person, EmploymentDocument.EmployeeCard), null, (CityRoot, Role.Representative));

    /// <summary>The owner's second person confirms the first.</summary>
    internal Attempt Meet(PersonId second) => By(new SeePerson(CityRoot, EmploymentDocument.EmployeeCard), null, (second, Role.Member));

    internal Attempt Appoint(PersonId person, Role role, DateTimeOffset? until = null) =>
        By(new AppointRole(person, role, until ?? FiscalYearEnds), null, (EmployerOf(person) == City ? CityRoot : ContractorRoot, Role.Representative));

    internal Attempt Decree(Func<SetPolicy, SetPolicy>? change = null)
    {
        var act = new SetPolicy(LongestHours: 11, MarginPercent: 10, MostMedia: 2, [new(NetworkLayer.MyNumber, NetworkLayer.Isolated)], FiscalYearEnds);
        return By(change?.Invoke(act) ?? act, null, (Approver, Role.Approver));
    }

    internal Attempt Register(SiteId site, NetworkLayer layer) => By(new RegisterSite(site, layer), null, (Officer, Role.SecurityOfficer));

    internal Attempt Enrol(StationId station, SiteId site) => By(new EnrolStation(station, site, KeyOf(station)), KeyOf(station).Id, (Officer, Role.SecurityOfficer));

    internal Attempt AdmitStick(MediumId medium, Func<AdmitMedium, AdmitMedium>? change = null)
    {
        var act = new AdmitMedium(medium, MediumKind.Flash, DataCentre, new($"serial of {medium}", SerialIsDeclared: false, 4096, new(4096, 0, 1000, 2000), "maker", "model"));
        return By(change?.Invoke(act) ?? act, KeyOf(Bench).Id, (Officer, Role.SecurityOfficer));
    }

    internal Attempt Freed(MediumId medium) => By(new ReleaseMedium(medium), null, (Officer, Role.SecurityOfficer));

    internal Attempt Counted(params MediumId[] present) => By(new TakeInventory([.. present]), null, (HomeKeeper, Role.Keeper), (Officer, Role.SecurityOfficer));

    internal Attempt WrittenOff(MediumId medium) => By(new WriteOffMedium(medium), null, (Officer, Role.SecurityOfficer), (Executive, Role.InformationManager));

    internal Attempt Broken(MediumId? medium = null, CarryOutId? of = null) =>
        By(new DestroyMedium(of, medium ?? Stick, DestructionMethod.Shredded), null, (Sealer, Role.Operator), (Witness, Role.Witness));

    internal Attempt Catalogue(Func<CatalogueDataset, CatalogueDataset>? change = null)
    {
        var act = new CatalogueDataset(Residents, DatasetUnit.People, "id",
            [new("id", FieldClass.Identifier), new("name", FieldClass.Identifier), new("tax", FieldClass.Tax)]);
        return By(change?.Invoke(act) ?? act, null, (Approver, Role.Approver));
    }

    internal Attempt SignedTemplate(Func<SignTemplate, SignTemplate>? change = null)
    {
        var act = new SignTemplate(Template, [new(Residents, ["id", "name"]), new(Benefits, ["id", "amount"])], FiscalYearEnds);
        return By(change?.Invoke(act) ?? act, null, (Approver, Role.Approver));
    }

    internal Attempt Deposit(Digest recipient, Digest machine) => By(new DepositRecipient(recipient), machine);
}
