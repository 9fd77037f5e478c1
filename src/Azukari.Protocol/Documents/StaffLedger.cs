using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Documents;

/// <summary>従事者名簿: one row for each duty of each person; a person without a duty has one row.</summary>
/// <remarks>Its columns are those that a staff file is read by, so that what was exported can be edited and brought back.</remarks>
internal sealed class StaffLedger(DocumentSources sources)
{
    internal static readonly ImmutableArray<FormColumn> Columns =
    [
        new("person", new("仮名番号", "Pseudonym")),
        new("organisation", new("所属", "Organisation")),
        new("name", new("氏名", "Name")),
        new("post", new("職名", "Post")),
        new("duty", new("役割", "Duty")),
        new("from", new("任期開始日", "From")),
        new("until", new("任期終了日", "Until")),
        new("deputises", new("代理する者", "Deputises for")),
        new("listed", new("名簿掲載", "Listed")),
        new("seen", new("本人確認", "Seen in person")),
        new("manual", new("手順書の確認", "Manual acknowledged")),
        new("course", new("研修番号", "Course")),
        new("completed", new("研修修了日", "Completed")),
        new("expires", new("研修有効期限", "Course valid until")),
        new("left", new("離職日", "Left")),
    ];

    private readonly Engagement _facts = sources.Facts;
    private readonly DocumentWords _words = new(sources.Facts, sources.Particulars);

    internal Part Make(IEnumerable<Person> people) => new Part.Rows(new("従事者", "Staff"), Columns,
    [
        .. people.OrderBy(person => person.Organisation.Value, StringComparer.Ordinal).ThenBy(person => person.Id.Value, StringComparer.Ordinal)
            .SelectMany(person => Terms(person).Select(term => Row(person, term))),
    ]);

    private static IEnumerable<Term?> Terms(Person person) => person.Terms is [] ? [null] : person.Terms.OrderBy(term => term.Role).ThenBy(term => term.From);

    private ImmutableArray<FormValue> Row(Person person, Term? term)
    {
        var training = person.Trainings.Count == 0 ? ((Digest Course, Training Done)?)null : person.Trainings.OrderBy(done => done.Value.Expires).Select(done => (done.Key, done.Value)).Last();

        return
        [
            FormValue.Signed(Line.Same(person.Id.Value)),
            FormValue.Signed(Line.Same(person.Organisation.Value)),
            _words.Declared(Particular.PersonName, person.Id),
            _words.Declared(Particular.PersonPost, person.Id),
            term is null ? FormValue.NotYet : FormValue.Signed(RoleWording.Of(term.Role)),
            Day(term?.From, term is not null),
            Day(term?.Until, term is not null),
            term?.Deputises is { } deputised ? FormValue.Signed(Line.Same(deputised.Value)) : FormValue.NotApplicable,
            Listed(person),
            _facts.IsSeen(person) ? FormValue.Signed(new Words("済", "yes")) : FormValue.NotYet,
            person.Acknowledged.IsEmpty ? FormValue.NotYet : FormValue.Signed(new Words($"第{person.Acknowledged.Max()}版", $"version {person.Acknowledged.Max()}")),
            training is { } done ? FormValue.Signed(Line.Same(done.Course.Value)) : FormValue.NotYet,
            training is { Done.Completed: var completed } ? FormValue.Signed(_words.Time.Date(completed)) : FormValue.NotYet,
            training is { Done.Expires: var expires } ? FormValue.Signed(_words.Time.Date(expires)) : FormValue.NotYet,
            person.Left is { } left ? FormValue.Signed(_words.Time.Date(left.At)) : FormValue.NotApplicable,
        ];
    }

    /// <summary>What a genesis or an approval gives has no first and no last day.</summary>
    private FormValue Day(DateTimeOffset? at, bool appointed) => at switch
    {
        { } day when day > DateTimeOffset.MinValue.AddDays(1) && day < DateTimeOffset.MaxValue.AddDays(-1) => FormValue.Signed(_words.Time.Date(day)),
        _ => appointed ? FormValue.NotApplicable : FormValue.NotYet,
    };

    private FormValue Listed(Person person) => !_facts.Lists.TryGetValue(person.Organisation, out var list) ? FormValue.NotYet
        : FormValue.Signed(list.People.Contains(person.Id) ? _words.Time.Date(list.Mark.At) : new Words("掲載なし", "not on the list"));
}
