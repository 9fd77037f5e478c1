using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Documents;

/// <summary>A card on a page, as large on paper as it is meant to be.</summary>
internal static class CardPage
{
    internal static Html Of(Part.Card card) => $"""
        <section class="card"><h2>{Both(card.Heading)}</h2><div class="front"><figure>{SymbolSvg.Of(card.Symbol)}<figcaption>{Both(card.Scan)}</figcaption></figure>
        <table class="fields"><tbody>
        {card.All.Select(field => (Html)$"<tr data-field=\"{field.Key}\"><th scope=\"row\">{Both(field.Label)}</th><td class=\"value\">{Lines(field.Value)}</td></tr>\n")}</tbody></table></div>
        {card.Notices.Select(notice => (Html)$"<p>{notice.Ja}</p><p lang=\"en\">{notice.En}</p>\n")}</section>

        """;

    private static Html Both(Words words) => $"<span lang=\"ja\">{words.Ja}</span> <span lang=\"en\">{words.En}</span>";

    /// <summary>Where a value comes from is nothing to a stranger.</summary>
    private static Html Lines(FormValue value) => $"{value.Lines.Reveal("written onto a label").Select(line => line.Ja == line.En ? (Html)$"<p>{line.Ja}</p>" : $"<p>{Both(line)}</p>")}";
}
