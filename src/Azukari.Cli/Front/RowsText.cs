using Npgsql;

namespace Azukari.Cli.Front;

/// <summary>Where rows come from or go to, as the command line says it: <c>SCHEME:PLACE</c> for files, or <c>postgres:FILE-with-connection:SCHEMA</c>.</summary>
internal sealed record RowsText<T>(T Rows, NpgsqlDataSource? Database) : IAsyncDisposable
{
    /// <param name="text">What was said.</param>
    /// <param name="option">The option that it was said with, for the refusal.</param>
    /// <param name="form">How files are named, say <c>csv:FOLDER</c>.</param>
    /// <param name="ofFiles">Makes it of the place.</param>
    /// <param name="ofSchema">Makes it of a database and its schema.</param>
    internal static RowsText<T> Open(string text, string option, string form, Func<string, T> ofFiles, Func<NpgsqlDataSource, string, T> ofSchema)
    {
        var scheme = form[..(form.IndexOf(':', StringComparison.Ordinal) + 1)];
        if (text.StartsWith(scheme, StringComparison.Ordinal)) return new(ofFiles(text[scheme.Length..]), null);

        var parts = text.Split(':');
        if (parts is not ["postgres", var file, var schema]) throw StopException.BadInput($"{option} の形が違います: {text}", $"{option} is {form} or postgres:FILE:SCHEMA");

#pragma warning disable CA2000 // What is returned owns it and disposes it.
        var database = NpgsqlDataSource.Create(File.ReadAllText(file).Trim());
#pragma warning restore CA2000
        return new(ofSchema(database, schema), database);
    }

    public ValueTask DisposeAsync() => Database?.DisposeAsync() ?? ValueTask.CompletedTask;
}
