using Azukari.Domain;

namespace Azukari.Protocol.Wording;

/// <summary>A sentence in both languages, beside each other: one that lacks a language does not compile.</summary>
public sealed record Words(string Ja, string En)
{
    /// <summary>The sentence in the language asked for.</summary>
    public string In(bool japanese) => japanese ? Ja : En;
}

/// <summary>What a refusal says, and what to do next.</summary>
public sealed record ReasonText(Words Says, Words Next)
{
    /// <summary>The words of a refusal.</summary>
    public static ReasonText Of(Refusal refusal) => ReasonWording.Of(refusal.Because);
}
