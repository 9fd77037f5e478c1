using System.Globalization;
using Azukari.Demo.City;

namespace Azukari.Demo;

/// <summary>What the visitor asked for.</summary>
/// <param name="Once">Exit at the end instead of leaving the server up.</param>
/// <param name="People">How many residents the invented city has.</param>
/// <param name="Json">Where to write the result, or null.</param>
/// <param name="Replay">The one replay file to play instead of everything else, or null.</param>
/// <param name="Folder">The folder to work in, made anew, or null for the usual one.</param>
internal sealed record DemoOptions(bool Once, int People, string? Json, string? Folder, string? Replay = null)
{
    internal const string Usage = "./demo [--once] [--people N] [--json FILE] [--folder FOLDER] | ./demo --replay FILE [--json FILE] [--folder FOLDER]";

    internal static DemoOptions? Parse(string[] words)
    {
        var options = new DemoOptions(Once: false, SyntheticCity.FullSize, null, null);
        for (var index = 0; index < words.Length; index++)
        {
            var next = index + 1 < words.Length ? words[index + 1] : null;
            switch (words[index])
            {
                case "--once":
                    options = options with { Once = true };
                    break;
                case "--people" when int.TryParse(next, NumberStyles.None, CultureInfo.InvariantCulture, out var people) && people >= 10:
                    (options, index) = (options with { People = people }, index + 1);
                    break;
                case "--json" when next is not null:
                    (options, index) = (options with { Json = Path.GetFullPath(next) }, index + 1);
                    break;
                case "--folder" when next is not null:
                    (options, index) = (options with { Folder = Path.GetFullPath(next) }, index + 1);
                    break;
                case "--replay" when next is not null:
                    (options, index) = (options with { Replay = Path.GetFullPath(next) }, index + 1);
                    break;
                default:
                    return null;
            }
        }

        return options;
    }
}
