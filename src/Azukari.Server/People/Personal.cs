using System.Data;
using System.Text.Json;
using System.Text.Json.Serialization;
using Dapper;

namespace Azukari.Server.People;

/// <summary>Something about a person that must not slip into a log, an address or an entry. Printed it says nothing, as JSON it does not exist; it is read only by saying what for.</summary>
[JsonConverter(typeof(PersonalConverter))]
internal sealed class Personal(string value)
{
    /// <param name="why">What it is needed for, for whoever searches the source for every use.</param>
    internal string Reveal(string why) => why.Length > 0 ? value : throw new ArgumentException("say what for", nameof(why));

    public override string ToString() => "[personal]";
}

/// <summary>There is no way from here into JSON, and none back.</summary>
internal sealed class PersonalConverter : JsonConverter<Personal>
{
    public override Personal Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => throw new NotSupportedException("personal data is not read from JSON unawares");

    public override void Write(Utf8JsonWriter writer, Personal value, JsonSerializerOptions options) => throw new NotSupportedException("personal data is not written as JSON unawares");
}

/// <summary>To and from an erasable column.</summary>
internal sealed class PersonalColumn : SqlMapper.TypeHandler<Personal>
{
    internal static void Register() => SqlMapper.AddTypeHandler(new PersonalColumn());

    public override Personal Parse(object value) => new((string)value);

    public override void SetValue(IDbDataParameter parameter, Personal? value) => parameter.Value = value?.Reveal("kept in its erasable row");
}
