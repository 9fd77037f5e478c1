using Azukari.Protocol.Wording;

namespace Azukari.Pages;

/// <summary>What every page needs besides its own matter: language, address, whose page it is, the moment it was asked for.</summary>
/// <param name="Japanese">Japanese, or else English.</param>
/// <param name="Path">The page's own path and query, for the way back.</param>
/// <param name="Viewer">Whoever is signed in, as pages show them; null for nobody.</param>
/// <param name="FormToken">Proves that a form is ours (antiforgery).</param>
/// <param name="Now">The moment.</param>
public sealed record Frame(bool Japanese, string Path, Viewer? Viewer, string FormToken, DateTimeOffset Now)
{
    /// <summary>The name of the field that carries <see cref="FormToken"/>.</summary>
    public const string FormField = "form";

    /// <summary>The sentence in the page's language.</summary>
    public string Say(string ja, string en) => Japanese ? ja : en;

    /// <summary>The sentence in the page's language.</summary>
    public string Say(Words words) => words.In(Japanese);

    /// <summary>The instant in the page's language.</summary>
    public string At(DateTimeOffset at, string? zone) => InstantWording.Of(at, zone).In(Japanese);
}

/// <summary>Whoever is signed in, as pages show them: the pseudonyms under which the records know this passkey.</summary>
public sealed record Viewer(IReadOnlyList<ViewerIn> In);

/// <summary>The viewer in one engagement.</summary>
public sealed record ViewerIn(string Engagement, string Person, string Organisation);
