using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.People;

namespace Azukari.Protocol.Documents.Import;

/// <summary>従事者名簿 as it comes back: one row for each duty of each person who is enrolled. Enrolling takes a key and is no matter of a list.</summary>
internal sealed class PeopleSheet(Engagement facts)
{
    private static readonly string[] Needed = ["person"], OfPerson = ["name", "post", "course", "completed", "expires"];

    private readonly DocumentTime _time = new(facts);

    internal Imported Read(Sheet sheet) => SheetReader.Read(sheet, StaffLedger.Columns, Needed, Meaning);

    private (IEnumerable<Act>, Particulars) Meaning(IReadOnlyList<SheetRow> rows, List<Finding> findings)
    {
        var read = rows.Select(row => new StaffRow(row, facts)).ToArray();
        foreach (var row in Repeated(read)) row.Source.Wrong("duty", FindingWording.Twice);
        foreach (var (row, column) in Contradicting(read)) row.Source.Wrong(column, FindingWording.Contradicts);
        if (findings.Count > 0) return ([], Particulars.Nothing);

        return ([.. Lists(read), .. read.Select(Appointed).OfType<Act>(), .. read.Select(Trained).OfType<Act>().Distinct()], read.Aggregate(Particulars.Nothing, (all, row) => row.NotedIn(all)));
    }

    private static IEnumerable<StaffRow> Repeated(StaffRow[] rows) => rows.Where(row => row.Person is not null)
        .GroupBy(row => (row.Person, row.Duty?.ToString() ?? row.Source.Text("duty"), row.From)).SelectMany(same => same.Skip(1));

    /// <summary>What is about the person and not about one duty has to be the same in all of the person's rows that say it.</summary>
    private static IEnumerable<(StaffRow Row, string Column)> Contradicting(StaffRow[] rows) =>
        from same in rows.Where(row => row.Person is not null).GroupBy(row => row.Person)
        from column in OfPerson
        let said = same.Where(row => row.Source.Text(column) is not null).ToArray()
        from row in said.Skip(1)
        where row.Source.Text(column) != said[0].Source.Text(column)
        select (row, column);

    /// <summary>R1: a list is signed anew when it names others than the last, and every quarter.</summary>
    private IEnumerable<Act> Lists(StaffRow[] rows) => rows.Where(row => row.IsListed).GroupBy(row => facts.People[row.Person!].Organisation).OrderBy(list => list.Key.Value, StringComparer.Ordinal)
        .Select(list => new SignList(list.Key, [.. list.Select(row => row.Person!).Distinct().OrderBy(person => person.Value, StringComparer.Ordinal)]))
        .Where(list => !facts.Lists.TryGetValue(list.Organisation, out var signed) || !signed.People.SetEquals(list.People)
            || facts.Calendar.QuarterOf(signed.Mark.At) != facts.Calendar.QuarterOf(facts.LastAt));

    private AppointRole? Appointed(StaffRow row)
    {
        if (row is not { Person: { } person, Duty: { } duty, Until: { } until }) return null;

        var isKnown = facts.People[person].Terms.Any(term => term.Role == duty && term.Deputises == row.Deputises && _time.DateOf(term.Until) == until && (row.From is not { } first || _time.DateOf(term.From) == first));
        return isKnown ? null : new AppointRole(person, duty, LastMoment(until), row.From is { } from ? FirstMoment(from) : null, row.Deputises);
    }

    private RecordTraining? Trained(StaffRow row)
    {
        if (row is not { Person: { } person, Course: { } course, Completed: { } completed, Expires: { } expires }) return null;

        var isKnown = facts.People[person].Trainings.TryGetValue(course, out var done) && _time.DateOf(done.Completed) == completed && _time.DateOf(done.Expires) == expires;
        return isKnown ? null : new RecordTraining(person, course, FirstMoment(completed), LastMoment(expires));
    }

    private DateTimeOffset FirstMoment(DateOnly day) => Moment(day.ToDateTime(TimeOnly.MinValue));

    private DateTimeOffset LastMoment(DateOnly day) => Moment(day.AddDays(1).ToDateTime(TimeOnly.MinValue)).AddMilliseconds(-1);

    private DateTimeOffset Moment(DateTime civil) => new(civil, _time.ZoneInfo.GetUtcOffset(civil));
}
