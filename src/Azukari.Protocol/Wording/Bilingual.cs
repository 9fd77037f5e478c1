namespace Azukari.Protocol.Wording;

/// <summary>Something said to people, in both languages of the house. One without the other does not compile.</summary>
/// <param name="Ja">Japanese.</param>
/// <param name="En">English.</param>
public sealed record Bilingual(string Ja, string En);

/// <summary>What a reason says: what is wrong, and what to do next. Neither names or blames anybody.</summary>
public sealed record ReasonText(Bilingual Says, Bilingual Next);
