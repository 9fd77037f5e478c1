using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Domain.Applications;
using Azukari.Domain.Catalogue;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Applications;
using Azukari.Protocol.Ledger;

namespace Azukari.Server.Applications;

/// <summary>What a form asks for.</summary>
/// <param name="Plan">The plan; null where a station is not chosen, since a plan has none without.</param>
/// <param name="Series">The series it shall belong to, or null.</param>
/// <param name="Faults">What could not be read, and what no rule says.</param>
/// <param name="Papers">The texts to whose commitments the plan is bound.</param>
internal sealed record DraftPlan(CarryPlan? Plan, SeriesId? Series, IReadOnlyList<FieldFault> Faults, IReadOnlyList<byte[]> Papers)
{
    internal static DraftPlan Of(DraftFields fields, Engagement facts, DateTimeOffset now) => new DraftReading(fields, facts).Read(now);
}

/// <summary>From the fields of a form to a plan. What is left blank follows from policy; the page shows what came of it.</summary>
internal sealed class DraftReading(DraftFields fields, Engagement facts)
{
    private readonly FieldReader read = new(fields, facts);
    private readonly List<byte[]> papers = [];

    internal DraftPlan Read(DateTimeOffset now)
    {
        var series = read.Named("series", code => new SeriesId(code));
        var template = read.Named("template", code => new TemplateId(code));
        var (seal, open) = (StationOf("seal"), StationOf("opening"));
        var (method, text) = (read.Choice("method", TransferMethod.NotStated), Purpose());
        var planned = read.Number("people") ?? 0;
        var handling = Handling(method, text, template);
        var window = Window();
        if (window is not null && window.OutBy < now) read.Faults.Add(new("out", new("持出期限が過ぎています。先の日時にしてください。", "The time to leave has passed; choose a later one.")));
        if (seal is null || open is null) return new(null, series, read.Faults, []);

        var plan = new CarryPlan(
            template, text, Data(series, template), planned, read.Number("most") ?? planned + planned * Margin / 100, method,
            [.. fields.Chosen("medium.").Where(Code.IsValid).Select(code => new MediumId(code))], seal.Site, seal.Id, open.Site, open.Id, window,
            [.. fields.Chosen("custodian.").Where(Code.IsValid).Select(code => new PersonId(code))], method == TransferMethod.Courier ? read.Named("courier", code => new OrganisationId(code)) : null, handling);
        return new(plan, series, read.Faults, papers);
    }

    private int Margin => Math.Clamp(facts.Policy?.MarginPercent ?? 0, 0, 100);

    /// <summary>Purpose, necessity and why a medium are one paper; a part that is missing is named beside its field.</summary>
    private Digest? Purpose()
    {
        string?[] parts = [read.Text("purpose"), read.Text("necessity"), read.Text("why")];
        foreach (var (part, name) in parts.Zip(["purpose", "necessity", "why"]))
            if (part is null && read.Faults.All(fault => fault.Field != name)) read.Faults.Add(new(name, new("記入してください。", "Fill this in.")));
        if (parts is not [{ } purpose, { } necessity, { } why]) return null;

        var text = new ApplicationText(fields.SaltOf("text"), purpose, necessity, why);
        papers.Add(DomainJson.ToBytes(text));
        return text.Commitment();
    }

    private Handling Handling(TransferMethod method, Digest? text, TemplateId? template)
    {
        var rows = read.Choice("rows", RowRange.Everything);
        var condition = new RowCondition(rows, rows == RowRange.Filtered ? Paper("filter") : null, rows == RowRange.ChangedSince ? read.Named("since", code => new CarryOutId(code)) : null);
        var isOnMedium = method != TransferMethod.Online;
        var beyond = Beyond(template).Select(field => Paper($"reason.{field.Dataset}.{field.Field}") is { } why ? new FieldReason(field.Dataset, field.Field, why) : null).OfType<FieldReason>();
        return new(condition, isOnMedium ? text : null, isOnMedium ? Paper("kept") : null, isOnMedium ? read.Choice("erasure", PlannedErasure.Overwrite) : null, read.Named("results", code => new CarryOutId(code)), [.. beyond]);
    }

    private Digest? Paper(string name)
    {
        if (read.Text(name) is not { } text) return null;

        var paper = new PlanText(fields.SaltOf(name), text);
        papers.Add(DomainJson.ToBytes(paper));
        return paper.Commitment();
    }

    /// <summary>A series fixes its fields, in its own order. Otherwise the template's fields that are chosen, then those beyond it that have a reason.</summary>
    private ImmutableArray<FieldSelection> Data(SeriesId? series, TemplateId? template)
    {
        if (series is not null && facts.Series.GetValueOrDefault(series) is { Scope.Data: var fixedData }) return fixedData;

        var needs = template is null ? [] : facts.Templates.GetValueOrDefault(template)?.Needs ?? [];
        var chosen = needs.SelectMany(need => need.Fields.Where(field => fields.Has($"field.{need.Dataset}.{field}")).Select(field => (need.Dataset, Field: field)));
        var more = Beyond(template).Where(field => fields[$"reason.{field.Dataset}.{field.Field}"].Trim().Length > 0);
        return [.. chosen.Concat(more).GroupBy(field => field.Dataset).Select(group => new FieldSelection(group.Key, [.. group.Select(field => field.Field)]))];
    }

    /// <summary>Every field of the catalogue that the template does not need.</summary>
    private IEnumerable<(DatasetId Dataset, string Field)> Beyond(TemplateId? template) => facts.Catalogue.Values.OrderBy(dataset => dataset.Dataset.Value, StringComparer.Ordinal)
        .SelectMany(dataset => dataset.Fields.Select(field => (dataset.Dataset, Field: field.Name)))
        .Where(field => template is null || facts.Templates.GetValueOrDefault(template)?.NeedsField(field.Dataset, field.Field) != true);

    /// <summary>Blank ends follow from the two that are typed: an hour to seal, opened within what is left of the work, erased as the clock of the engagement says.</summary>
    private CarryWindow? Window()
    {
        var (from, outBy, open, ends, erase) = (read.Instant("from"), read.Instant("out"), read.Instant("open"), read.Instant("ends"), read.Instant("erase"));
        return outBy is { } leaves && ends is { } ended
            ? new(from ?? leaves.AddHours(-1), leaves, open ?? (leaves.AddHours(4) < ended ? leaves.AddHours(4) : ended), ended, erase ?? ended.AddMinutes(facts.Clock.AfterWorkMinutes)) : null;
    }

    private Station? StationOf(string name)
    {
        if (read.Named(name, code => new StationId(code)) is { } id && facts.Stations.GetValueOrDefault(id) is { Closed: null } station) return station;

        if (read.Faults.All(fault => fault.Field != name)) read.Faults.Add(new(name, new("端末を選んでください。", "Choose a station.")));
        return null;
    }
}
