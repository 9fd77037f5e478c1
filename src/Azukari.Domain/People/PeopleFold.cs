using Azukari.Domain.Engagements;

namespace Azukari.Domain.People;

/// <summary>How lists, duties, the manual and training follow from the record.</summary>
internal static class PeopleFold
{
    internal static Engagement Appointed(Engagement before, AppointRole act, DateTimeOffset now)
    {
        var term = new Term(act.Role, act.From ?? now, act.Until, act.Deputises);
        return RegisterFold.Changed(before, act.Person, person => person with { Terms = [.. Term.Ended(person.Terms, act.Role, term.From), term] });
    }

    internal static Engagement Ended(Engagement before, EndRole act, DateTimeOffset now) =>
        RegisterFold.Changed(before, act.Person, person => person with { Terms = Term.Ended(person.Terms, act.Role, now) });

    internal static Engagement Submitted(Engagement before, SubmitManual act, Mark mark) =>
        before with { Manuals = before.Manuals.Add(act.Version, new(act.Version, act.Manual, mark)) };

    internal static Engagement Approved(Engagement before, ApproveManual act, Mark mark) =>
        before with { Manuals = before.Manuals.SetItem(act.Version, before.Manuals[act.Version] with { Approved = mark }) };

    internal static Engagement Trained(Engagement before, RecordTraining act, Mark mark) => RegisterFold.Changed(
        before, act.Person, person => person with { Trainings = person.Trainings.SetItem(act.Course, new(mark, act.Completed, act.Expires)) });

    /// <summary>With an organisation falls every one below it.</summary>
    internal static Engagement Withdrawn(Engagement before, OrganisationId organisation, Mark mark)
    {
        var after = before with { Chain = before.Chain.SetItem(organisation, before.Chain[organisation] with { Withdrawn = mark }) };
        return before.Chain.Values.Where(node => node.EntrustedBy == organisation && node.Withdrawn is null).Aggregate(after, (state, below) => Withdrawn(state, below.Organisation, mark));
    }
}
