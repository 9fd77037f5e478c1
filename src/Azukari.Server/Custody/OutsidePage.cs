using System.Text.Encodings.Web;
using Azukari.Domain;
using Azukari.Domain.Closing;
using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents;
using Azukari.Protocol.Wording;
using Azukari.Server.Storage;
using Azukari.Server.Transport;
using Dapper;

namespace Azukari.Server.Custody;

/// <summary>The first page of the day: what is outside right now, who has it, until when, and whether anybody could read it. The overdue stand on top.</summary>
internal static class OutsidePage
{
    internal static void Map(WebApplication app)
    {
        app.MapGet("/outside.css", () => Results.Text(Style.Sheet, "text/css; charset=utf-8")).ExcludeFromDescription();
        app.MapGet("/outside/{token}", ShowAsync).ExcludeFromDescription();
    }

    private static async Task<IResult> ShowAsync(string token, string? lang, PageDoor door, Database database, Journal journal, TimeProvider clock, CancellationToken cancellation)
    {
        if (!door.Opens(token)) return Problems.Of(404, "not-found", "there is no such page");

        await using var connection = await database.OpenAsync(cancellation);
        var cases = new List<(Engagement Facts, CarryOut CarryOut)>();
        foreach (var engagement in await connection.QueryAsync<string>("select id from engagement where size > 0 order by id"))
        {
            var facts = await journal.FactsAsync(engagement, cancellation);
            cases.AddRange(facts.CarryOuts.Values.Where(carryOut => Home.IsOutside(facts, carryOut)).Select(carryOut => (facts, carryOut)));
        }

        return Results.Text(Render(cases, lang != "en", clock.GetUtcNow()), "text/html; charset=utf-8");
    }

    private static string Render(List<(Engagement Facts, CarryOut CarryOut)> cases, bool ja, DateTimeOffset now)
    {
        var rows = cases.OrderBy(shown => shown.CarryOut.Plan.Window?.EraseBy).Select(shown => Row(shown.Facts, shown.CarryOut, ja, now));
        var body = cases.Count == 0
            ? $"<p class=\"empty\">{Say(ja, "いま外に出ている媒体はありません。", "Nothing is outside right now.")}</p>"
            : $"<ul>{string.Concat(rows)}</ul>";

        return $"""
            <!doctype html><html lang="{(ja ? "ja" : "en")}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
            <title>{Say(ja, "持出中", "Outside now")} · 預かり</title><link rel="stylesheet" href="/outside.css"></head><body>
            <header><p class="brand">預かり <span>Azukari</span></p><p><a href="?lang={(ja ? "en" : "ja")}">{(ja ? "English" : "日本語")}</a></p></header>
            <main><h1>{Say(ja, "いま外にあるもの", "Outside now")} <span class="count">{cases.Count}</span></h1>{body}</main>
            <footer>{Say(ja, "表示のみ。氏名は表示しません。", "Read only. No names are shown.")} {Time(now, cases.FirstOrDefault().Facts, ja)}</footer></body></html>
            """;
    }

    private static string Row(Engagement facts, CarryOut carryOut, bool ja, DateTimeOffset now)
    {
        var contents = Contents.Of(carryOut)!;
        var (leg, due) = (carryOut.Custody!.Now, carryOut.Plan.Window?.EraseBy);
        var late = due is { } time && now > time;
        var lost = carryOut.Losses.Length > 0;

        return $"""
            <li class="{(lost ? "lost" : late ? "late" : "out")}"><h2>{Encode(carryOut.Id.Value)} <small>{Encode(facts.Founding!.Engagement.Value)}</small> <em>{State(carryOut, facts, late, ja)}</em></h2><dl>
            <dt>{Say(ja, "中身", "Contents")}</dt><dd><strong>{contents.People:N0}</strong> {Say(ja, "人", "people")} · {contents.Records:N0} {Say(ja, "件", "records")}</dd>
            <dt>{Say(ja, "携行者", "With")}</dt><dd>{Encode(Holders(facts, leg))}</dd>
            <dt>{Say(ja, "期限", "Until")}</dt><dd>{(due is { } until ? $"{Time(until, facts, ja)} <span class=\"left\">{Left(until - now, ja)}</span>" : "—")}</dd>
            <dt>{Say(ja, "鍵", "Keys")}</dt><dd>{KeyWords(facts, carryOut, ja)}</dd></dl></li>
            """;
    }

    private static string State(CarryOut carryOut, Engagement facts, bool late, bool ja) =>
        carryOut.Losses.Length > 0 ? Say(ja, "紛失の届出あり", "reported lost")
        : late ? Say(ja, "期限超過", "overdue")
        : RoleWording.Of(Phases.PhaseOf(facts, carryOut)).In(ja);

    private static string Holders(Engagement facts, Domain.Custody.CustodyLeg leg) => leg.Courier is { } courier
        ? $"{courier.Company} ({courier.Tracking})"
        : string.Join(", ", leg.Holders.Select(holder => $"{holder} ({facts.People[holder].Organisation})"));

    private static string KeyWords(Engagement facts, CarryOut carryOut, bool ja)
    {
        var states = Home.KeysOf(carryOut).Select(key => Keys.StateOf(facts, carryOut, key)).ToArray();
        return states.Contains(EndState.Dead) && !carryOut.IsReleased ? Say(ja, "廃棄済み。だれにも読めません。", "Dead. Nobody can read it.")
            : carryOut.Loaded is not null ? Say(ja, "開封後、廃棄が証明されています。", "Released; its destruction is attested.")
            : carryOut.IsReleased ? Say(ja, "開封中", "Released")
            : states.Contains(EndState.Pending) ? Say(ja, "廃棄を指示済み", "To be destroyed now")
            : states.Contains(EndState.Suspended) ? Say(ja, "停止中", "Suspended")
            : Say(ja, "三者が一つずつ保持。媒体だけでは読めません。", "Three, in three hands. The medium alone cannot be read.");
    }

    private static string Left(TimeSpan left, bool ja)
    {
        var (span, passed) = (left.Duration(), left < TimeSpan.Zero);
        var text = $"{(int)span.TotalHours}:{span.Minutes:d2}";
        return passed ? Say(ja, $"（{text} 超過）", $"({text} over)") : Say(ja, $"（あと {text}）", $"({text} left)");
    }

    private static string Time(DateTimeOffset at, Engagement? facts, bool ja) => InstantWording.Of(at, facts?.Founding?.Zone).In(ja);

    private static string Say(bool isJapanese, string ja, string en) => isJapanese ? ja : en;

    private static string Encode(string text) => HtmlEncoder.Default.Encode(text);
}
