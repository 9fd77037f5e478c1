using Azukari.Protocol.Wording;

namespace Azukari.Cli.Stations;

/// <summary>How much a finding matters.</summary>
internal enum LookWeight
{
    /// <summary>As it must be.</summary>
    Good,

    /// <summary>It works, and somebody should decide whether it is meant so.</summary>
    Decide,

    /// <summary>What a station promises does not hold on this computer.</summary>
    Wrong,
}

/// <summary>One thing that <c>azukari doctor</c> looked at.</summary>
/// <param name="Code">Stable, for whoever watches by program.</param>
/// <param name="About">A number, a path or a setting; no personal data.</param>
/// <param name="Says">What it means and what to do.</param>
internal sealed record Look(LookWeight Weight, string Code, string About, Words Says)
{
    internal static Look Good(string code, string about, string ja, string en) => new(LookWeight.Good, code, about, new(ja, en));

    internal static Look Decide(string code, string about, string ja, string en) => new(LookWeight.Decide, code, about, new(ja, en));

    internal static Look Wrong(string code, string about, string ja, string en) => new(LookWeight.Wrong, code, about, new(ja, en));
}
