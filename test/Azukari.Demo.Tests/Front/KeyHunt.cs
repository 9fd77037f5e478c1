using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using Azukari.Age;
using Microsoft.Data.Sqlite;
using ZstdSharp;

namespace Azukari.Demo.Tests.Front;

/// <summary>A thief with some of the machines: takes every file, tries every key-like string on every age file, and looks for a planted person in whatever comes out.</summary>
internal static partial class KeyHunt
{
    private static readonly byte[] AgeMagic = "age-encryption.org/v1\n"u8.ToArray(), ZstdMagic = [0x28, 0xb5, 0x2f, 0xfd];

    /// <summary>Whether the marker was found in any of these folders' files or in anything that could be opened with what lies in them.</summary>
    internal static bool Finds(string marker, params IEnumerable<string> folders)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        byte[][] needles = [Encoding.UTF8.GetBytes(marker), Encoding.Unicode.GetBytes(marker), Encoding.GetEncoding(932).GetBytes(marker)];
        return Hunt([.. folders.SelectMany(Files)], [], bytes => needles.Any(needle => bytes.AsSpan().IndexOf(needle) >= 0));
    }

    /// <summary>The keys that lie in no file as they are, but come out of what the others open.</summary>
    internal static IReadOnlyCollection<string> Wrapped(params IEnumerable<string> folders)
    {
        var files = folders.SelectMany(Files).ToList();
        var (plain, all) = (files.SelectMany(KeysIn).ToHashSet(), new HashSet<string>());
        Hunt(files, all, _ => false);
        return [.. all.Except(plain)];
    }

    private static bool Hunt(IEnumerable<byte[]> files, HashSet<string> seen, Func<byte[], bool> isIt)
    {
        var loot = new Queue<byte[]>(files);
        var (ages, keys) = (new List<byte[]>(), new List<HybridIdentity>());

        while (loot.TryDequeue(out var bytes))
        {
            if (isIt(bytes)) return true;

            foreach (var key in KeysIn(bytes).Where(key => seen.Add(key)))
            {
                var identity = HybridIdentity.Parse(Encoding.ASCII.GetBytes(key));
                keys.Add(identity);
                foreach (var opened in ages.Select(age => TryOpen(age, identity)).OfType<byte[]>()) loot.Enqueue(opened);
            }

            foreach (var age in AgesIn(bytes))
            {
                ages.Add(age);
                foreach (var opened in keys.Select(key => TryOpen(age, key)).OfType<byte[]>()) loot.Enqueue(opened);
            }

            foreach (var part in CompressedIn(bytes)) loot.Enqueue(part);
        }

        return false;
    }

    /// <summary>A thief copies first; then every file as it is, and every value of every database.</summary>
    private static List<byte[]> Files(string folder)
    {
        var copy = Directory.CreateTempSubdirectory("azukari-hunt-").FullName;
        try
        {
            using (var process = Process.Start("/bin/cp", ["-r", folder, copy])) process.WaitForExit();
            var files = Directory.GetFiles(copy, "*", SearchOption.AllDirectories);
            var loot = files.Select(File.ReadAllBytes).ToList();
            var databases = files.Where((_, index) => loot[index].AsSpan().StartsWith("SQLite format 3"u8)).ToArray();
            foreach (var database in databases) loot.AddRange(ValuesOf(database));
            return loot;
        }
        finally
        {
            Directory.Delete(copy, recursive: true);
        }
    }

    private static List<byte[]> ValuesOf(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Pooling=false");
        connection.Open();
        var values = new List<byte[]>();
        foreach (var table in Rows(connection, "select name from sqlite_master where type = 'table'").Select(row => (string)row[0]))
            values.AddRange(Rows(connection, $"select * from \"{table}\"").SelectMany(row => row).Select(value => value as byte[] ?? Encoding.UTF8.GetBytes($"{value}")));

        return values;
    }

    private static List<object[]> Rows(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The names come from the database itself.
        command.CommandText = sql;
#pragma warning restore CA2100
        using var reader = command.ExecuteReader();
        var rows = new List<object[]>();
        while (reader.Read())
        {
            var row = new object[reader.FieldCount];
            reader.GetValues(row);
            rows.Add(row);
        }

        return rows;
    }

    private static IEnumerable<string> KeysIn(byte[] bytes) =>
        KeyForm().Matches(Encoding.Latin1.GetString(bytes)).Select(match => match.Value).Where(key => TryParse(key));

    private static bool TryParse(string key)
    {
        try
        {
            using var identity = HybridIdentity.Parse(Encoding.ASCII.GetBytes(key));
            return true;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    /// <summary>Every place where an age file begins, be it a file of its own, a database page or a base64 text.</summary>
    private static IEnumerable<byte[]> AgesIn(byte[] bytes)
    {
        foreach (var start in Places(bytes, AgeMagic)) yield return bytes[start..];

        foreach (Match match in Base64Age().Matches(Encoding.Latin1.GetString(bytes)))
            if (Convert.FromBase64String(match.Value.PadRight((match.Value.Length + 3) / 4 * 4, '=')) is var decoded) yield return decoded;
    }

    private static byte[]? TryOpen(byte[] age, HybridIdentity key)
    {
        try
        {
            return AgeFile.Decrypt(age, [key]);
        }
        catch (AgeException)
        {
            return null; // Not this key: the hunt goes on.
        }
    }

    private static IEnumerable<byte[]> CompressedIn(byte[] bytes)
    {
        foreach (var start in Places(bytes, ZstdMagic))
        {
            var part = TryDecompress(bytes, start);
            if (part.Length > 0) yield return part;
        }
    }

    private static byte[] TryDecompress(byte[] bytes, int start)
    {
        using var output = new MemoryStream();
        try
        {
            using var input = new DecompressionStream(new MemoryStream(bytes, start, bytes.Length - start));
            input.CopyTo(output);
        }
        catch (Exception fault) when (fault is ZstdException or EndOfStreamException)
        {
            // The frame ends where the tar goes on; what came out before counts.
        }

        return output.ToArray();
    }

    private static IEnumerable<int> Places(byte[] bytes, byte[] what)
    {
        for (var start = bytes.AsSpan().IndexOf(what); start >= 0;)
        {
            yield return start;
            var next = bytes.AsSpan(start + 1).IndexOf(what);
            start = next < 0 ? -1 : start + 1 + next;
        }
    }

    [GeneratedRegex("AGE-SECRET-KEY-PQ-1[0-9A-Z]{58}")]
    private static partial Regex KeyForm();

    [GeneratedRegex("YWdlLWVuY3J5cHRpb24ub3JnL3Yx[A-Za-z0-9+/]+")]
    private static partial Regex Base64Age();
}
