using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Azukari.Domain;
using Azukari.Protocol.Canonical;

namespace Azukari.Protocol.Ledger;

/// <summary>How the domain's values are written in canonical JSON: codes and digests as strings, instants as Unix milliseconds, enums in kebab case.</summary>
public static class DomainJson
{
    /// <summary>The one set of options; every member that is not ours is refused, none of ours may be missing.</summary>
    public static JsonSerializerOptions Options { get; } = Create();

    /// <summary>Writes a value as a JSON tree.</summary>
    public static JsonNode ToNode<T>(T value) => JsonSerializer.SerializeToNode(value, value!.GetType(), Options)!;

    /// <summary>Writes a value as canonical bytes.</summary>
    public static byte[] ToBytes<T>(T value) => CanonicalJson.Write(ToNode(value));

    /// <summary>Reads a value from a JSON tree, strictly.</summary>
    /// <exception cref="ProtocolException">A member is missing, unknown or of the wrong shape.</exception>
    public static T FromNode<T>(JsonNode? node) => (T)FromNode(node, typeof(T));

    /// <summary>Reads a value from canonical bytes: what would not be written back byte for byte is refused.</summary>
    /// <exception cref="ProtocolException">The bytes are not canonical or not of this shape.</exception>
    public static T FromBytes<T>(ReadOnlySpan<byte> bytes, int maxBytes)
    {
        var value = FromNode<T>(ReadNode(bytes, maxBytes));
        return bytes.SequenceEqual(ToBytes(value)) ? value : throw new ProtocolException(ProtocolFault.Malformed, "the message is not written as we write it");
    }

    /// <summary>An object in its one canonical spelling.</summary>
    internal static JsonObject ReadNode(ReadOnlySpan<byte> bytes, int maxBytes) => ObjectOf(CanonicalJson.Read, bytes, maxBytes);

    /// <summary>An object, however it is spelled: for an entry, which is compared as a whole or was when it went in.</summary>
    internal static JsonObject ParseNode(ReadOnlySpan<byte> bytes, int maxBytes) => ObjectOf(CanonicalJson.Parse, bytes, maxBytes);

    private static JsonObject ObjectOf(Reader read, ReadOnlySpan<byte> bytes, int maxBytes)
    {
        try
        {
            return read(bytes, maxBytes) as JsonObject ?? throw new ProtocolException(ProtocolFault.Malformed, "the message is not a JSON object");
        }
        catch (CanonicalJsonException fault)
        {
            throw new ProtocolException(ProtocolFault.Malformed, fault.Message, fault);
        }
    }

    private delegate JsonNode? Reader(ReadOnlySpan<byte> bytes, int maxBytes);

    internal static object FromNode(JsonNode? node, Type type)
    {
        try
        {
            return node.Deserialize(type, Options) ?? throw new ProtocolException(ProtocolFault.Malformed, $"{type.Name} is null");
        }
        catch (Exception fault) when (fault is JsonException or NotSupportedException or ArgumentException or InvalidOperationException or FormatException or OverflowException)
        {
            throw new ProtocolException(ProtocolFault.Malformed, $"{type.Name} is not of its shape", fault);
        }
    }

    private static JsonSerializerOptions Create()
    {
        var options = new JsonSerializerOptions
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
            RespectNullableAnnotations = true,
            RespectRequiredConstructorParameters = true,
            IgnoreReadOnlyProperties = true,
            MaxDepth = 32,
            Converters = { new InstantConverter(), new DigestConverter(), new CodeConverterFactory(), new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
        };
        options.MakeReadOnly(populateMissingResolver: true);
        return options;
    }

    private sealed class InstantConverter : JsonConverter<DateTimeOffset>
    {
        public override DateTimeOffset Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            DateTimeOffset.FromUnixTimeMilliseconds(reader.GetInt64());

        public override void Write(Utf8JsonWriter writer, DateTimeOffset value, JsonSerializerOptions options) =>
            writer.WriteNumberValue(value.ToUnixTimeMilliseconds());
    }

    private sealed class DigestConverter : JsonConverter<Digest>
    {
        public override Digest Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => new(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, Digest value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }

    /// <summary>Every code is its value; each kind has its own constructor, found once.</summary>
    private sealed class CodeConverterFactory : JsonConverterFactory
    {
        public override bool CanConvert(Type typeToConvert) => typeToConvert.IsSubclassOf(typeof(Code));

        public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) => typeToConvert.Name switch
        {
            nameof(EngagementId) => new CodeConverter<EngagementId>(value => new(value)),
            nameof(OrganisationId) => new CodeConverter<OrganisationId>(value => new(value)),
            nameof(PersonId) => new CodeConverter<PersonId>(value => new(value)),
            nameof(StationId) => new CodeConverter<StationId>(value => new(value)),
            nameof(SiteId) => new CodeConverter<SiteId>(value => new(value)),
            nameof(MediumId) => new CodeConverter<MediumId>(value => new(value)),
            nameof(DatasetId) => new CodeConverter<DatasetId>(value => new(value)),
            nameof(TemplateId) => new CodeConverter<TemplateId>(value => new(value)),
            nameof(CarryOutId) => new CodeConverter<CarryOutId>(value => new(value)),
            nameof(CopyId) => new CodeConverter<CopyId>(value => new(value)),
            nameof(IncidentId) => new CodeConverter<IncidentId>(value => new(value)),
            nameof(SeriesId) => new CodeConverter<SeriesId>(value => new(value)),
            nameof(LawPackId) => new CodeConverter<LawPackId>(value => new(value)),
            _ => throw new NotSupportedException(typeToConvert.Name),
        };
    }

    private sealed class CodeConverter<T>(Func<string, T> create) : JsonConverter<T> where T : Code
    {
        public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => create(reader.GetString()!);

        public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.Value);
    }
}
