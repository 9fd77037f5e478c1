using System.Text;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Documents.Import;

/// <summary>One row of a staff list, read and checked against the record. What is wrong is null and has left its finding.</summary>
internal sealed class StaffRow
{
    internal StaffRow(SheetRow row, Engagement facts)
    {
        Source = row;
        Person = Known(row, facts, "person", needed: true);
        Deputises = Known(row, facts, "deputises", needed: false);
        (Duty, From, Until) = (row.Choice<Role>("duty", RoleWording.Of), row.Day("from"), row.Day("until"));
        (Completed, Expires) = (row.Day("completed"), row.Day("expires"));
        Course = row.Text("course") is { } course ? CourseOf(course) : null;
        IsListed = Person is not null && facts.People[Person].Left is null && row.Text("listed") is not ("掲載なし" or "not on the list");

        var organisation = row.Code("organisation", text => new OrganisationId(text));
        if (organisation is not null && Person is not null && facts.People[Person].Organisation != organisation) row.Wrong("organisation", FindingWording.Contradicts);
        if (Duty is { } duty && Person is not null && facts.SideOf(Person) is { } side && !duty.BelongsTo(side)) row.Wrong("duty", FindingWording.WrongSide);
        CheckTerm(row, facts);
        CheckTraining(row);
    }

    internal SheetRow Source { get; }

    internal PersonId? Person { get; }

    internal PersonId? Deputises { get; }

    internal Role? Duty { get; }

    internal DateOnly? From { get; }

    internal DateOnly? Until { get; }

    internal Digest? Course { get; }

    internal DateOnly? Completed { get; }

    internal DateOnly? Expires { get; }

    internal bool IsListed { get; }

    /// <summary>The rows beside the record with this person's name and post.</summary>
    internal Particulars NotedIn(Particulars all)
    {
        foreach (var (what, column) in new[] { (Particular.PersonName, "name"), (Particular.PersonPost, "post") })
            if (Source.Text(column) is { } text) all = all.With(what, Person!.Value, text);

        return all;
    }

    /// <summary>A duty that a genesis or an approval gives has no last day; for every other one it is needed.</summary>
    private void CheckTerm(SheetRow row, Engagement facts)
    {
        var isEndless = Person is not null && Duty == Role.Representative && facts.People[Person].Terms.Any(term => term.Role == Role.Representative);
        if (Duty is not null && Until is null && !isEndless && row.Text("until") is null) row.Wrong("until", FindingWording.Blank);
        if (From is { } first && Until is { } last && last < first) row.Wrong("until", FindingWording.Order);
        foreach (var column in new[] { "name", "post" }) row.Particular(column);
    }

    private void CheckTraining(SheetRow row)
    {
        string[] columns = ["course", "completed", "expires"];
        var blank = columns.Where(column => row.Text(column) is null).ToArray();
        if (blank.Length is 1 or 2) foreach (var column in blank) row.Wrong(column, FindingWording.Blank);
        if (Completed is { } done && Expires is { } last && last < done) row.Wrong("expires", FindingWording.Order);
    }

    private static PersonId? Known(SheetRow row, Engagement facts, string column, bool needed)
    {
        if (row.Code(column, text => new PersonId(text), needed) is not { } person) return null;
        if (facts.People.ContainsKey(person)) return person;

        row.Wrong(column, FindingWording.Unknown);
        return null;
    }

    /// <summary>A course is named by the digest that the record has, or by its description, whose digest it then is.</summary>
    private static Digest CourseOf(string text) => SheetRow.Plain(text) is { Length: 64 } digest && digest.All(char.IsAsciiHexDigitLower) ? new(digest) : Digests.Sha256(Encoding.UTF8.GetBytes(text));
}
