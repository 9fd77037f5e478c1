using System.Data.Common;
using Azukari.Extraction.Destinations;

namespace Azukari.Extraction.Tests;

/// <summary>A destination, and a second way into it that asks in SQL what is really there.</summary>
internal sealed class LoadedDatabase(Destination destination, Func<DbConnection> connect)
{
    public Destination Destination => destination;

    public async Task<List<string?[]>> RowsAsync(string sql)
    {
        await using var connection = connect();
        await connection.OpenAsync();
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The test's own text.
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<string?[]>();
        while (await reader.ReadAsync())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsDBNull(column) ? null : reader.GetValue(column).ToString())]);
        return rows;
    }

    public async Task<string?> ValueAsync(string sql) => Assert.Single(Assert.Single(await RowsAsync(sql)));

    /// <summary>No table of ours, or none with a row in it.</summary>
    public async Task<bool> IsEmptyAsync()
    {
        foreach (var table in new[] { "residents", "child_tax", "azukari_loaded" })
        {
            try
            {
                if (await ValueAsync($"select count(*) from {table}") != "0")
                    return false;
            }
            catch (DbException)
            {
                // The table was rolled back too.
            }
        }

        return true;
    }
}
