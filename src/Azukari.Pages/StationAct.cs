using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.Erasure;
using Azukari.Domain.Opening;
using Azukari.Domain.People;
using Azukari.Domain.Sealing;
using Azukari.Protocol;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Signatures;

namespace Azukari.Pages;

/// <summary>Acts that people sign in front of a station (R1, R11, R17, R19): what it measures comes later and nobody signs it, so that a page shows the act as it would be if all went as permitted.</summary>
public static class StationAct
{
    private const string Name = "act", Case = "carry-out", Medium = "medium", Person = "person", Key = "key", At = "at";

    private static readonly Digest Zero = new(new string('0', 64));

    /// <summary>The code's trace in an act, or null where the act is none of these.</summary>
    public static Presence? PresenceOf(Act act) => act switch
    {
        SealConsignment seal => seal.Presence,
        ConfirmRelease confirm => confirm.Presence,
        EraseAtSite erase => erase.Presence,
        ClearMedium clear => clear.Presence,
        VerifyErasure look => look.Presence,
        AddKeyAtStations added => added.Presence,
        _ => null,
    };

    /// <summary>What an address has to say of such an act, so that another page shows the same act; the code stands in none.</summary>
    public static IReadOnlyList<KeyValuePair<string, string>> FieldsOf(Act act)
    {
        List<KeyValuePair<string, string>> fields = [new(Name, act.GetType().Name)];
        if (act.Subject is { } carryOut) fields.Add(new(Case, carryOut.Value));
        if (act is EraseAtSite { Measured.Medium: var erased }) fields.Add(new(Medium, erased.Value));
        if (act is ClearMedium { Measured.Medium: var cleared }) fields.Add(new(Medium, cleared.Value));
        if (act is VerifyErasure { Measured.Medium: var verified }) fields.Add(new(Medium, verified.Value));
        if (act is AddKeyAtStations added) fields.AddRange([new(Person, added.Person.Value), new(Key, added.Key.Ssh), new(At, added.Key.Origin ?? "")]);
        return fields;
    }

    /// <summary>The act that an address speaks of, or null where there is no such act, case, medium or key.</summary>
    /// <param name="facts">The record.</param>
    /// <param name="field">The address's fields by their names, as they came.</param>
    /// <param name="presence">The trace of the code that was typed.</param>
    public static Act? Of(Engagement facts, Func<string, string?> field, Presence presence)
    {
        var name = field(Name);
        if (name == nameof(AddKeyAtStations)) return CodeOf(field(Person)) is { } person && KeyOf(field(Key), field(At)) is { } key ? new AddKeyAtStations(new(person), key, presence) : null;
        if (CodeOf(field(Case)) is not { } id || facts.Find(new(id)) is not { } carryOut) return null;

        var erased = CodeOf(field(Medium)) is { } medium && facts.Media.TryGetValue(new(medium), out var registered) ? Wholly(registered) : null;
        return name switch
        {
            nameof(SealConsignment) => new SealConsignment(carryOut.Id, presence, AsPermitted(facts, carryOut)),
            nameof(ConfirmRelease) => new ConfirmRelease(carryOut.Id, presence),
            nameof(EraseAtSite) when erased is not null => new EraseAtSite(carryOut.Id, presence, erased),
            nameof(ClearMedium) when erased is not null => new ClearMedium(carryOut.Id, presence, erased),
            nameof(VerifyErasure) when erased is not null => new VerifyErasure(carryOut.Id, presence, erased),
            _ => null,
        };
    }

    /// <summary>An erasure that went well.</summary>
    public static ErasureMeasured Wholly(Azukari.Domain.Media.Medium registered) =>
        new(registered.Id, registered.Admitted.Measured.Serial, "", registered.Admitted.Measured.CapacityBytes, 0, FreeSpaceCovered: true);

    /// <summary>The station whose signature such an act will have, as the rules see it; null where none will come.</summary>
    public static MachineSigner? SignerOf(Engagement facts, Act act, Digest on) =>
        PresenceOf(act) is { } presence && facts.Stations.TryGetValue(presence.Station, out var station) ? new(station.Key.Id, on) : null;

    private static string? CodeOf(string? text) => text is not null && Code.IsValid(text) ? text : null;

    private static SigningKeyFact? KeyOf(string? ssh, string? origin)
    {
        try
        {
            return ssh is not null && origin is not null && WebOrigin.TryParse(origin) is { } at ? Signing.Fact(PublicKey.Parse(ssh), at) : null;
        }
        catch (ProtocolException)
        {
            return null;
        }
    }

    /// <summary>A sealing of exactly what is permitted, each medium a volume of its own, all people on the first.</summary>
    private static SealMeasured AsPermitted(Engagement facts, CarryOut carryOut)
    {
        var people = carryOut.Plan.PlannedPeople;
        SealedDataset[] data = [.. carryOut.Plan.Data.Select(selected => new SealedDataset(selected.Dataset, selected.Fields, people, people))];
        return new(
            Zero, Zero, "", people, [.. data],
            [.. carryOut.Plan.Media.Select((medium, number) => new SealedVolume(
                medium, facts.Media.GetValueOrDefault(medium)?.Admitted.Measured.Serial ?? "", 0, new(number.ToString("x64", System.Globalization.CultureInfo.InvariantCulture)), [], number == 0 ? people : 0, number == 0 ? VolumeCount.Of(data) : []))],
            carryOut.Permit?.Keys ?? new(Zero, Zero, Zero), ReadBack: true);
    }
}
