namespace Azukari.Testing;

/// <summary>A folder of its own for one test, gone afterwards.</summary>
public sealed class TempFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("azukari-test-");

    /// <summary>Its full path.</summary>
    public string FullPath => _folder.FullName;

    /// <summary>The path of a file in it, which may or may not exist.</summary>
    public string File(string name) => Path.Combine(FullPath, name);

    /// <inheritdoc/>
    public void Dispose() => _folder.Delete(recursive: true);
}
