using System.Globalization;

namespace Azukari.Testing;

/// <summary>How often the deep tests try their luck.</summary>
public static class Often
{
    /// <summary>So many times, or a multiple of it: <c>AZUKARI_OFTEN=5 ./check --deep</c> tries everything five times as often.</summary>
    public static int Times(int ordinary) =>
        int.TryParse(Environment.GetEnvironmentVariable("AZUKARI_OFTEN"), NumberStyles.None, CultureInfo.InvariantCulture, out var multiple) ? ordinary * Math.Max(1, multiple) : ordinary;
}
