using System.Globalization;
using Azukari.Domain.Applications;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Wording;

namespace Azukari.Server.Applications;

/// <summary>The times of a window as a form's fields. A field that was left as it stood keeps its exact moment, which a form shows to the minute.</summary>
/// <param name="Facts">The engagement, in whose zone they are told.</param>
/// <param name="Before">The window as it stands.</param>
/// <param name="Query">What was typed; a field that is not there was left.</param>
public sealed record WindowForm(Engagement Facts, CarryWindow Before, IQueryCollection Query)
{
    private const string Form = "yyyy-MM-dd'T'HH:mm";

    /// <summary>The fields in the order of the journey, with their labels and what stands in them.</summary>
    public IReadOnlyList<(string Name, Words Label, string Text)> Fields =>
    [
        ("from", new("封緘してよい時刻", "Not sealed before"), Shown("from", Before.From)),
        ("out", new("持出期限", "Leaves by"), Shown("out", Before.OutBy)),
        ("open", new("開封期限", "Opened by"), Shown("open", Before.OpenBy)),
        ("ends", new("作業終了", "Work ends"), Shown("ends", Before.WorkEnds)),
        ("erase", new("現地消去の期限", "Erased at the site by"), Shown("erase", Before.EraseBy)),
    ];

    /// <summary>The window that is asked for; null where a field is no time.</summary>
    internal CarryWindow? Read() =>
        Of("from", Before.From) is { } from && Of("out", Before.OutBy) is { } leaves && Of("open", Before.OpenBy) is { } open && Of("ends", Before.WorkEnds) is { } ends && Of("erase", Before.EraseBy) is { } erase
            ? new(from, leaves, open, ends, erase) : null;

    private string Shown(string name, DateTimeOffset before) => Query[name] is [{ } text] ? text : Text(before);

    private string Text(DateTimeOffset at) => TimeZoneInfo.ConvertTime(at, InstantWording.ZoneOf(Facts)).ToString(Form, CultureInfo.InvariantCulture);

    private DateTimeOffset? Of(string name, DateTimeOffset before)
    {
        if (Query[name] is not [{ } text] || text == Text(before)) return before;

        var zone = InstantWording.ZoneOf(Facts);
        return DateTime.TryParseExact(text, Form, CultureInfo.InvariantCulture, DateTimeStyles.None, out var local) && local.Year is >= 2000 and <= 2100 && !zone.IsInvalidTime(local)
            ? new DateTimeOffset(local, zone.GetUtcOffset(local)).ToUniversalTime() : null;
    }
}
