namespace Azukari.Server;

/// <summary>A file that only the service's account can read; it appears whole or not at all.</summary>
internal static class SecretFile
{
    internal static void Create(string path, ReadOnlySpan<byte> content)
    {
        var half = $"{path}.new";
        File.Delete(half);

        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.WriteThrough };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        using (var file = new FileStream(half, options)) file.Write(content);

        File.Move(half, path, overwrite: false);
    }
}
