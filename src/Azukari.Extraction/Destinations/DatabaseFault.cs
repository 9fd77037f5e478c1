using System.Data.Common;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Npgsql;

namespace Azukari.Extraction.Destinations;

/// <summary>Turns a database's errors into ours without their text: PostgreSQL's detail and context quote the value at fault.</summary>
internal static class DatabaseFault
{
    public static async Task<T> As<T>(string table, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (DbException fault)
        {
            throw fault switch
            {
                SqliteException sqlite => OfSqlite(table, sqlite.SqliteExtendedErrorCode),
                PostgresException postgres => new DestinationException(table, postgres.SqlState),
                _ => new DestinationException(table, "connection"),
            };
        }
    }

    public static Task As(string table, Func<Task> work) => As(table, async () =>
    {
        await work();
        return true;
    });

    public static DestinationException OfSqlite(string table, int code) => new(table, code.ToString(CultureInfo.InvariantCulture));
}
