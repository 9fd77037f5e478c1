namespace Azukari.RemovableMedia;

/// <summary>
/// The spelling of serial numbers: 4 to 64 of <c>A-Z a-z 0-9 . _ -</c>, compared byte for byte. One spelling only, because permits, labels and ledger
/// entries quote it; nothing in it can be mistaken for a path, a separator or a second line.
/// </summary>
public static class Serials
{
    /// <summary>Whether the text is a serial number by that spelling and not one character repeated, as unprogrammed controllers answer.</summary>
    public static bool IsSerial(string? text) =>
        text is { Length: >= 4 and <= 64 }
        && text.All(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '_' or '-')
        && text.Any(c => c != text[0]);
}
