using Azukari.Cli.Front;

namespace Azukari.Cli.Stations;

/// <summary>Files that hold a secret: made with mode 0600 and durable before anybody relies on them, refused when others may read them.</summary>
internal static class SecretFile
{
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    /// <exception cref="IOException">There is such a file, or it did not reach the device.</exception>
    internal static void Write(string path, ReadOnlySpan<byte> secret) => DurableFile.Create(path, secret);

    internal static byte[] Read(string path, int maxBytes)
    {
        if (!OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~OwnerOnly) != 0)
        {
            throw StopException.BadInput(
                $"鍵ファイルを他の人も読めます: {Path.GetFileName(path)}", $"others may read the key file {Path.GetFileName(path)}", "chmod 600 で本人だけが読めるようにしてください。", "Make it readable by you alone: chmod 600.");
        }

        using var file = new FileStream(path, FileMode.Open, FileAccess.Read);
        if (file.Length > maxBytes) throw StopException.BadInput("鍵ファイルが大きすぎます。", "the key file is too large");

        // Pinned, so that the collector leaves no copy behind when it moves things.
        var bytes = GC.AllocateUninitializedArray<byte>((int)file.Length, pinned: true);
        file.ReadExactly(bytes);
        return bytes;
    }
}
