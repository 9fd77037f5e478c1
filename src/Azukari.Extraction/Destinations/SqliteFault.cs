using System.Globalization;
using Microsoft.Data.Sqlite;

namespace Azukari.Extraction.Destinations;

/// <summary>Turns SQLite's errors into ours, without their text.</summary>
internal static class SqliteFault
{
    public static async Task<T> As<T>(string table, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (SqliteException fault)
        {
            throw Of(table, fault.SqliteExtendedErrorCode);
        }
    }

    public static DestinationException Of(string table, int code) => new(table, code.ToString(CultureInfo.InvariantCulture));
}
