namespace Azukari.Protocol.Documents;

/// <summary>How documents and encodings are named in addresses and on the command line.</summary>
public static class DocumentNames
{
    /// <summary>Every document by its name.</summary>
    public static IReadOnlyDictionary<string, DocumentKind> Kinds { get; } = new Dictionary<string, DocumentKind>(StringComparer.Ordinal)
    {
        ["application"] = DocumentKind.Application,
        ["reentrustment"] = DocumentKind.Reentrustment,
        ["label"] = DocumentKind.Label,
        ["carry-outs"] = DocumentKind.CarryOuts,
        ["media"] = DocumentKind.Media,
        ["people"] = DocumentKind.People,
    };

    /// <summary>The document of that name, or null.</summary>
    public static DocumentKind? KindOf(string name) => Kinds.TryGetValue(name, out var kind) ? kind : null;

    /// <summary>The encoding of that name, or null.</summary>
    public static OfficeEncoding? EncodingOf(string name) => name switch
    {
        "utf-8" => OfficeEncoding.Utf8,
        "cp932" => OfficeEncoding.Cp932,
        _ => null,
    };
}
