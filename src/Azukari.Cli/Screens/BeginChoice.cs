using System.Security.Cryptography;
using System.Text;
using Azukari.Domain;
using Azukari.Domain.Custody;
using Azukari.Domain.Engagements;
using Microsoft.AspNetCore.Http;

namespace Azukari.Cli.Screens;

/// <summary>What can be chosen about a deed that people sign, as it is chosen now, and what the rules say to it.</summary>
public sealed class BeginChoice
{
    private const string Alphabet = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    internal BeginChoice(Engagement facts, Act act, IReadOnlyList<Signatory> able, Casting casting, IQueryCollection query)
    {
        (Facts, Act, Able, Casting) = (facts, act, able, casting);
        (CarryOut, Volumes) = (facts.Find(act.Subject)!, DeedPlan.VolumesChosen(facts.Find(act.Subject)!, query));
        Seal = query["seal"] is [{ Length: > 0 } read] ? read : null;
    }

    /// <summary>The record.</summary>
    public Engagement Facts { get; }

    /// <summary>The act as it would be.</summary>
    public Act Act { get; }

    /// <summary>The case.</summary>
    public CarryOut CarryOut { get; }

    /// <summary>Who can sign here, and how.</summary>
    public IReadOnlyList<Signatory> Able { get; }

    /// <summary>Who is to sign, in which duty, and what the rules say to it.</summary>
    public Casting Casting { get; }

    /// <summary>On how many media the data is spread; the rest are spares.</summary>
    public int Volumes { get; }

    /// <summary>The number that was read on the seal, or null.</summary>
    public string? Seal { get; }

    /// <summary>Whether somebody has yet to say which number stands on the seal.</summary>
    public bool NeedsSeal => Act is HandOver && CarryOut.Loaded is null && !CarryOut.Erasure.Values.Any(steps => steps.Site is not null || steps.Cleared is not null);

    /// <summary>The seal's number among others: whoever chooses has read it.</summary>
    public IReadOnlyList<string> SealNumbers => [.. Decoys(CarryOut.Seal!.Measured.SealNumber).Append(CarryOut.Seal.Measured.SealNumber).Order(StringComparer.Ordinal)];

    /// <summary>Of these somebody's key is not here.</summary>
    public IEnumerable<PersonId> Absent => Casting.By.Select(by => by.Person).Where(person => Able.All(one => one.Person.Id != person));

    /// <summary>Who may receive it, as on the service's page.</summary>
    public IEnumerable<PersonId> Receivers(DateTimeOffset now) => CarryOut.Plan.Custodians.Where(Facts.People.ContainsKey)
        .Union(Facts.People.Values.Where(person => person.Left is null && person.Held(Role.Keeper, now)).Select(person => person.Id)).OrderBy(id => id.Value, StringComparer.Ordinal);

    private static IEnumerable<string> Decoys(string number) => Enumerable.Range(1, 3)
        .Select(n => string.Concat(SHA256.HashData(Encoding.UTF8.GetBytes($"{n} {number}")).Take(number.Length).Select(b => Alphabet[b % Alphabet.Length])));
}
