using Npgsql;

namespace Azukari.Demo.City;

/// <summary>A city that does not exist, with the six datasets of the incident notice, in its numbers or in proportion to them.</summary>
/// <remarks>The same number of people and seed give the same bytes on every machine. Every code in the other datasets is a resident's.</remarks>
public sealed class SyntheticCity
{
    private readonly CityPopulation _population;
    private readonly int[] _taxed;
    private readonly int[] _heads2021;
    private readonly int[] _heads2022;
    private readonly int[] _welfare;
    private readonly int[] _parents;

    private SyntheticCity(int people, int seed)
    {
        _population = new CityPopulation(people, new CityDice(seed));
        _taxed = _population.Choose(Share(360_573), CityCatalogue.Tax, _population.IsAdult);
        _heads2021 = _population.Choose(Share(74_767), CityCatalogue.Households2021, _population.IsHead);
        var already = _heads2021.ToHashSet();
        _heads2022 = _population.Choose(
            Share(7_949), CityCatalogue.Households2022, person => _population.IsHead(person) && !already.Contains(person));
        _welfare = _population.Choose(Share(16_765), CityCatalogue.WelfareAccounts, _population.IsHead);
        _parents = _population.Choose(
            Share(69_261), CityCatalogue.ChildAllowanceAccounts, person => _population.IsHead(person) && _population.HasFamily(person));
    }

    /// <summary>As many people as the register that was lost had.</summary>
    public static int FullSize => CityCatalogue.FullSize;

    /// <summary>What the city keeps, with the class of every field.</summary>
    public static IReadOnlyList<CityDataset> Datasets => CityCatalogue.All;

    /// <param name="people">At least one; <see cref="FullSize"/> gives exactly the notice's numbers.</param>
    public static SyntheticCity Create(int people, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(people, 1);
        return new SyntheticCity(people, seed);
    }

    /// <summary>How many rows a dataset has.</summary>
    public int RowsOf(string dataset) => dataset == CityCatalogue.Residents.Id ? _population.People : ChosenFor(dataset).Length;

    /// <summary>Writes <c>&lt;dataset&gt;.csv</c> for each dataset: UTF-8, RFC 4180, a header row.</summary>
    public async Task WriteCsvAsync(string folder, CancellationToken cancellation = default)
    {
        foreach (var dataset in Datasets)
        {
            cancellation.ThrowIfCancellationRequested();
            await using var file = File.Create(Path.Combine(folder, dataset.Id + ".csv"));
            await Task.Run(() => Write(dataset, file), cancellation);
        }
    }

    /// <summary>Makes the schema and its tables, with the types a city would use, and fills them by COPY; all or nothing.</summary>
    /// <remarks>Tables of these names are replaced.</remarks>
    public async Task CopyToPostgresAsync(NpgsqlDataSource database, string schema, CancellationToken cancellation = default)
    {
        await using var connection = await database.OpenConnectionAsync(cancellation);
        await using var transaction = await connection.BeginTransactionAsync(cancellation);
        var quoted = $"\"{schema.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
        foreach (var dataset in Datasets)
        {
            var columns = string.Join(", ", dataset.Fields.Select(field => $"{field.Name} {field.SqlType}"));
            var sql = $"create schema if not exists {quoted}; drop table if exists {quoted}.{dataset.Table}; create table {quoted}.{dataset.Table} ({columns})";
#pragma warning disable CA2100 // The schema is quoted, all else is text of this assembly.
            await using (var create = new NpgsqlCommand(sql, connection))
                await create.ExecuteNonQueryAsync(cancellation);
#pragma warning restore CA2100

            var copy = $"copy {quoted}.{dataset.Table} from stdin (format csv, header true, encoding 'UTF8')";
            await using var import = (NpgsqlCopyTextWriter)await connection.BeginTextImportAsync(copy, cancellation);
            await Task.Run(() => Write(dataset, import.BaseStream), cancellation);
        }

        await transaction.CommitAsync(cancellation);
    }

    private void Write(CityDataset dataset, Stream output)
    {
        var text = new CityText(output);
        var rows = new CityRows(_population, text);
        text.Header(dataset);
        switch (dataset.Id)
        {
            case "residents":
                rows.Residents(_population.People);
                break;
            case "tax":
                rows.Tax(_taxed);
                break;
            case "households-2021":
                rows.Households(_heads2021, 2021);
                break;
            case "households-2022":
                rows.Households(_heads2022, 2022);
                break;
            default:
                rows.Accounts(ChosenFor(dataset.Id));
                break;
        }

        text.Flush();
    }

    private int[] ChosenFor(string dataset) => dataset switch
    {
        "tax" => _taxed,
        "households-2021" => _heads2021,
        "households-2022" => _heads2022,
        "accounts-welfare" => _welfare,
        "accounts-child-allowance" => _parents,
        _ => throw new ArgumentException("no such dataset", nameof(dataset)),
    };

    private int Share(int ofFullSize) => (int)Math.Round((double)ofFullSize * _population.People / CityCatalogue.FullSize);
}
