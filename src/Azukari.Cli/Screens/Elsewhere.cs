using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Pages;
using Azukari.Protocol;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Wording;

namespace Azukari.Cli.Screens;

/// <summary>Those who stand in front of this screen and sign on their own telephone: a passkey signs at the service's address alone, and the code that is typed there is on this screen alone (R11).</summary>
internal sealed class Elsewhere(StationTable table, Engagement facts)
{
    /// <summary>Everybody with a passkey and a duty.</summary>
    internal static IEnumerable<Person> Of(Engagement facts, DateTimeOffset now) => facts.People.Values
        .Where(person => person is { Key.Origin: not null, Left: null } && person.Terms.Any(term => term.Covers(now))).OrderBy(person => person.Id.Value, StringComparer.Ordinal);

    /// <summary>Where this person signs, or null for one who signs with a key file.</summary>
    internal string? AddressFor(Deed deed, PersonId person)
    {
        if (deed.Code is null || StationAct.PresenceOf(deed.Plan!.Act) is not { } presence || facts.People.GetValueOrDefault(person)?.Key.Origin is not { } origin || table.Room.KeyOf(facts, person) is not null) return null;

        var medium = deed.What.Medium is { } name ? $"&medium={Uri.EscapeDataString(name)}" : "";
        return $"{origin}/engagements/{facts.Founding!.Engagement}/at-station/{presence.Station}?act={deed.Plan.Act.GetType().Name}&carry-out={Uri.EscapeDataString(deed.What.About)}{medium}";
    }

    /// <summary>Takes over what was signed since: a signature that fits the person's key and this very draft. Says why it could not ask.</summary>
    internal async Task<Words?> FetchAsync(Deed deed, DateTimeOffset now, CancellationToken cancellation)
    {
        if (deed is not { Run: null, Draft: { } draft } || deed.IsTooOld(now) || !deed.By.Any(by => !draft.IsSignedBy(by.Person) && AddressFor(deed, by.Person) is not null)) return null;

        try
        {
            foreach (var signed in await table.Record.SignaturesAsync(StationAct.PresenceOf(deed.Plan!.Act)!.Nonce, cancellation))
                if (signed.People is [var person] && deed.By.Any(by => by.Person == person.By.Person) && !draft.IsSignedBy(person.By.Person) && Fits(deed, draft.Draft(), person)) draft.Add(signed);
            return null;
        }
        catch (Exception silence) when (silence is HttpRequestException or Front.StopException)
        {
            return new("サーバーに署名を取りに行けません。つながると、自動で続きます。", "The service does not give the signatures out now; this goes on by itself when it does.");
        }
    }

    /// <summary>What it says must be what this screen shows: the same case, the same code, the same act.</summary>
    private bool Fits(Deed deed, DraftAct draft, PersonSignature person)
    {
        try
        {
            ActVerifier.Verify(facts, new(draft.Engagement, deed.Plan!.Act, [person], null));
            return person.Form == SignatureForm.Passkey && facts.People.TryGetValue(person.By.Person, out var known) && known.Key.Id == person.By.Key;
        }
        catch (ProtocolException)
        {
            return false; // Signed for another act or by another key: it is nobody's here.
        }
    }
}
