using Azukari.Domain;
using Azukari.Domain.Closing;
using Azukari.Protocol.Documents;
using Azukari.Protocol.Wording;
using Azukari.Server.Pages;
using Azukari.Server.Storage;

namespace Azukari.Server.Custody;

/// <summary>One carry-out on the page, at the moment the page was asked for.</summary>
internal sealed class OutsideCard(OutsideRow row, bool ja, DateTimeOffset now)
{
    private DateTimeOffset Due => DateTimeOffset.FromUnixTimeMilliseconds(row.Due);

    /// <summary>The deadline itself is still in time.</summary>
    internal bool IsOverdue => row is { Due: not 0, ErasedAt: 0 } && now > Due;

    internal bool IsLost => row.LostAt != 0;

    /// <param name="name">The heading: the case, or a link to it.</param>
    /// <param name="does">What can be done with it from here.</param>
    internal Html Render(Html? name = null, Html? does = null) => $"""
        <li class="{(IsLost ? "lost" : IsOverdue ? "late" : "calm")}"><h2>{name ?? $"{row.CarryOut}"} <small>{row.Engagement}</small></h2>{Marks()}
        <dl><div class="what"><dt>{Say("中身", "Contents")}</dt><dd><strong>{row.People}</strong> {Say("人", "people")}<br>{row.Records} {Say("件", "records")} · {Say("媒体", "media")} {row.Media}</dd></div>
        <div class="who"><dt>{Say("保管者・携行者", "Who has it")}</dt><dd>{Holders()}{Place()}</dd></div>
        <div class="when"><dt>{Say("消去期限", "Erased by")}</dt><dd>{Until()}</dd></div>
        <div class="key"><dt>{Say("鍵", "Key")}</dt><dd><p>{Answer()}</p><ul class="hands">{Hands()}</ul></dd></div></dl>{does ?? Html.Nothing}</li>

        """;

    private Html Marks()
    {
        var lost = IsLost ? (Html)$"<em class=\"lost\">{Say("紛失等の届出あり", "reported lost")} {Time(row.LostAt)}</em>" : Html.Nothing;
        var late = IsOverdue ? (Html)$"<em class=\"late\">{Say("期限超過", "overdue")}</em>" : Html.Nothing;
        return $"<p class=\"marks\">{lost}{late}<em>{RoleWording.Of(Enum.Parse<Phase>(row.Phase)).In(ja)}</em></p>";
    }

    private Html Holders()
    {
        if (row.Courier.Split(' ', 2) is [var company, var tracking]) return $"<span class=\"person\">{company}</span><small>{Say("追跡番号", "tracking number")} {tracking}</small>";

        var holders = row.Holders.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(holder => holder.Split(' '));
        return $"{holders.Select(holder => (Html)$"<span class=\"person\">{holder[0]} <i>{holder[1]}</i></span>")}";
    }

    private Html Place() => row.Place.Length > 0 ? $"<small>{Say("受渡場所", "handed over at")} {row.Place}</small>" : Html.Nothing;

    private Html Until() => row.ErasedAt != 0 ? (Html)$"{Time(row.ErasedAt)}<br><span class=\"left\">{Say("現地消去済", "erased at the site")}</span>"
        : row.Due == 0 ? (Html)$"{Say("定めなし", "not stated")}"
        : (Html)$"{Time(row.Due)}<br><span class=\"left\">{Left(Due - now)}</span>";

    /// <summary>Rounded against us: what is left is cut off, what is over is counted up.</summary>
    private string Left(TimeSpan left)
    {
        var minutes = left < TimeSpan.Zero ? (long)Math.Ceiling(-left.TotalMinutes) : (long)left.TotalMinutes;
        var text = Lasting.Of(minutes, ja);
        return left < TimeSpan.Zero ? Say($"{text}超過", $"{text} over") : Say($"あと{text}", $"{text} left");
    }

    private string Answer() => row.KeyAnswer switch
    {
        nameof(KeyAnswer.NeverReleasedDestroyed) => KeyWording.Of(new KeyAnswer.NeverReleasedDestroyed(At(row.KeyFirst)), row.Zone).In(ja),
        nameof(KeyAnswer.ReleasedDestructionAttested) => KeyWording.Of(new KeyAnswer.ReleasedDestructionAttested(At(row.KeyFirst), At(row.KeySecond)), row.Zone).In(ja),
        nameof(KeyAnswer.NotKnownDestroyed) => KeyWording.Of(new KeyAnswer.NotKnownDestroyed(), row.Zone).In(ja),
        _ => Say("引渡し前。媒体だけではだれにも読めません。", "Not released. Nobody can read the medium alone."),
    };

    private IEnumerable<Html> Hands()
    {
        yield return Hand(Say("所有者", "owner"), row.OwnerKey);
        yield return Hand(Say("受託者", "contractor"), row.ContractorKey);
        yield return Hand(Say("搬送先", "destination"), row.DestinationKey);
    }

    private Html Hand(string whose, string state) => $"<li class=\"{state.ToLowerInvariant()}\">{whose} <b>{EnumWording.Of(Enum.Parse<EndState>(state)).In(ja)}</b></li>";

    private string Time(long milliseconds) => InstantWording.Of(At(milliseconds), row.Zone).In(ja);

    private static DateTimeOffset At(long milliseconds) => DateTimeOffset.FromUnixTimeMilliseconds(milliseconds);

    private string Say(string japanese, string english) => ja ? japanese : english;
}
