using Azukari.Protocol.Documents;
using Azukari.Server.Storage;

namespace Azukari.Server.Custody;

/// <summary>What is outside in four numbers; what is wrong stands out.</summary>
internal static class OutsideSum
{
    internal static Html Of(IReadOnlyList<OutsideRow> rows, IReadOnlyList<OutsideCard> cards, bool ja) => $"""
        <dl class="sum">{One(ja ? "持出" : "carry-outs", cards.Count)}{One(ja ? "期限超過" : "overdue", cards.Count(card => card.IsOverdue), "late")}
        {One(ja ? "紛失等の届出" : "reported lost", cards.Count(card => card.IsLost), "lost")}{One(ja ? "本人数（延べ）" : "people, counted per case", rows.Sum(row => row.People))}</dl>
        """;

    private static Html One(string label, long number, string alarm = "") => $"<div class=\"{(number > 0 ? alarm : "")}\"><dt>{label}</dt><dd>{number}</dd></div>";
}
