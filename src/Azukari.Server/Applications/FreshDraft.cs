using System.Globalization;
using Azukari.Domain;
using Azukari.Domain.Applications;
using Azukari.Domain.Catalogue;
using Azukari.Domain.Engagements;
using Azukari.Domain.Media;
using Azukari.Protocol.Applications;
using Azukari.Protocol.Wording;

namespace Azukari.Server.Applications;

/// <summary>What an application's form says before anything is typed: from the template and the registers, or from last time with new times. Every default stands in the form and can be changed.</summary>
internal sealed class FreshDraft(Engagement facts, DateTimeOffset now)
{
    private readonly TimeZoneInfo zone = InstantWording.ZoneOf(facts);

    /// <summary>From a template alone. What the registers leave no choice about is chosen; who carries is chosen where each side has one operator.</summary>
    internal DraftFields From(SignTemplate template)
    {
        Dictionary<string, string> fields = new() { ["template"] = template.Template.Value, ["method"] = nameof(TransferMethod.Accompanied), ["rows"] = nameof(RowRange.Everything) };
        foreach (var need in template.Needs) foreach (var field in need.Fields) fields[$"field.{need.Dataset}.{field}"] = "on";

        if (Stations() is [var (seal, open), ..]) (fields["seal"], fields["opening"]) = (seal.Value, open.Value);
        if (Free() is [var medium, ..]) Take(fields, medium);
        foreach (var side in Enum.GetValues<Side>()) if (Operators(side) is [var only]) fields[$"custodian.{only}"] = "on";
        return new(fields);
    }

    /// <summary>The plan of an earlier carry-out, its times put off by whole weeks until they lie ahead; a medium that is not free is replaced by one that is.</summary>
    internal DraftFields From(CarryOut last, PlanTexts texts)
    {
        var (plan, handling) = (last.Plan, last.Plan.Handling ?? Handling.Unstated);
        Dictionary<string, string> fields = new()
        {
            ["like"] = last.Id.Value,
            ["template"] = plan.Template?.Value ?? "",
            ["method"] = plan.Method.ToString(),
            ["courier"] = plan.Courier?.Value ?? "",
            ["seal"] = plan.SealAt.Value,
            ["opening"] = plan.OpenAt.Value,
            ["people"] = plan.PlannedPeople.ToString(CultureInfo.InvariantCulture),
            ["rows"] = (handling.Rows?.Range ?? RowRange.Everything).ToString(),
            ["since"] = Since(last, handling.Rows),
            ["filter"] = texts.Of(handling.Rows?.Filter) ?? "",
            ["kept"] = texts.Of(handling.KeptWhere) ?? "",
            ["results"] = handling.ResultsOf?.Value ?? "",
        };
        Say(fields, texts.Purpose);
        Put(fields, plan.Window);
        foreach (var field in plan.Data.SelectMany(data => data.Fields.Select(name => $"{data.Dataset}.{name}"))) fields[$"field.{field}"] = "on";
        foreach (var beyond in handling.BeyondTemplate) fields[$"reason.{beyond.Dataset}.{beyond.Field}"] = texts.Of(beyond.Why) ?? "";
        foreach (var custodian in plan.Custodians) fields[$"custodian.{custodian}"] = "on";

        var free = Free();
        foreach (var medium in plan.Media.Where(free.Contains).Concat(free.Except(plan.Media)).Take(plan.Media.Length)) Take(fields, medium);
        return new(fields);
    }

    /// <summary>The first of a series: what the series has fixed, its text, and the registers.</summary>
    internal DraftFields From(Series series, ApplicationText? text)
    {
        var fields = facts.Templates.GetValueOrDefault(series.Scope.Template) is { } template ? From(template) : new([]);
        var (seal, open) = (StationAt(series.Scope.Source), StationAt(series.Scope.Destination));
        Dictionary<string, string> said = [];
        Say(said, text);
        return said.Aggregate(
            fields.With("series", series.Id.Value).With("template", series.Scope.Template.Value).With("method", series.Scope.Method.ToString()).With("seal", seal?.Value ?? "").With("opening", open?.Value ?? ""),
            (before, one) => before.With(one.Key, one.Value));
    }

    private void Put(Dictionary<string, string> fields, CarryWindow? window)
    {
        if (window is null) return;

        var weeks = Math.Max(1, (int)Math.Ceiling((now - window.OutBy).TotalDays / 7));
        foreach (var (name, at) in new[] { ("from", window.From), ("out", window.OutBy), ("open", window.OpenBy), ("ends", window.WorkEnds), ("erase", window.EraseBy) })
            fields[name] = TimeZoneInfo.ConvertTime(at, zone).DateTime.AddDays(7 * weeks).ToString("yyyy-MM-dd'T'HH:mm", CultureInfo.InvariantCulture);
    }

    /// <summary>Only what changed: since last time, where that was loaded.</summary>
    private static string Since(CarryOut last, RowCondition? rows) => rows?.Range != RowRange.ChangedSince ? "" : last.Loaded is not null ? last.Id.Value : rows.Since?.Value ?? "";

    private static void Say(Dictionary<string, string> fields, ApplicationText? text)
    {
        if (text is not null) (fields["purpose"], fields["necessity"], fields["why"]) = (text.Purpose, text.Necessity, text.WhyNotOnline);
    }

    private void Take(Dictionary<string, string> fields, MediumId medium)
    {
        fields[$"medium.{medium}"] = "on";
        fields["erasure"] = (facts.Media[medium].Admitted.Kind == MediumKind.WriteOnce ? PlannedErasure.Destroy : PlannedErasure.Overwrite).ToString();
    }

    /// <summary>Media that nothing speaks against taking.</summary>
    private MediumId[] Free() => [.. facts.Media.Values.Where(medium => medium is { InUseBy: null, Ended: null, Destroyed: null } && facts.Inventory?.Missing.Contains(medium.Id) != true).Select(medium => medium.Id).OrderBy(id => id.Value, StringComparer.Ordinal)];

    private PersonId[] Operators(Side side) => [.. facts.People.Values.Where(person => facts.SideOf(person.Organisation) == side && person.Holds(Role.Operator, now)).Select(person => person.Id).Take(2)];

    private StationId? StationAt(SiteId site) => facts.Stations.Values.Where(station => station.Site == site && station.Closed is null).Select(station => station.Id).MinBy(id => id.Value, StringComparer.Ordinal);

    /// <summary>Pairs of stations between whose layers policy lets data cross.</summary>
    private (StationId Seal, StationId Open)[] Stations() => facts.Policy is not { } policy ? [] :
    [
        .. from crossing in policy.Crossings
           from seal in At(crossing.From)
           from open in At(crossing.To)
           select (seal, open),
    ];

    private IEnumerable<StationId> At(NetworkLayer layer) => facts.Stations.Values.Where(station => station.Closed is null && facts.Sites.TryGetValue(station.Site, out var of) && of == layer).Select(station => station.Id).OrderBy(id => id.Value, StringComparer.Ordinal);
}
