namespace Azukari.Domain.Tests.Properties;

/// <summary>Histories know every act there is.</summary>
public sealed class MovesTests
{
    [Fact]
    public void Every_kind_of_act_has_one_entry_in_the_table()
    {
        var kinds = typeof(Act).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(Act)) && !type.IsAbstract).Select(type => type.Name);

        Assert.Equal(kinds.Order(StringComparer.Ordinal), Moves.All.Select(move => move.Kind.Name).Order(StringComparer.Ordinal));
    }
}
