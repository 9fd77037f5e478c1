namespace Azukari.Domain.Tests.Rules;

/// <summary>R19 where an erasure counts though something was missing: the entry says what.</summary>
public sealed class R19_Noted
{
    [Fact]
    public void An_erasure_at_the_site_needs_an_operator_and_a_second_person_who_are_there()
    {
        var attempt = Until(Phase.Loaded).SiteErased();

        Until(Phase.Loaded).AcceptsWithout(attempt with { Signers = [attempt.Signers[0]] }, (R19, SecondPersonMissing));
        Until(Phase.Loaded).AcceptsWithout(attempt with { Signers = [attempt.Signers[1]] }, (R19, OperatorMissing));
        Until(Phase.Loaded).AcceptsWithout(Until(Phase.Loaded).SiteErased(act => act with { Presence = null }), (R19, PresenceNotShown));
    }

    [Fact]
    public void An_erasure_at_the_site_is_late_by_a_millisecond()
    {
        var late = Until(Phase.Loaded).At(Window.EraseBy.AddMilliseconds(1));
        late.AcceptsWithout(late.SiteErased(), (R19, TooLate));

        var last = Until(Phase.Loaded).At(Window.EraseBy);
        last.Accepts(last.SiteErased());
    }

    [Fact]
    public void A_medium_is_cleared_at_its_home()
    {
        var town = Until(Phase.ErasedAtSite);

        town.AcceptsWithout(town.Cleared(), (R19, MediumNotAtHome));
    }
}
