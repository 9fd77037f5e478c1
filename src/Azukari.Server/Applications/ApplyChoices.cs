using Azukari.Domain.Applications;
using Azukari.Domain.Catalogue;
using Azukari.Protocol.Wording;
using Azukari.Server.Pages;
using Azukari.Server.Storage;

namespace Azukari.Server.Applications;

/// <summary>One thing that an application can begin with.</summary>
/// <param name="Id">Template, series, carry-out or draft.</param>
/// <param name="Path">Where it begins.</param>
/// <param name="Note">What tells it from the others.</param>
public sealed record ApplyChoice(string Id, string Path, Words Note);

/// <summary>What an application can begin with: drafts, series, templates in force, and what was carried out before.</summary>
internal static class ApplyChoices
{
    /// <summary>As many earlier ones as anybody looks through.</summary>
    private const int MostEarlier = 10;

    internal static async Task<object> ReadAsync(Database database, DraftTable table, Membership at, Frame frame, CancellationToken cancellation)
    {
        var path = ApplyPage.PathOf(at.Id);
        var drafts = (await table.AllAsync(at.Id, at.Person.Id.Value, cancellation)).Where(draft => !ApplyPage.IsDone(at.Facts, draft.Fields, DraftPlan.Of(draft.Fields, at.Facts, frame.Now).Plan));
        var earlier = (await CarryOutTable.ReadAsync(database, at.Id, ended: true, 0, MostEarlier, cancellation)).Concat(await CarryOutTable.ReadAsync(database, at.Id, ended: false, 0, MostEarlier, cancellation));
        return new
        {
            Frame = frame,
            Engagement = at.Id,
            Drafts = (IReadOnlyList<ApplyChoice>)[.. drafts.Select(draft => new ApplyChoice(draft.Id, ApplyPage.PathOf(at.Id, draft.Id), new($"{draft.Fields["number"]} {draft.Fields["template"]}　{frame.At(draft.At, at.Facts.Founding?.Zone)}", $"{draft.Fields["number"]} {draft.Fields["template"]}, {frame.At(draft.At, at.Facts.Founding?.Zone)}")))],
            Series = (IReadOnlyList<ApplyChoice>)[.. at.Facts.Series.Values.Where(series => IsOpen(at, series, frame.Now)).OrderBy(series => series.Id.Value, StringComparer.Ordinal).Select(series => new ApplyChoice(series.Id.Value, $"{path}?series={series.Id}", Left(at, series)))],
            Templates = (IReadOnlyList<ApplyChoice>)[.. at.Facts.Templates.Values.Where(template => frame.Now <= template.LastDay).OrderBy(template => template.Template.Value, StringComparer.Ordinal).Select(template => new ApplyChoice(template.Template.Value, $"{path}?template={template.Template}", Size(template)))],
            Earlier = (IReadOnlyList<ApplyChoice>)[.. earlier.OrderByDescending(row => row.Asked).Take(MostEarlier).Select(row => new ApplyChoice(row.Id, $"{path}?like={row.Id}", new($"{row.Template}　最大{row.People:N0}人", $"{row.Template}, at most {row.People:N0} people")))],
        };
    }

    /// <summary>Whether a carry-out can be asked for under it now.</summary>
    internal static bool IsOpen(Membership at, Series series, DateTimeOffset now) =>
        series is { Approved: not null, Ended: null } && at.Facts.Calendar.QuarterOf(now) == (series.Scope.Year, series.Scope.Quarter) && series.Members(at.Facts).Count() < series.Scope.Most;

    private static Words Left(Membership at, Series series)
    {
        var left = series.Scope.Most - series.Members(at.Facts).Count();
        return new($"{series.Scope.Template}　残り{left}回", $"{series.Scope.Template}, {left} left");
    }

    private static Words Size(SignTemplate template)
    {
        var (datasets, fields) = (template.Needs.Select(need => need.Dataset.Value).ToArray(), template.Needs.Sum(need => need.Fields.Length));
        return new($"{string.Join('、', datasets)}　{fields}項目", $"{string.Join(", ", datasets)}, {fields} {(fields == 1 ? "field" : "fields")}");
    }
}
