using Azukari.Domain.Engagements;
using Azukari.Domain.Media;

namespace Azukari.Cli.Screens;

/// <summary>What can be chosen about a medium that enters the register, as it is chosen now, and what the rules say to it.</summary>
/// <param name="Facts">The record.</param>
/// <param name="Number">The property number, as it was typed or as it would follow.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Home">Where it is kept, or null.</param>
/// <param name="Able">The owner's officers who can sign here.</param>
/// <param name="Signer">Who signs, or null.</param>
/// <param name="Act">The act as it would be if the medium stores what it promises; null where the number is none.</param>
/// <param name="Casting">In which duty, and what the rules say to it; null where nobody signs yet, or nothing.</param>
public sealed record MediumChoice(
    Engagement Facts, string Number, MediumKind Kind, string? Home, IReadOnlyList<Signatory> Able, Signatory? Signer, AdmitMedium? Act, Casting? Casting);
