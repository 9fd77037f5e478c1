namespace Azukari.Domain.Tests.Rules;

/// <summary>R7: an urgent grant rests on one plan.</summary>
public sealed class R07_Urgent
{
    [Fact]
    public void Another_plan_is_not_granted_under_the_number_of_one_that_was_asked_for()
    {
        var town = Until(Phase.Asked);

        town.Refuses(town.GrantedUrgently(act => act with { Plan = Plan }), (R7, AskedAlready));
    }

    [Fact]
    public void What_nobody_asked_for_is_not_granted_without_a_plan()
    {
        var town = Founded();

        town.Refuses(town.GrantedUrgently(act => act with { Plan = null }), (R7, NotAsked));
    }

    [Fact]
    public void Its_plan_states_what_every_plan_states()
    {
        var town = Founded();

        town.Refuses(town.GrantedUrgently(act => act with { Plan = Plan with { Window = null } }), (R7, WindowNotStated));
    }
}
