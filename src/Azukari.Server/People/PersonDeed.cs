using System.Text;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.People;
using Azukari.Protocol.Ledger;
using Azukari.Server.Pages;

namespace Azukari.Server.People;

/// <summary>What is done about a person, as chosen on the page; what is usual takes no choosing.</summary>
/// <param name="Name">see, appoint, end, train, transfer or leave.</param>
/// <param name="Role">The duty that is given or ended.</param>
/// <param name="Document">What the officer was shown.</param>
/// <param name="From">The first day, or empty for at once; of a course, the day of completion.</param>
/// <param name="Until">The last day.</param>
/// <param name="Deputises">Whose deputy, or empty.</param>
/// <param name="To">Who takes over what is open, or empty.</param>
/// <param name="Course">The description of a course, or empty where nobody has written one yet.</param>
public sealed record PersonDeed(string Name, Role Role, EmploymentDocument Document, string From, string Until, string Deputises, string To, string Course)
{
    /// <summary>What a course may be called: a line, never a book.</summary>
    internal const int LongestCourse = 200;

    /// <summary>Every deed that the page knows.</summary>
    internal static IReadOnlyList<string> Names { get; } = ["see", "appoint", "end", "train", "transfer", "leave"];

    /// <summary>The deed that the address names, with the defaults of an ordinary day; null for none.</summary>
    internal static PersonDeed? Of(IQueryCollection query, Engagement facts, Person person, string usualCourse, DateTimeOffset now)
    {
        if (query["do"] is not [{ } name] || !Names.Contains(name)) return null;

        string Text(string field, string usual) => query[field] is [{ } text] ? text.Trim()[..Math.Min(text.Trim().Length, LongestCourse)] : usual;
        T Choice<T>(string field, T usual) where T : struct, Enum => Enum.TryParse<T>(Text(field, ""), out var chosen) && Enum.IsDefined(chosen) ? chosen : usual;
        var role = name == "end" ? person.Terms.Where(term => now <= term.Until).Select(term => term.Role).FirstOrDefault(Role.Member) : Role.Operator;
        return new(
            name, Choice("role", role), Choice("document", EmploymentDocument.EmployeeCard), Text("from", name == "train" ? CivilDay.Text(facts, now) : ""),
            Text("until", CivilDay.Text(facts, facts.Calendar.FiscalYearEnd(now))), Text("deputises", ""), Text("to", ""), Text("course", usualCourse));
    }

    /// <summary>The act, with the paper that it commits to; null as long as something is not yet filled in or cannot be meant.</summary>
    internal (Act Act, byte[]? Paper)? ActFor(Engagement facts, Person person, DateTimeOffset now)
    {
        var (from, until) = (CivilDay.Of(From), CivilDay.Of(Until));
        if ((From.Length > 0 && from is null) || (Deputises.Length > 0 && !Code.IsValid(Deputises))) return null;

        switch (Name)
        {
            case "see": return (new SeePerson(person.Id, Document), null);
            case "end": return (new EndRole(person.Id, Role), null);
            case "leave": return (new LeaveOrganisation(person.Id), null);
            case "transfer" when Code.IsValid(To): return (new TransferDuties(person.Id, new(To)), null);
            case "appoint" when until is { } last:
                return (new AppointRole(person.Id, Role, CivilDay.End(facts, last), from is { } first ? CivilDay.Start(facts, first) : null, Deputises.Length > 0 ? new(Deputises) : null), null);
            case "train" when until is { } expires && from is { } completed && Course.Length > 0:
                var paper = Encoding.UTF8.GetBytes(Course);
                var on = CivilDay.Text(facts, now) == From ? now : CivilDay.Start(facts, completed); // Today, as far as today has come.
                return (new RecordTraining(person.Id, Digests.Sha256(paper), on, CivilDay.End(facts, expires)), paper);
            default: return null;
        }
    }
}
