namespace Azukari.Server.Upkeep;

/// <summary>How much it matters.</summary>
internal enum Weight
{
    /// <summary>As it must be.</summary>
    Good,

    /// <summary>It works, and somebody should look.</summary>
    Look,

    /// <summary>Something that is promised does not hold.</summary>
    Wrong,
}

/// <summary>One thing that the doctor looked at.</summary>
/// <param name="Code">Stable, for whoever watches by program.</param>
/// <param name="About">Which engagement, file or setting; no personal data.</param>
internal sealed record Finding(Weight Weight, string Code, string About, string Ja = "", string En = "")
{
    internal string Line => $"{Weight.ToString().ToLowerInvariant(),-6} {Code,-18} {About}{(Ja.Length > 0 ? $"  {Ja} / {En}" : "")}";

    internal static Finding Of(bool good, string code, string about, string ja, string en) => good ? new(Weight.Good, code, about) : new(Weight.Wrong, code, about, ja, en);
}
