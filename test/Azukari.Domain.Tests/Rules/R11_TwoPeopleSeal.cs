using Azukari.Domain.Sealing;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R11: operator and owner's witness, both present where the station shows its code.</summary>
public sealed class R11_TwoPeopleSeal
{
    [Fact]
    public void Sealing_without_the_owners_witness_is_refused()
    {
        var town = ReadyToSeal();

        town.Refuses(town.Sealed(null, (Sealer, Role.Operator)), (R11, WitnessMissing));
    }

    [Fact]
    public void Sealing_without_an_operator_is_refused()
    {
        var town = ReadyToSeal();

        town.Refuses(town.Sealed(null, (Witness, Role.Witness)), (R11, OperatorMissing));
    }

    [Fact]
    public void A_witness_of_the_contractor_is_none()
    {
        var town = ReadyToSeal();

        town.Refuses(
            town.Sealed(null, (Sealer, Role.Operator), (Carrier, Role.Witness)),
            (R2, RoleOfOtherSide), (R2, RoleNotHeld), (R2, RoleNotForThisAct), (R11, WitnessMissing));
    }

    [Fact]
    public void One_unapproved_person_alone_without_a_permit_hears_from_every_rule_at_once()
    {
        var town = Founded().At(Day(21, 9, 30));
        var act = ((SealConsignment)town.Sealed().Act) with { Presence = null };
        var stranger = town.Sign(act, new PersonId("x-temp"), Role.Operator) with { Organisation = new OrganisationId("sub-sub") };

        town.Refuses(
            new Attempt(act with { Measured = act.Measured with { ReadBack = false } }, [stranger]),
            (R1, OrganisationNotApproved), (R1, PersonNotEnrolled), (R8, BannedInPrinciple), (R10, NoPermit),
            (R11, WitnessMissing), (R11, PresenceNotShown), (R12, NotReadBack), (R31, StationSignatureMissing));
    }

    [Fact]
    public void Presence_that_was_not_shown_does_not_count()
    {
        var town = ReadyToSeal();

        town.Refuses(WithPresence(town, null), (R11, PresenceNotShown));
    }

    [Fact]
    public void Presence_at_another_station_does_not_count()
    {
        var town = ReadyToSeal();

        town.Refuses(WithPresence(town, new(Bench, Hash("code"))), (R11, PresenceNotShown));
        town.Refuses(WithPresence(town, new(new StationId("nowhere"), Hash("code"))), (R11, PresenceNotShown));
    }

    [Fact]
    public void Presence_without_the_stations_own_signature_does_not_count()
    {
        var town = ReadyToSeal();

        town.Refuses(town.Sealed() with { Machine = null }, (R11, PresenceNotShown), (R31, StationSignatureMissing));
    }

    [Fact]
    public void What_is_sealed_is_not_sealed_again()
    {
        var town = Until(Phase.Sealed);

        town.Refuses(town.Sealed(), (R11, SealedAlready));
    }

    private static Town ReadyToSeal() => Until(Phase.Permitted).At(Day(21, 9, 30));

    private static Attempt WithPresence(Town town, Presence? presence)
    {
        var attempt = town.Sealed();
        return attempt with { Act = (SealConsignment)attempt.Act with { Presence = presence } };
    }
}
