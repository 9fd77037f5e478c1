using System.Text.Json.Nodes;
using Azukari.Domain;
using Azukari.Domain.Incidents;
using Azukari.Domain.Watch;
using Azukari.Protocol.Canonical;
using Azukari.Protocol.Ledger;

namespace Azukari.Server.Tests.Front;

/// <summary>Deadlines, alarms and whom to reach.</summary>
internal sealed partial class Town
{
    /// <summary>The alarms of the case as the record has them now, as kind, step and call.</summary>
    internal async Task<string[]> AlarmsAsync()
    {
        await FollowAsync();
        return [.. Facts.Find(Case)!.Alarms.Select(alarm => $"{alarm.Kind} {alarm.Step} {alarm.Call}")];
    }

    /// <summary>A loss, and everybody told of the incident at once, as the watch does by itself.</summary>
    internal async Task LoseAsync()
    {
        await DoAsync(Lost());
        await Host.WatchAsync();
        await FollowAsync();
    }

    internal async Task ReachAsync(string person, string language, string name = "")
    {
        var body = CanonicalJson.Write(new JsonObject { ["name"] = name, ["mail"] = $"{person}@town.example", ["telephone"] = "0123", ["language"] = language });
        var answer = await AskAsync(HttpMethod.Put, $"contacts/{person}", body, by: person);
        Assert.True(answer.Status == 204, answer.Text);
    }

    /// <summary>A report by somebody of the chain whom the permit does not name: unanswered for an hour it ends the keys (R23).</summary>
    internal SignedAct LostByOutsider() => Sign(new ReportLoss(Case, LossKind.Lost), null, ("o-root", Role.Member));

    internal SignedAct Known(DeadlineKind kind, int step, string person) => Sign(new AcknowledgeAlarm(Case, kind, null, step), null, (person, Role.Member));

    /// <summary>Both sides' key holders ask for something, as they do twice a second; their requests say what time it is for them.</summary>
    internal async Task HoldersKnockAsync()
    {
        foreach (var holder in new[] { "owner-holder", "contractor-holder" }) Assert.Equal(200, (await AskAsync(HttpMethod.Get, "entries?from=0", by: holder)).Status);
    }
}
