using Azukari.Extraction.Packaging;

namespace Azukari.Extraction.Tests;

/// <summary>What is planted changes the counts by exactly what it should.</summary>
public sealed class CountingTests
{
    [Theory]
    [InlineData(Bench.Csv)]
    [InlineData(Bench.Postgres)]
    public async Task A_row_that_stands_twice_is_one_row_more_and_nobody_more(string source)
    {
        var (before, after) = await PlantAsync(source, town => town.Residents.Add(town.Residents[0]));

        Assert.Equal(before.Datasets[0] with { Rows = before.Datasets[0].Rows + 1 }, after.Datasets[0]);
        Assert.Equal(before.Datasets[1], after.Datasets[1]);
        Assert.Equal(before.People, after.People);
    }

    [Theory]
    [InlineData(Bench.Csv)]
    [InlineData(Bench.Postgres)]
    public async Task A_new_person_in_two_datasets_is_one_more_in_each_and_one_more_over_all(string source)
    {
        var (before, after) = await PlantAsync(source, town =>
        {
            town.Residents.Add(["9999", "新", null]);
            town.Tax.Add(["9999", "0"]);
        });

        Assert.Equal(
            before.Datasets.Select(dataset => dataset with { Rows = dataset.Rows + 1, People = dataset.People + 1 }),
            after.Datasets);
        Assert.Equal(before.People + 1, after.People);
    }

    [Fact]
    public async Task A_person_who_stands_in_the_second_dataset_only_is_counted_over_all()
    {
        var (before, after) = await PlantAsync(Bench.Csv, town => town.Tax.Add(["9999", "0"]));

        Assert.Equal(before.Datasets[0], after.Datasets[0]);
        Assert.Equal(before.People + 1, after.People);
    }

    [Theory]
    [InlineData(" 1001")]
    [InlineData("1001 ")]
    [InlineData("01001")]
    [InlineData("１００１")]
    public async Task A_key_of_other_bytes_is_another_person(string key)
    {
        var (before, after) = await PlantAsync(Bench.Csv, town => town.Residents.Add([key, "x", null]));

        Assert.Equal(before.People + 1, after.People);
    }

    [Theory]
    [InlineData(Bench.Csv)]
    [InlineData(Bench.Postgres)]
    public async Task One_person_too_many_ends_the_run_and_leaves_no_package(string kind)
    {
        await using var bench = new Bench();
        var source = await bench.SourceAsync(kind, Town.OfSize(100));
        using var torso = new MemoryStream();

        var refused = await Assert.ThrowsAsync<PackageLimitException>(() => PackageWriter.WriteAsync(
            torso, source, Town.Shapes, new PackageLimits(99) { RowsPerPart = 10 }, null, TestContext.Current.CancellationToken));

        Assert.Equal(99, refused.MostPeople);
        await Assert.ThrowsAsync<PackageException>(() => Bench.VerifyAsync(torso.ToArray()));
        var (_, counts) = await Bench.PackAsync(source, mostPeople: 100);
        Assert.Equal(100, counts.People);
    }

    [Fact]
    public async Task The_limit_is_of_people_over_all_and_not_of_rows()
    {
        await using var bench = new Bench();
        var town = Town.OfSize(10);
        town.Residents.AddRange([.. town.Residents]);

        var (_, counts) = await Bench.PackAsync(await bench.SourceAsync(Bench.Csv, town), mostPeople: 10);

        Assert.Equal((20, 10), (counts.Datasets[0].Rows, counts.People));
    }

    private static async Task<(PackageCounts Before, PackageCounts After)> PlantAsync(string source, Action<Town> plant)
    {
        var planted = new Town();
        plant(planted);
        await using var bench = new Bench();
        var (_, before) = await Bench.PackAsync(await bench.SourceAsync(source, new Town()));
        var (_, after) = await Bench.PackAsync(await bench.SourceAsync(source, planted));
        return (before, after);
    }
}
