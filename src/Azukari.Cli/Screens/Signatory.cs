using Azukari.Domain;
using Azukari.Domain.Engagements;

namespace Azukari.Cli.Screens;

/// <summary>How somebody signs who stands in front of this screen.</summary>
public enum SigningWay
{
    /// <summary>With the key file that is plugged in: for tests and the demo.</summary>
    KeyFile,

    /// <summary>By touching the security key that is plugged in here; no network is needed.</summary>
    Touch,

    /// <summary>With the passkey, on the own telephone.</summary>
    Telephone,
}

/// <summary>Somebody who can sign, and how.</summary>
/// <param name="Person">Who.</param>
/// <param name="Way">How.</param>
/// <param name="HasTelephone">Whether the person could sign on the telephone where the key for stations is not at hand.</param>
public sealed record Signatory(Person Person, SigningWay Way, bool HasTelephone = false)
{
    /// <summary>The key that signs.</summary>
    public Digest Key => Way == SigningWay.Touch ? Person.KeyAtStations!.Id : Person.Key.Id;
}

/// <summary>Who can sign at this screen now, each in one way.</summary>
internal static class Signatories
{
    /// <param name="table">The screen; a key for stations signs at the very address at which it was made.</param>
    /// <param name="seen">The record and the desk.</param>
    /// <param name="now">The time that the rules see.</param>
    /// <param name="byTelephone">Whether the act is one that is signed with the code on the screen; where there is no network nobody is reached.</param>
    /// <param name="notHere">Who has said that the key for stations is not at hand.</param>
    internal static IReadOnlyList<Signatory> Of(StationTable table, Seen seen, DateTimeOffset now, bool byTelephone, IReadOnlyCollection<string?> notHere)
    {
        var files = table.Room.People(seen.Facts).Select(key => key.Person.Id).ToHashSet();
        return [.. seen.Facts.People.Values.Where(person => person.Left is null).OrderBy(person => person.Id.Value, StringComparer.Ordinal).Select(Of).OfType<Signatory>().OrderBy(one => one.Way)];

        Signatory? Of(Person person)
        {
            if (files.Contains(person.Id)) return new(person, SigningWay.KeyFile);
            if (!person.Terms.Any(term => term.Covers(now))) return null;

            var hasTelephone = byTelephone && seen.Desk.Server is not null && person.Key.Origin is not null;
            if (Touches(person, table) && !(hasTelephone && notHere.Contains(person.Id.Value))) return new(person, SigningWay.Touch, hasTelephone);
            return hasTelephone ? new(person, SigningWay.Telephone) : null;
        }
    }

    /// <summary>Whether the person has a key for this screen.</summary>
    internal static bool Touches(Person person, StationTable table) => person.KeyAtStations?.Origin == table.Door.Origin;
}
