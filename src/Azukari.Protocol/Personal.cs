using System.Text.Json;
using System.Text.Json.Serialization;

namespace Azukari.Protocol;

/// <summary>What is about a person and must not slip out: no text, no log and no JSON shows it. Whoever shows it says why (design §5).</summary>
[JsonConverter(typeof(PersonalConverterFactory))]
public sealed record Personal<T>
{
    private readonly T _value;

    /// <summary>Wraps a value; from here on only <see cref="Reveal"/> gives it out.</summary>
    public Personal(T value) => _value = value;

    /// <summary>The value, for a reason that a reviewer can search for.</summary>
    /// <param name="reason">Where it goes and who reads it there; not empty.</param>
    public T Reveal(string reason)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(reason);
        return _value;
    }

    /// <summary>Never the value.</summary>
    public override string ToString() => "[personal]";
}

/// <summary>Refuses both ways: what is personal is written by hand, or not at all.</summary>
public sealed class PersonalConverterFactory : JsonConverterFactory
{
    /// <inheritdoc/>
    public override bool CanConvert(Type typeToConvert) => typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Personal<>);

    /// <inheritdoc/>
    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        throw new NotSupportedException("what is personal has no JSON; reveal it for a reason and write that");
}
