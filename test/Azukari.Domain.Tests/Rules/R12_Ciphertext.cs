namespace Azukari.Domain.Tests.Rules;

/// <summary>R12: read back, and exactly counted.</summary>
public sealed class R12_Ciphertext
{
    [Fact]
    public void What_was_not_read_back_is_not_sealed()
    {
        var town = Ready();

        town.Refuses(town.Sealed(sealedAs => sealedAs with { ReadBack = false }), (R12, NotReadBack));
    }

    [Fact]
    public void What_was_not_sealed_is_neither_handed_over_nor_erased()
    {
        var town = Until(Phase.Permitted);

        town.Refuses(town.Leave(), (R12, NotSealed));
        town.Refuses(town.SiteErased(), (R12, NotSealed));
    }

    [Theory]
    [InlineData(100, 100, 100, true)]
    [InlineData(99, 100, 100, false)]
    [InlineData(101, 100, 101, false)]
    [InlineData(100, 99, 100, false)]
    [InlineData(-1, 0, -1, false)]
    [InlineData(0, 0, 0, true)]
    public void The_counts_of_one_dataset_add_up(long people, long rows, long peopleOfIt, bool add)
    {
        var town = Ready();
        var attempt = town.Sealed(sealedAs => sealedAs with { People = people, Data = [new(Residents, ["id", "name"], rows, peopleOfIt)] });

        if (add) town.Accepts(attempt);
        else town.Refuses(attempt, (R12, CountsDoNotAdd));
    }

    [Fact]
    public void More_people_than_all_datasets_together_cannot_be()
    {
        var town = Ready();

        town.Refuses(town.Sealed(sealedAs => sealedAs with { People = 101 }), (R12, CountsDoNotAdd));
    }

    [Fact]
    public void One_dataset_with_fewer_rows_than_people_is_enough()
    {
        var town = Until(Phase.Permitted, plan => plan with { Data = [.. plan.Data, new(Benefits, ["id"])] }).At(Window.From);

        town.Refuses(town.Sealed(sealedAs => sealedAs with { Data = [sealedAs.Data[0], sealedAs.Data[1] with { Rows = 99 }] }), (R12, CountsDoNotAdd));
        town.Accepts(town.Sealed());
    }

    [Fact]
    public void A_dataset_that_is_counted_twice_does_not_add_up()
    {
        var town = Ready();

        town.Refuses(town.Sealed(sealedAs => sealedAs with { People = 110, Data = [sealedAs.Data[0], sealedAs.Data[0]] }), (R12, CountsDoNotAdd));
    }

    [Fact]
    public void Counts_of_any_size_are_refused_and_break_nothing()
    {
        var town = Ready();

        const long Most = long.MaxValue;

        town.Refuses(
            town.Sealed(sealedAs => sealedAs with { Data = [new(Residents, ["id", "name"], Most, Most), new(Benefits, ["id"], Most, Most)] }),
            (R10, FieldNotPermitted), (R12, CountsDoNotAdd));
    }

    private static Town Ready() => Until(Phase.Permitted).At(Window.From);
}
