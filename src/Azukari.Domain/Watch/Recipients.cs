using System.Collections.Immutable;
using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents;

namespace Azukari.Domain.Watch;

/// <summary>R15: whom an alarm goes to. First the custodian and the project manager, then the executive, then the owner; unanswered, the next name of the call list.</summary>
internal static class Recipients
{
    /// <summary>Everybody who is told now.</summary>
    internal static ImmutableArray<PersonId> Of(Engagement facts, CarryOut? carryOut, DeadlinePassed passed, DateTimeOffset now) =>
        passed is not { Kind: DeadlineKind.Response, Step: 1 } || ResponseTasks.OwnerOf(facts, passed.About) is not { } owner
            ? Of(facts, carryOut, passed.Step, passed.Call, now)
            : [.. Of(facts, carryOut, passed.Step, passed.Call, now).Append(owner).Distinct()];

    private static ImmutableArray<PersonId> Of(Engagement facts, CarryOut? carryOut, int step, int call, DateTimeOffset now) =>
        call > 0 ? OfCall(facts, carryOut, step, call, now)
        : [.. (step == 1 ? Custodians(carryOut) : []).Concat(RolesOf(step).SelectMany(role => Concerned(facts, carryOut, role, now))).Distinct()];

    /// <summary>Those who have the medium; nobody while a courier has it.</summary>
    internal static ImmutableArray<PersonId> Custodians(CarryOut? carryOut) => carryOut?.Custody?.Now.Holders ?? [];

    /// <summary>The n-th name, from 1, in the column of this hour, of every organisation that this step concerns.</summary>
    internal static ImmutableArray<PersonId> OfCall(Engagement facts, CarryOut? carryOut, int step, int call, DateTimeOffset now) => facts.CallLists.Values.All(list => Names(list) < call) ? [] :
    [
        .. RolesOf(step).SelectMany(role => Concerned(facts, carryOut, role, now))
            .Select(person => facts.People[person].Organisation).Distinct()
            .Select(organisation => facts.CallLists.GetValueOrDefault(organisation))
            .Select(list => list is null ? [] : Column(facts, list, now))
            .Where(names => names.Length >= call).Select(names => names[call - 1]).Distinct(),
    ];

    private static Role[] RolesOf(int step) => step switch
    {
        1 => [Role.ProjectManager],
        2 => [Role.InformationManager],
        3 => [Role.Approver, Role.SecurityOfficer],
        _ => [Role.ProjectManager, Role.InformationManager, Role.Approver, Role.SecurityOfficer],
    };

    /// <summary>Who acted in this duty for the carry-out and still has it; otherwise everybody who has it.</summary>
    private static IEnumerable<PersonId> Concerned(Engagement facts, CarryOut? carryOut, Role role, DateTimeOffset now)
    {
        var acted = role switch
        {
            Role.ProjectManager => carryOut?.Applicant,
            Role.InformationManager => carryOut?.Endorser,
            Role.Approver => carryOut?.Permit?.Approver,
            _ => null,
        };
        var holding = facts.People.Values.Where(person => person.Holds(role, now)).Select(person => person.Id).Order(ById).ToArray();

        return acted is not null && holding.Contains(acted) ? [acted] : holding;
    }

    /// <summary>How many names the longest column has: behind it nobody need be looked for.</summary>
    private static int Names(SetCallList list) => Math.Max(list.Day.Length, Math.Max(list.Night.Length, list.Holiday.Length));

    private static ImmutableArray<PersonId> Column(Engagement facts, SetCallList list, DateTimeOffset now) => OfficeHours.At(facts.Calendar, now) switch
    {
        CallColumn.Day => list.Day,
        CallColumn.Night => list.Night,
        _ => list.Holiday,
    };

    private static Comparer<PersonId> ById { get; } = Comparer<PersonId>.Create((left, right) => string.CompareOrdinal(left.Value, right.Value));
}
