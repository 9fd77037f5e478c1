using Azukari.Shared;

namespace Azukari.Demo.Machines;

/// <summary>The demo's folders, made anew at each run and left behind for whoever wants to look, and free ports on loopback.</summary>
internal sealed class Rooms
{
    private readonly string root;
    private int drafts;

    internal Rooms(string? folder)
    {
        root = folder ?? BuildOutput.DemoFolder;
        if (Directory.Exists(root)) Directory.Delete(root, recursive: true);
        foreach (var name in new[] { "keys", "logs", "drafts", "source", "media", "call-centre", "stations", "desks", "evidence" }) Directory.CreateDirectory(this[name]);
    }

    internal string this[params string[] parts] => Path.Combine([root, .. parts]);

    internal string NewDraft() => this["drafts", $"{++drafts:d4}"];

    /// <summary>An address for a program that is started later.</summary>
    internal static string FreeAddress() => $"http://127.0.0.1:{FreePort.Next()}";
}
