using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Azukari.Extraction.Packaging;

/// <summary>One member of a dataset: its rows, and the compressed bytes as they stand in the tar.</summary>
internal sealed record PartSummary(string Path, long Rows, int Bytes, string Sha256);

/// <summary>One dataset as the descriptor tells it. <paramref name="Sha256"/> is of the whole CSV, header included, uncompressed.</summary>
internal sealed record DatasetSummary(DatasetShape Shape, IReadOnlyList<PartSummary> Parts, long Rows, long People, string Sha256);

/// <summary>datapackage.json (datapackage.org, version 2): one spelling for what it says, so a reader compares bytes instead of parsing.</summary>
internal static class Descriptor
{
    /// <summary>Hex digits of the random member.</summary>
    public const int RandomLength = 64;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Where the random member's digits begin: right after <c>{"$random":"</c>.</summary>
    public static int RandomAt => 12;

    public static byte[] Write(string random, IEnumerable<DatasetSummary> datasets, long people)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(bytes, Plain);

        // Members in code point order; '$' sorts before letters. Random bytes first: nobody can guess the rows and check by the digest.
        json.WriteStartObject();
        json.WriteString("$random", random);
        json.WriteString("$schema", "https://datapackage.org/profiles/2.0/datapackage.json");
        json.WriteNumber("people", people);
        json.WriteStartArray("resources");
        foreach (var dataset in datasets)
            WriteResource(json, dataset);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return bytes.WrittenSpan.ToArray();
    }

    private static void WriteResource(Utf8JsonWriter json, DatasetSummary dataset)
    {
        json.WriteStartObject();
        json.WriteString("compression", "zstd");
        json.WriteStartObject("dialect");
        json.WriteString("lineTerminator", "\r\n");
        json.WriteEndObject();
        json.WriteString("encoding", "utf-8");
        json.WriteString("format", "csv");
        json.WriteString("hash", "sha256:" + dataset.Sha256);
        json.WriteString("name", dataset.Shape.Id);
        json.WriteStartArray("parts");
        foreach (var part in dataset.Parts)
            WritePart(json, part);
        json.WriteEndArray();
        json.WriteStartArray("path");
        foreach (var part in dataset.Parts)
            json.WriteStringValue(part.Path);
        json.WriteEndArray();
        json.WriteNumber("people", dataset.People);
        json.WriteString("personKey", dataset.Shape.PersonKey);
        json.WriteNumber("rows", dataset.Rows);
        WriteSchema(json, dataset.Shape);
        json.WriteString("type", "table");
        json.WriteString("unit", dataset.Shape.Unit);
        json.WriteEndObject();
    }

    private static void WritePart(Utf8JsonWriter json, PartSummary part)
    {
        json.WriteStartObject();
        json.WriteNumber("bytes", part.Bytes);
        json.WriteString("hash", "sha256:" + part.Sha256);
        json.WriteNumber("rows", part.Rows);
        json.WriteEndObject();
    }

    private static void WriteSchema(Utf8JsonWriter json, DatasetShape shape)
    {
        json.WriteStartObject("schema");
        json.WriteStartArray("fields");
        foreach (var field in shape.Fields)
        {
            json.WriteStartObject();
            json.WriteString("name", field);
            json.WriteString("type", "string");
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }
}
