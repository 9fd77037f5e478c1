using Azukari.Domain.Incidents;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R1: the key with which a person signs at the screen of a station, where there is no network: whose it is, who adds it, when it goes.</summary>
public sealed class R01_StationKeys
{
    private static readonly (PersonId Person, Role Role) Own = (Carrier, Role.Member), Colleague = (Sealer, Role.Operator);

    [Fact]
    public void A_person_adds_a_key_for_stations_beside_a_colleague_in_front_of_one()
    {
        var town = Founded();

        town.Accepts(town.KeyAdded(Carrier, AtStations("carrier"), Own, Colleague));

        Assert.Equal((AtStations("carrier"), KeyOf(Carrier)), (town.Facts.People[Carrier].KeyAtStations, town.Facts.People[Carrier].Key));
    }

    [Fact]
    public void It_signs_for_nobody_else()
    {
        var town = Founded();
        town.Do(town.KeyAdded(Carrier, AtStations("carrier"), Own, Colleague));

        town.Refuses(With(town.By(Lost, KeyOf(SealStation).Id, (Sealer, Role.Member)), AtStations("carrier")), (R30, KeyNotThePersons));
        town.Refuses(With(town.By(Lost, KeyOf(SealStation).Id, Own), AtStations("another")), (R30, KeyNotThePersons));
    }

    [Fact]
    public void Nobody_adds_one_alone_or_for_somebody_else()
    {
        var town = Founded();

        town.Refuses(town.KeyAdded(Carrier, AtStations("carrier"), Own), (R1, SecondOfOwnMissing));
        town.Refuses(town.KeyAdded(Carrier, AtStations("carrier"), (ContractorRoot, Role.Representative), Colleague), (R1, OwnSignatureMissing));
        town.Refuses(town.KeyAdded(Carrier, AtStations("carrier")), (R1, OwnSignatureMissing), (R1, SecondOfOwnMissing));
        town.Refuses(town.KeyAdded(Carrier, AtStations("carrier"), Colleague), (R1, OwnSignatureMissing), (R1, SecondOfOwnMissing));
        town.Refuses(town.KeyAdded(Carrier, AtStations("carrier"), Own, Own), (R2, SamePersonTwice));
    }

    [Fact]
    public void The_other_side_and_those_who_look_on_vouch_for_no_key()
    {
        var town = Founded();
        town.Do(town.Enrol(Newcomer, ContractorRoot));
        town.Do(town.See(Newcomer));
        town.Do(town.Appoint(Newcomer, Role.Auditor));

        town.Refuses(town.KeyAdded(Carrier, AtStations("carrier"), Own, (Officer, Role.SecurityOfficer)), (R1, EnrolmentNotByOwnOrganisation));
        town.Refuses(town.KeyAdded(Carrier, AtStations("carrier"), Own, (Newcomer, Role.Member)), (R2, AuditorActsNot));
    }

    [Fact]
    public void A_key_of_another_place_or_of_a_file_is_none_for_stations()
    {
        var town = Founded();
        var key = AtStations("carrier");

        foreach (var other in new[] { key with { Origin = null }, key with { Form = KeyForm.Software }, key with { Origin = "https://azukari.city.example" }, key with { Origin = "http://localhost.example" } })
            town.Refuses(town.KeyAdded(Carrier, other, Own, Colleague), (R1, KeyNotOfStations));
        town.Accepts(town.KeyAdded(Carrier, key with { Origin = "http://localhost" }, Own, Colleague));
    }

    [Fact]
    public void No_key_that_somebody_has_or_had_becomes_one()
    {
        var town = Founded();
        town.Do(town.KeyAdded(Carrier, AtStations("carrier"), Own, Colleague));
        town.Do(town.KeyAdded(Carrier, AtStations("second"), Own, Colleague));

        foreach (var taken in new[] { "carrier", "second" })
        {
            town.Refuses(town.KeyAdded(Sealer, AtStations(taken), (Sealer, Role.Member), Own), (R1, NameTakenAlready));
            town.Refuses(town.Rekeyed(Manager, AtStations(taken), (ContractorRoot, Role.Representative), (Sealer, Role.Member)), (R1, NameTakenAlready));
        }

        town.Refuses(town.KeyAdded(Carrier, AtStations("x") with { Id = KeyOf(Sealer).Id }, Own, Colleague), (R1, NameTakenAlready));
        town.Refuses(With(town.By(Lost, KeyOf(SealStation).Id, Own), AtStations("carrier")), (R30, KeyNotThePersons));
    }

    [Fact]
    public void With_the_lost_key_it_goes_too()
    {
        var town = Founded();
        town.Do(town.KeyAdded(Carrier, AtStations("carrier"), Own, Colleague));
        town.Do(town.Rekeyed(Carrier, KeyOf(new PersonId("fresh")), (ContractorRoot, Role.Representative), (Sealer, Role.Member)));

        Assert.Null(town.Facts.People[Carrier].KeyAtStations);
        town.Refuses(With(town.By(Lost, KeyOf(SealStation).Id, Own), AtStations("carrier")), (R30, KeyNotThePersons));
        town.Refuses(town.KeyAdded(Carrier, AtStations("carrier"), Own, Colleague), (R1, NameTakenAlready));
    }

    [Fact]
    public void Who_is_nobody_or_has_gone_gets_none()
    {
        var town = Founded();
        town.Do(town.Left(Carrier));

        town.Refuses(town.KeyAdded(Newcomer, AtStations("new"), (Newcomer, Role.Member), Colleague), (R1, PersonNotEnrolled));
        town.Refuses(town.KeyAdded(Carrier, AtStations("carrier"), Own, Colleague), (R1, PersonHasLeft));
    }

    private static ReportLoss Lost => new(new("gone"), LossKind.Lost);

    private static SigningKeyFact AtStations(string name) => KeyOf(new PersonId($"station-{name}")) with { Form = KeyForm.Hardware, Origin = "http://localhost:5640" };

    private static Attempt With(Attempt attempt, SigningKeyFact key) => attempt with { Signers = [attempt.Signers[0] with { Key = key.Id }] };
}
