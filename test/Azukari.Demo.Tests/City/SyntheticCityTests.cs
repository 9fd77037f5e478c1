using System.Security.Cryptography;
using Azukari.Demo.City;
using Azukari.Testing;
using Npgsql;

namespace Azukari.Demo.Tests.City;

public sealed class SyntheticCityTests
{
    private const int People = 5_000;

    [Fact]
    public void The_full_city_has_the_numbers_of_the_notice()
    {
        var city = SyntheticCity.Create(SyntheticCity.FullSize, seed: 1);

        Assert.Equal(
            [
                ("residents", 460_517), ("tax", 360_573), ("households-2021", 74_767), ("households-2022", 7_949),
                ("accounts-welfare", 16_765), ("accounts-child-allowance", 69_261),
            ],
            SyntheticCity.Datasets.Select(dataset => (dataset.Id, city.RowsOf(dataset.Id))));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    [InlineData(100)]
    [InlineData(People)]
    public async Task A_smaller_city_is_smaller_in_proportion_and_its_files_have_those_rows(int people)
    {
        using var folder = new TempFolder();
        var city = SyntheticCity.Create(people, seed: 1);
        await city.WriteCsvAsync(folder.FullPath);

        Assert.Equal(people, city.RowsOf("residents"));
        Assert.Equal((int)Math.Round(360_573.0 * people / 460_517), city.RowsOf("tax"));
        foreach (var dataset in SyntheticCity.Datasets)
        {
            var rows = Rows(folder, dataset);
            Assert.Equal(city.RowsOf(dataset.Id), rows.Count);
            Assert.All(rows, row => Assert.Equal(dataset.Fields.Count, row.Length));
        }
    }

    [Fact]
    public async Task The_same_seed_gives_the_same_bytes_and_another_seed_does_not()
    {
        Assert.Equal(await DigestAsync(1), await DigestAsync(1));
        Assert.NotEqual(await DigestAsync(1), await DigestAsync(2));
        // On every machine: a measurement here and one elsewhere are of the same city.
        Assert.Equal("fdc1b4e1134789da", (await DigestAsync(1))[..16]);
    }

    [Fact]
    public async Task Every_code_is_one_residents_and_stands_once_in_each_dataset()
    {
        using var folder = new TempFolder();
        await SyntheticCity.Create(People, seed: 1).WriteCsvAsync(folder.FullPath);
        var residents = Rows(folder, SyntheticCity.Datasets[0]).Select(row => row[0]).ToHashSet(StringComparer.Ordinal);

        Assert.Equal(People, residents.Count);
        foreach (var dataset in SyntheticCity.Datasets)
        {
            Assert.Equal(dataset.PersonKey, dataset.Fields[0].Name);
            var codes = Rows(folder, dataset).Select(row => row[0]).ToList();
            Assert.Distinct(codes);
            Assert.All(codes, code => Assert.Contains(code, residents));
        }
    }

    [Fact]
    public async Task Names_hold_the_glyphs_that_older_systems_cannot_write()
    {
        using var folder = new TempFolder();
        await SyntheticCity.Create(People, seed: 1).WriteCsvAsync(folder.FullPath);
        var names = string.Concat(Rows(folder, SyntheticCity.Datasets[0]).Select(row => row[1]));

        Assert.All(["髙", "﨑", "邉", "𠮷"], glyph => Assert.Contains(glyph, names, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Nobody_is_born_after_that_day_or_moved_in_before_birth()
    {
        using var folder = new TempFolder();
        await SyntheticCity.Create(People, seed: 1).WriteCsvAsync(folder.FullPath);

        Assert.All(Rows(folder, SyntheticCity.Datasets[0]), row =>
        {
            Assert.True(DateOnly.Parse(row[4]) <= DateOnly.Parse(row[6]) && DateOnly.Parse(row[6]) <= CityPopulation.Today);
            Assert.StartsWith("000-", row[2], StringComparison.Ordinal);
            Assert.StartsWith("澪渡市", row[3], StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_household_of_one_fiscal_year_is_not_in_the_other()
    {
        using var folder = new TempFolder();
        await SyntheticCity.Create(People, seed: 1).WriteCsvAsync(folder.FullPath);
        var earlier = Rows(folder, SyntheticCity.Datasets[2]);
        var later = Rows(folder, SyntheticCity.Datasets[3]);

        Assert.Empty(earlier.Select(row => row[0]).Intersect(later.Select(row => row[0])));
        Assert.Contains(earlier, row => row[3].Length > 0 && row[4].Length == 0);
        Assert.Contains(earlier, row => row[3].Length == 0 && row[4].Length > 0);
    }

    [Fact]
    public async Task PostgreSQL_holds_what_the_files_hold()
    {
        Assert.SkipWhen(PostgresCluster.MissingReason is not null, PostgresCluster.MissingReason ?? "");
        using var folder = new TempFolder();
        var city = SyntheticCity.Create(500, seed: 1);
        await city.WriteCsvAsync(folder.FullPath);
        await using var database = NpgsqlDataSource.Create(await PostgresCluster.Shared.CreateDatabaseAsync());
        await city.CopyToPostgresAsync(database, "benefit server");
        await city.CopyToPostgresAsync(database, "benefit server");

        await using var connection = await database.OpenConnectionAsync();
        foreach (var dataset in SyntheticCity.Datasets)
        {
            using var export = await connection.BeginTextExportAsync($"copy \"benefit server\".{dataset.Table} to stdout (format csv, header true)");
            Assert.Equal((await File.ReadAllTextAsync(folder.File(dataset.Id + ".csv"))).ReplaceLineEndings("\n"), await export.ReadToEndAsync());
        }
    }

    private static List<string[]> Rows(TempFolder folder, CityDataset dataset)
    {
        var lines = File.ReadAllLines(folder.File(dataset.Id + ".csv"));
        Assert.Equal(dataset.Fields.Select(field => field.Name), lines[0].Split(','));
        return [.. lines.Skip(1).Select(line => line.Split(','))];
    }

    private static async Task<string> DigestAsync(int seed)
    {
        using var folder = new TempFolder();
        await SyntheticCity.Create(People, seed).WriteCsvAsync(folder.FullPath);
        using var digest = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var dataset in SyntheticCity.Datasets)
            digest.AppendData(await File.ReadAllBytesAsync(folder.File(dataset.Id + ".csv")));
        return Convert.ToHexStringLower(digest.GetHashAndReset());
    }
}
