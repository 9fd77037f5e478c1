using Azukari.Domain.Engagements;
using Azukari.Pages;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Wording;

namespace Azukari.Cli.Screens;

/// <summary>Those who stand in front of this screen and sign on their own telephone: a passkey of the service signs at the service's address alone, and the code that is typed there is on this screen alone (R11).</summary>
internal sealed class Elsewhere(StationTable table, Engagement facts)
{
    /// <summary>Where this person signs, or null for one who signs here.</summary>
    internal string? AddressFor(Deed deed, StatementBy by)
    {
        if (StationAct.PresenceOf(deed.Plan!.Act) is not { } presence || deed.WayOf(by) != SigningWay.Telephone || facts.People.GetValueOrDefault(by.Person)?.Key.Origin is not { } origin) return null;

        var fields = StationAct.FieldsOf(deed.Plan.Act).Select(field => $"{field.Key}={Uri.EscapeDataString(field.Value)}");
        return $"{origin}/engagements/{facts.Founding!.Engagement}/at-station/{presence.Station}?{string.Join('&', fields)}";
    }

    /// <summary>Takes over what was signed since: a signature that fits the person's key and this very draft. Says why it could not ask.</summary>
    internal async Task<Words?> FetchAsync(Deed deed, DateTimeOffset now, CancellationToken cancellation)
    {
        if (deed is not { Run: null, Draft: { } draft } || deed.IsTooOld(now) || !deed.By.Any(by => !draft.IsSignedBy(by.Person) && AddressFor(deed, by) is not null)) return null;

        try
        {
            foreach (var signed in await table.Record.SignaturesAsync(StationAct.PresenceOf(deed.Plan!.Act)!.Nonce, cancellation))
                if (signed.People is [var person] && deed.By.Any(by => by.Person == person.By.Person) && !draft.IsSignedBy(person.By.Person) && deed.Fits(facts, person, facts.People.GetValueOrDefault(person.By.Person)?.Key)) draft.Add(signed);
            return null;
        }
        catch (Exception silence) when (silence is HttpRequestException or Front.StopException)
        {
            return new("サーバーに署名を取りに行けません。つながると、自動で続きます。", "The service does not give the signatures out now; this goes on by itself when it does.");
        }
    }
}
