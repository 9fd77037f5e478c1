using System.Globalization;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Domain.People;
using Azukari.Server.Pages;
using Azukari.Server.Statements;

namespace Azukari.Server.People;

/// <summary>手順書と研修: the versions of the manual, who has yet to acknowledge the one in force, who lacks a course; what the visitor owes stands there to be signed (R3, R4).</summary>
internal sealed class ReadinessPage(FrontDoor door)
{
    internal static void Map(RouteGroupBuilder pages) => pages.MapGet("/engagements/{engagement}/register/readiness", (string? approve, string? digest, HttpContext context, ReadinessPage page) => page.Show(approve, digest?.Trim(), context));

    internal static string PathOf(string engagement) => $"/engagements/{engagement}/register/readiness";

    private IResult Show(string? approve, string? digest, HttpContext context)
    {
        var (visit, frame) = (Visit.Of(context), door.Frame(context));
        var at = visit.At!;
        var now = at.Now;
        var act = int.TryParse(approve, NumberStyles.None, CultureInfo.InvariantCulture, out var version) && at.Facts.Manuals.ContainsKey(version) ? new ApproveManual(version)
            : IsDigest(digest) ? new SubmitManual(Next(at.Facts), new(digest!)) : Owed(at.Facts, at.Person);
        return Page.Of<ReadinessView>(new
        {
            Frame = frame,
            Engagement = at.Id,
            at.Facts,
            Credential = visit.Passkey.Id,
            Lacking = Lacking.Of(at.Facts, now),
            Asked = act is null ? null : Asked.Of(at.Facts, at.Person, act, now),
            MayApprove = at.Person.Holds(Role.Approver, now),
            MaySubmit = at.Person.Holds(Role.ProjectManager, now),
            Next = Next(at.Facts),
            IsDigestWrong = digest is { Length: > 0 } && !IsDigest(digest),
        });
    }

    private static int Next(Engagement facts) => facts.Manuals.Count == 0 ? 1 : facts.Manuals.Keys.Max() + 1;

    private static bool IsDigest(string? text) => text is { Length: 64 } && text.All(char.IsAsciiHexDigitLower);

    /// <summary>The version in force, as long as the person has not acknowledged it; then one that is to come into force, so that its first day stops nobody's work.</summary>
    internal static Act? Owed(Engagement facts, Person person)
    {
        int?[] owed = [facts.ManualInForce?.Version, facts.Manuals.Count > 0 ? facts.Manuals.Keys.Max() : null];
        return owed.OfType<int>().FirstOrDefault(version => !person.Acknowledged.Contains(version)) is > 0 and var first ? new AcknowledgeManual(first) : null;
    }
}
