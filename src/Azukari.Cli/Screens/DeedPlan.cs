using System.Collections.Immutable;
using System.Globalization;
using Azukari.Cli.Erasure;
using Azukari.Cli.Sealing;
using Azukari.Domain;
using Azukari.Domain.Erasure;
using Azukari.Domain.Opening;
using Azukari.Pages;
using Azukari.Protocol.Ledger;
using Microsoft.AspNetCore.Http;
using SealAct = Azukari.Domain.Sealing.SealConsignment;

namespace Azukari.Cli.Screens;

/// <summary>The act of a deed as it would be if all went well, and the papers that it names.</summary>
/// <param name="Act">The act; what a machine measures in it is what was permitted, and nobody signs it.</param>
/// <param name="Papers">Papers to deliver along.</param>
internal sealed record DeedPlan(Act Act, ImmutableArray<byte[]> Papers)
{
    /// <param name="what">What is to be done; one that people sign.</param>
    /// <param name="seen">The record.</param>
    /// <param name="here">What is plugged in.</param>
    /// <param name="presence">The code that this station shows, or stands for the one that it will show.</param>
    /// <param name="choice">What was chosen on the page.</param>
    /// <param name="now">The time that the rules see.</param>
    internal static DeedPlan Of(Doable what, Seen seen, IReadOnlyList<SeenMedium> here, Presence presence, IQueryCollection choice, DateTimeOffset now)
    {
        var (facts, id) = (seen.Facts, new CarryOutId(what.About));
        var carryOut = facts.Find(id)!;
        return what.Kind switch
        {
            DeedKind.Seal => new(new SealAct(id, presence, Rehearsal.Receipt(carryOut, Rehearsal.Volumes(facts, carryOut, Volumes(carryOut, here, choice)))), []),
            DeedKind.Confirm => new(new ConfirmRelease(id, presence), []),
            DeedKind.EraseAtSite => new(new EraseAtSite(id, presence, Measured()), []),
            DeedKind.Clear => new(new ClearMedium(id, presence, Measured()), []),
            DeedKind.Look => new(new VerifyErasure(id, presence, Measured()), []),
            DeedKind.HandOver => HandOver(),
            DeedKind.Arrive or DeedKind.Open or DeedKind.GiveUp or DeedKind.Verify or DeedKind.AddKey or DeedKind.Register => throw new ArgumentException("no choice of signers makes its act", nameof(what)),
        };

        ErasureMeasured Measured() => EraseCommand.Wholly(facts.Media[new(what.Medium!)]);

        DeedPlan HandOver()
        {
            var (act, route) = HandOverChoice.Usual(facts, carryOut, now).Chosen(choice).ActFor(carryOut);
            return new(act, route is null ? [] : [DomainJson.ToBytes(route)]);
        }
    }

    /// <summary>Each volume's medium with its spares: the media of the plan in their order, of which the first so many are volumes.</summary>
    internal static IReadOnlyList<IReadOnlyList<string>> Volumes(CarryOut carryOut, IReadOnlyList<SeenMedium> here, IQueryCollection choice)
    {
        var folders = StationRoom.Folders(here, carryOut.Plan.Media) ?? [];
        var count = VolumesChosen(carryOut, choice);
        return folders.Length == 0 ? [] : SealCommand.Media(folders[..count], folders[count..]);
    }

    /// <summary>As many volumes as were chosen; as many as there are media where nobody chose.</summary>
    internal static int VolumesChosen(CarryOut carryOut, IQueryCollection choice) =>
        int.TryParse(choice["volumes"], NumberStyles.None, CultureInfo.InvariantCulture, out var chosen) && chosen > 0 && chosen < carryOut.Plan.Media.Length ? chosen : carryOut.Plan.Media.Length;
}
