using Azukari.Domain.Closing;
using Azukari.Domain.Watch;

namespace Azukari.Domain.Tests.Rules;

/// <summary>R9: an application is taken back until it is sealed.</summary>
public sealed class R09_Withdrawal
{
    [Fact]
    public void It_ends_there_and_its_medium_is_free_whether_or_not_it_was_granted()
    {
        foreach (var phase in new[] { Phase.Asked, Phase.Endorsed, Phase.Permitted })
        {
            var town = Until(phase);
            town.Accepts(town.Withdrawn());

            Assert.Equal(Phase.Withdrawn, Phases.PhaseOf(town.Facts, town.Case));
            Assert.Null(town.Facts.Media[Stick].InUseBy);
            Assert.Empty(Deadlines.Of(town.Facts, town.Case));
        }
    }

    [Fact]
    public void Nothing_more_can_become_of_it()
    {
        var town = Until(Phase.Permitted);
        town.Do(town.Withdrawn());

        foreach (var attempt in new[] { town.Endorsed(), town.Declined() }) town.Refuses(attempt, (R9, DecidedAlready));
        town.Refuses(town.Amended(plan => plan with { MostPeople = 100 }), (R9, HasEnded));
        town.Refuses(town.Extended(window => window with { OutBy = window.OutBy.AddMinutes(1) }), (R9, HasEnded));
        town.Refuses(town.Withdrawn(), (R9, HasEnded));
        town.Refuses(town.At(Window.From).Sealed(), (R10, HasEnded));
    }

    [Fact]
    public void Its_keys_die_with_it()
    {
        var town = Until(Phase.Permitted);
        town.Do(town.Withdrawn());

        Assert.Equal(EndState.Pending, Closing.Keys.StateOf(town.Facts, town.Case, Town.Keys.Owner));
        town.Accepts(town.Destroyed(Town.Keys.Owner, OwnerHolder, DestructionCause.Withdrawn));
    }

    [Fact]
    public void What_is_sealed_comes_home_and_is_not_taken_back_on_paper()
    {
        var town = Until(Phase.Sealed);

        town.Refuses(town.Withdrawn(), (R9, SealedAlready));
    }

    [Fact]
    public void Only_the_project_manager_withdraws_and_only_what_was_asked_for()
    {
        var town = Until(Phase.Asked);
        town.Refuses(town.By(town.Withdrawn().Act, null, (Executive, Role.InformationManager)), (R2, RoleNotForThisAct), (R9, ProjectManagerMissing));

        var nothing = Founded();
        nothing.Refuses(nothing.Withdrawn(), (R7, NotAsked));
    }
}
