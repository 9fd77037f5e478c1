using Npgsql;

namespace Azukari.Extraction.Destinations;

/// <summary>Turns PostgreSQL's errors into ours, without their text: detail and context quote the value at fault.</summary>
internal static class PostgresFault
{
    public static async Task<T> As<T>(string table, Func<Task<T>> work)
    {
        try
        {
            return await work();
        }
        catch (NpgsqlException fault)
        {
            throw new DestinationException(table, (fault as PostgresException)?.SqlState ?? "connection");
        }
    }

    public static Task As(string table, Func<Task> work) => As(table, async () =>
    {
        await work();
        return true;
    });
}
