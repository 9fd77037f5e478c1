using System.Diagnostics;
using System.Globalization;

namespace Azukari.Demo.Tests.Front;

/// <summary>How messages travel between rooms: each name that a verb is given to write to, and the one that the next verb reads from.</summary>
internal abstract class Carriage(string folder)
{
    private int messages;

    /// <summary>How many entries the room has already, said where that saves carrying them.</summary>
    internal abstract string[] After(long entries);

    internal string Next() => Named(Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{++messages:d2}")));

    internal abstract Task<string> CarriedAsync(string made);

    protected abstract string Named(string path);

    /// <summary>As files.</summary>
    internal sealed class Files(string folder) : Carriage(folder)
    {
        internal override string[] After(long entries) => [];

        internal override Task<string> CarriedAsync(string made) => Task.FromResult(made);

        protected override string Named(string path) => path + ".json";
    }

    /// <summary>As symbols, drawn by one room and photographed in the other; what the camera decoded is typed, a line a symbol.</summary>
    internal sealed class Symbols(string folder) : Carriage(folder)
    {
        internal List<int> Counts { get; } = [];

        internal override string[] After(long entries) => ["--after", entries.ToString(CultureInfo.InvariantCulture)];

        internal override async Task<string> CarriedAsync(string made)
        {
            var drawn = made["qr:".Length..];
            var pictures = Directory.GetFiles(drawn, "symbol-*.png");
            Counts.Add(pictures.Length);

            using var camera = Process.Start(new ProcessStartInfo("zbarimg", ["--raw", "--quiet", "--nodbus", "-Sdisable", "-Sqrcode.enable", .. pictures]) { RedirectStandardOutput = true, RedirectStandardError = true })!;
            var seen = await camera.StandardOutput.ReadToEndAsync();
            await camera.WaitForExitAsync();
            await File.WriteAllTextAsync(drawn + ".txt", seen);
            return $"qr:{drawn}.txt";
        }

        protected override string Named(string path) => $"qr:{path}";
    }
}
