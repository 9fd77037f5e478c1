using Azukari.Domain.Incidents;
using Azukari.Domain.People;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R11: a key for the screens of stations counts where a station says that it was there, and nowhere else.</summary>
public sealed class R11_StationKeys
{
    private static readonly (PersonId Person, Role Role) Own = (Carrier, Role.Member), Colleague = (Sealer, Role.Operator);

    private static readonly SigningKeyFact Key = KeyOf(new PersonId("station-carrier")) with { Form = KeyForm.Hardware, Origin = "http://localhost:5640" };

    [Fact]
    public void Beside_a_stations_signature_it_signs_and_the_usual_key_goes_on_to()
    {
        var town = Founded();
        town.Do(town.KeyAdded(Carrier, Key, Own, Colleague));

        town.Accepts(Touched(town.By(Lost, KeyOf(SealStation).Id, Own)));
        town.Accepts(town.By(Lost, null, Own));
    }

    [Fact]
    public void Without_a_stations_signature_it_signs_nothing()
    {
        var town = Founded();
        town.Do(town.KeyAdded(Carrier, Key, Own, Colleague));

        town.Refuses(Touched(town.By(Lost, null, Own)), (R11, KeyOnlyAtStations));
        town.Refuses(Touched(town.By(Lost, OwnerHolder, Own)), (R11, KeyOnlyAtStations));
    }

    [Fact]
    public void It_is_added_in_front_of_a_station_and_nowhere_else()
    {
        var town = Founded();
        var act = new AddKeyAtStations(Carrier, Key, new(SealStation, Hash("code")));

        town.Refuses(town.By(act, null, Own, Colleague), (R11, PresenceNotShown));
        town.Refuses(town.By(act, KeyOf(OpenStation).Id, Own, Colleague), (R11, PresenceNotShown));
    }

    private static ReportLoss Lost => new(new("gone"), LossKind.Lost);

    private static Attempt Touched(Attempt attempt) => attempt with { Signers = [attempt.Signers[0] with { Key = Key.Id }] };
}
