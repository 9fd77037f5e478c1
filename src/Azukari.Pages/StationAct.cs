using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.Erasure;
using Azukari.Domain.Opening;
using Azukari.Domain.Sealing;

namespace Azukari.Pages;

/// <summary>Acts that people sign in front of a station (R11, R17, R19): what it measures comes later and nobody signs it, so that a page shows the act as it would be if all went as permitted.</summary>
public static class StationAct
{
    private static readonly Digest Zero = new(new string('0', 64));

    /// <summary>The code's trace in an act, or null where the act is none of these.</summary>
    public static Presence? PresenceOf(Act act) => act switch
    {
        SealConsignment seal => seal.Presence,
        ConfirmRelease confirm => confirm.Presence,
        EraseAtSite erase => erase.Presence,
        ClearMedium clear => clear.Presence,
        VerifyErasure look => look.Presence,
        _ => null,
    };

    /// <summary>The act by its name in the record, or null where there is no such act, case or medium.</summary>
    public static Act? Of(Engagement facts, string name, CarryOut carryOut, MediumId? medium, Presence presence)
    {
        var erased = medium is not null && facts.Media.TryGetValue(medium, out var registered) ? Wholly(registered) : null;
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
