using System.Collections.Immutable;
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
    /// <param name="id">The deed's name.</param>
    /// <param name="what">What is done.</param>
    /// <param name="call">The verb that will do it.</param>
    /// <param name="by">Who signs.</param>
    /// <param name="ways">How each of them does.</param>
    /// <param name="seen">The record.</param>
    /// <param name="planned">The act, with the trace of the code that is shown from now on.</param>
    internal static Deed Begin(StationTable table, string id, Doable what, string[] call, ImmutableArray<StatementBy> by, ImmutableArray<SigningWay> ways, Seen seen, Func<Presence, DeedPlan> planned)
    {
        var now = table.Clock.GetUtcNow();
        using var station = StationFolder.Open(table.Room.Station);
        var code = PresenceCode.New();
        var plan = planned(station.ShowPresence(code, now));
        var draft = DraftAct.Of(seen.Desk.Engagement, plan.Act, Answered.By(seen.Facts, plan.Act) ?? seen.Facts.Genesis!, now + ScreenDrafts.Counts);
        var folder = new DraftFolder(ScreenDrafts.FolderOf(table.Room.Station, id));
        folder.Create(draft, by);
        foreach (var paper in plan.Papers) folder.AddPaper(paper);
        return new(id, what, now, call, folder, by, ways, [.. ActWording.Describe(plan.Act, seen.Facts)], plan, StationAct.PresenceOf(plan.Act) is null ? null : code);
    }
}
