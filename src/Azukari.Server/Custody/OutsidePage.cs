using Azukari.Protocol.Documents;
using Azukari.Protocol.Wording;
using Azukari.Server.Storage;
using Azukari.Server.Transport;

namespace Azukari.Server.Custody;

/// <summary>The first page of the day: what is outside right now, who has it, until when, and whether anybody could read it. The overdue stand on top.</summary>
internal static class OutsidePage
{
    internal static void Map(WebApplication app) =>
        app.MapGet("/outside/{token}", ShowAsync).WithName("OutsidePage").ExcludeFromDescription();

    private static async Task<IResult> ShowAsync(string token, string? lang, PageDoor door, Database database, TimeProvider clock, CancellationToken cancellation)
    {
        if (!door.Opens(token)) return Problems.NotFound;

        var rows = await OutsideTable.ReadAsync(database, cancellation);
        return Results.Text(Render(rows, lang != "en", clock.GetUtcNow()).ToString(), "text/html; charset=utf-8");
    }

    internal static Html Render(IReadOnlyList<OutsideRow> rows, bool ja, DateTimeOffset now)
    {
        var cards = rows.Select(row => new OutsideCard(row, ja, now)).ToArray();
        Html body = cards.Length == 0 ? Empty(ja) : (Html)$"<ol class=\"cards\">{cards.Select(card => card.Render())}</ol>";

        // Read again every minute: a page left open must not go on saying "within its time" after that time.
        return $"""
            <!doctype html>
            <html lang="{(ja ? "ja" : "en")}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="robots" content="noindex"><meta http-equiv="refresh" content="60">
            <title>{(ja ? "いま外にあるもの · 預かり" : "Outside now · Azukari")}</title><link rel="stylesheet" href="/azukari.css"></head>
            <body><header><p class="brand">預かり <span>Azukari</span></p>
            <nav><a href="?lang={(ja ? "en" : "ja")}" lang="{(ja ? "en" : "ja")}">{(ja ? "English" : "日本語")}</a></nav></header>
            <main><h1>{(ja ? "いま外にあるもの" : "Outside now")}</h1>
            {OutsideSum.Of(rows, cards, ja)}
            {body}</main>
            <footer><p>{InstantWording.Of(now, rows.Count > 0 ? rows[0].Zone : "Asia/Tokyo").In(ja)}{(ja ? " 現在" : "")}</p>
            <p>{(ja ? "表示のみの画面です。氏名は表示しません。職員は委託業務ごとの仮名で示します。" : "This page only shows. It holds no names; staff appear under the pseudonyms of their engagement.")}</p></footer></body></html>
            """;
    }

    internal static Html Empty(bool ja) => $"""
        <p class="empty"><strong>{(ja ? "いま外に出ている媒体はありません。" : "Nothing is outside right now.")}</strong>
        {(ja ? "すべて保管場所にあるか、持出を完了しています。" : "Every medium is in its locked place, or its case is closed.")}</p>
        """;
}
