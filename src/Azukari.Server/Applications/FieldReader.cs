using System.Globalization;
using System.Text;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Wording;

namespace Azukari.Server.Applications;

/// <summary>What is wrong with one field of a form, so that it can stand beside it.</summary>
/// <param name="Field">The field's name.</param>
/// <param name="Says">What is wrong and what to do.</param>
public sealed record FieldFault(string Field, Words Says);

/// <summary>Reads what people type: full-width digits, commas and spaces are theirs to use; what cannot be read is named beside its field, and the rules see it as not stated.</summary>
internal sealed class FieldReader(DraftFields fields, Engagement facts)
{
    /// <summary>The longest free text, in characters: a paper holds three of them.</summary>
    internal const int LongestText = 2000;

    private readonly TimeZoneInfo zone = InstantWording.ZoneOf(facts);

    internal List<FieldFault> Faults { get; } = [];

    /// <summary>A free text, or null where there is none that can be taken.</summary>
    internal string? Text(string name)
    {
        var text = Plain(fields[name]).Trim();
        if (text.Length == 0) return null;
        if (text.Length > LongestText) return Fault<string>(name, new($"{LongestText:N0}字以内で書いてください（いま{text.Length:N0}字）。", $"Write at most {LongestText:N0} characters; these are {text.Length:N0}."));
        if (text.EnumerateRunes().Any(IsUnfit)) return Fault<string>(name, new("表示できない文字（制御文字・外字など）があります。消すか、別の文字にしてください。", "It holds characters that cannot be shown, such as control characters; remove or replace them."));
        return text;
    }

    internal long? Number(string name)
    {
        var text = new string([.. fields[name].Where(c => c is not (',' or '，' or '、' or '人') && !char.IsWhiteSpace(c)).Select(c => c is >= '０' and <= '９' ? (char)(c - '０' + '0') : c)]);
        if (text.Length == 0) return null;
        return long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number <= 1_000_000_000
            ? number : FaultOf<long>(name, new("人数を数字で入力してください（10億まで）。", "Enter a whole number of people, at most 1,000,000,000."));
    }

    /// <summary>A civil time in the engagement's zone, to the minute.</summary>
    internal DateTimeOffset? Instant(string name)
    {
        if (fields[name].Trim().Length == 0) return null;
        return Pages.CivilDay.Moment(zone, fields[name]) ?? FaultOf<DateTimeOffset>(name, new("日付と時刻を入力してください。", "Enter a day and a time of day."));
    }

    internal T Choice<T>(string name, T otherwise) where T : struct, Enum => Enum.TryParse<T>(fields[name], out var chosen) && Enum.IsDefined(chosen) && !char.IsAsciiDigit(fields[name][0]) ? chosen : otherwise;

    /// <summary>A code, or null where none was typed.</summary>
    internal T? Named<T>(string name, Func<string, T> make) where T : Code
    {
        var text = fields[name].Trim();
        if (text.Length == 0) return null;
        return Code.IsValid(text) ? make(text) : Fault<T>(name, new("番号は、英小文字・数字・点・ハイフンで64字までです。", "A number is up to 64 of a–z, 0–9, dot and hyphen."));
    }

    /// <summary>One kind of line end and of space: a document keeps no others apart.</summary>
    private static string Plain(string text) => new([.. text.ReplaceLineEndings("\n").Select(c => c == '\t' || char.GetUnicodeCategory(c) == UnicodeCategory.SpaceSeparator ? ' ' : c)]);

    private static bool IsUnfit(Rune rune) => rune.Value != '\n' && Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.Format
        or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.Surrogate;

    private T? Fault<T>(string field, Words says) where T : class
    {
        Faults.Add(new(field, says));
        return null;
    }

    private T? FaultOf<T>(string field, Words says) where T : struct
    {
        Faults.Add(new(field, says));
        return null;
    }
}
