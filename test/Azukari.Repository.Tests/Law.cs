namespace Azukari.Repository.Tests;

/// <summary>A law of the repository holds when nobody breaks it; else the failure names everybody who does, one a line.</summary>
internal static class Law
{
    public static void HoldsFor<T>(IEnumerable<T> offenders)
    {
        string[] all = [.. offenders.Select(offender => $"{offender}")];
        Assert.True(all.Length == 0, string.Join('\n', ["broken by", .. all]));
    }
}
