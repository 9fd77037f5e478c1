using System.Text;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Server.Ledger;
using Azukari.Server.Pages;
using Azukari.Server.Statements;

namespace Azukari.Server.People;

/// <summary>One person of the engagement: duties, what speaks against being named, and what whoever answers for the person can sign: seen, appointed, ended, trained, left (R1, R2, R4).</summary>
internal sealed class PersonPage(PaperShelf papers, FrontDoor door)
{
    internal static void Map(RouteGroupBuilder pages) => pages.MapGet("/engagements/{engagement}/people/{person}", (string person, HttpContext context, PersonPage page) => page.ShowAsync(person, context));

    internal static string PathOf(string engagement, string person, string deed = "") => $"{PeoplePage.PathOf(engagement)}/{person}{(deed.Length > 0 ? $"?do={deed}" : "")}";

    private async Task<IResult> ShowAsync(string name, HttpContext context)
    {
        var (visit, frame) = (Visit.Of(context), door.Frame(context));
        var at = visit.At!;
        if (!Code.IsValid(name) || !at.Facts.People.TryGetValue(new(name), out var person)) return Faults.NotFound(frame);

        var now = at.Now;
        var deed = PersonDeed.Of(context.Request.Query, at.Facts, person, await UsualCourseAsync(at, context.RequestAborted), now);
        var act = deed?.ActFor(at.Facts, person, now);
        return Page.Of<PersonView>(new
        {
            Frame = frame,
            Engagement = at.Id,
            at.Facts,
            Person = person,
            Lacking = Lacking.Of(at.Facts, now).Against(person.Id),
            MayInvite = KeyPage.IsOffered(at, person),
            Offers = Offered(at, person, now).ToArray(),
            Deed = deed,
            Credential = visit.Passkey.Id,
            Asked = act is { } chosen ? Asked.Of(at.Facts, at.Person, chosen.Act, now) : null,
            Papers = (IReadOnlyList<byte[]>)(act?.Paper is { } paper ? [paper] : []),
        });
    }

    /// <summary>What is offered to whom; the rules decide when it is signed.</summary>
    private static IEnumerable<string> Offered(Membership at, Person person, DateTimeOffset now)
    {
        var (facts, viewer, side) = (at.Facts, at.Person, at.Facts.SideOf(person.Id));
        if (person.Left is not null) yield break;

        var represents = viewer.Holds(Role.Representative, now);
        var isOwners = facts.SideOf(viewer.Id) == Side.Owner;
        var isRoot = viewer.Organisation == facts.Founding?.Owner.Organisation || viewer.Organisation == facts.Founding?.Contractor.Organisation;
        if (!person.Seen && isOwners && (represents || viewer.Holds(Role.SecurityOfficer, now))) yield return "see";
        if (person.Id == facts.FirstUnmet?.Id && isOwners && viewer.Seen && viewer.Id != person.Id) yield return "see"; // The second of the owner confirms the first, in no duty.
        if (represents && isRoot && facts.SideOf(viewer.Id) == side) yield return "appoint";
        if (represents && isRoot && facts.SideOf(viewer.Id) == side && facts.CarryOuts.Values.Any(open => !open.HasEnded && open.Applicant == person.Id)) yield return "transfer";
        if (person.Id != viewer.Id && ((represents && viewer.Organisation == person.Organisation) || (viewer.Holds(Role.InformationManager, now) && side == Side.Contractor))) yield return "train";
        if (represents && viewer.Organisation == person.Organisation) yield return "leave";
    }

    /// <summary>The course that was recorded last, where somebody described it here.</summary>
    private async Task<string> UsualCourseAsync(Membership at, CancellationToken cancellation)
    {
        var newest = at.Facts.People.Values.SelectMany(person => person.Trainings).OrderByDescending(training => training.Value.Mark.At).Select(training => training.Key).FirstOrDefault();
        return newest is not null && await papers.FindAsync(at.Id, newest, cancellation) is { Length: <= PersonDeed.LongestCourse * 3 } paper ? Encoding.UTF8.GetString(paper) : "";
    }
}
