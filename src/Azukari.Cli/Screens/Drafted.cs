using Azukari.Cli.Statements;
using Azukari.Cli.Stations;
using Azukari.Domain;
using Azukari.Pages;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Wording;

namespace Azukari.Cli.Screens;

/// <summary>A deed that people sign, as it begins: this station shows a code, and a draft waits for their signatures.</summary>
internal static class Drafted
{
    /// <param name="table">The screen.</param>
    /// <param name="sight">What it sees.</param>
    /// <param name="what">What is done.</param>
    /// <param name="casting">Who signs, and how.</param>
    /// <param name="planned">The act, with the trace of the code that is shown from now on.</param>
    /// <param name="volumes">The media of a sealing.</param>
    internal static Deed Begin(StationTable table, Sight sight, Doable what, Casting casting, Func<Presence, DeedPlan> planned, params IReadOnlyList<IReadOnlyList<string>> volumes)
    {
        var (id, now, seen) = (Deed.NewId(), table.Clock.GetUtcNow(), sight.Seen);
        using var station = StationFolder.Open(table.Room.Station);
        var code = PresenceCode.New();
        var plan = planned(station.ShowPresence(code, now));
        var draft = DraftAct.Of(seen.Desk.Engagement, plan.Act, Answered.By(seen.Facts, plan.Act) ?? seen.Facts.Genesis!, now + ScreenDrafts.Counts);
        var place = ScreenDrafts.FolderOf(table.Room.Station, id);
        var folder = new DraftFolder(place);
        folder.Create(draft, casting.By);
        foreach (var paper in plan.Papers) folder.AddPaper(paper);
        var call = DeedCall.Of(what, table.Room, seen, sight.Here, place, volumes, now);
        return new(id, what, now, call, folder, casting, [.. ActWording.Describe(plan.Act, seen.Facts)], plan, StationAct.PresenceOf(plan.Act) is null ? null : code);
    }
}
