using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Azukari.Age;
using Azukari.Protocol.Signatures;

namespace Azukari.Cli.Stations;

/// <summary>What this program can do here, tried out: ciphers, signatures, and files that reach the disk.</summary>
internal static class OwnMeans
{
    private const long LeastFree = 1L << 30;

    internal static IEnumerable<Look> Ciphers()
    {
        yield return Look.Good("build", $"{typeof(OwnMeans).Assembly.GetName().Version} {RuntimeInformation.FrameworkDescription} {RuntimeInformation.RuntimeIdentifier}", "", "");
        yield return ChaCha20Poly1305.IsSupported
            ? Look.Good("bulk-cipher", "", "計算機の暗号機能を使えます。", "the platform's cipher is used")
            : Look.Decide("bulk-cipher", "", "計算機に暗号機能がないため、低速な方法を使います。", "this platform has none; the slower one is used");
        yield return Works(RoundTrip)
            ? Look.Good("key-cipher", "mlkem768x25519", "鍵を作り、封じ、開けることができます。", "keys can be made, wrapped and unwrapped")
            : Look.Wrong("key-cipher", "mlkem768x25519", "鍵を作れません。プログラムを入れ直してください。", "no key can be made here; install the program again");
        yield return Works(SignAndVerify)
            ? Look.Good("signatures", "ES256", "署名できます。", "signatures can be made")
            : Look.Wrong("signatures", "ES256", "署名できません。プログラムを入れ直してください。", "no signature can be made here; install the program again");
    }

    /// <summary>The station's folder: who else can read it, whether a written file really reaches the disk, how much room there is.</summary>
    internal static IEnumerable<Look> Folder(string folder)
    {
        string[] open = [.. new[] { folder, Path.Combine(folder, "station.key"), Path.Combine(folder, "identities") }.Where(path => Path.Exists(path) && IsOpenToOthers(path))];
        yield return open.Length == 0
            ? Look.Good("rights", "", "端末のフォルダーは所有者だけが開けます。", "only its owner opens the station's folder")
            : Look.Wrong("rights", string.Join(' ', open.Select(Path.GetFileName)), "ほかの利用者も開けます。所有者だけにしてください。", "others can open it; leave it to its owner");

        yield return Works(() => Probe(folder))
            ? Look.Good("durable", "", "書いたものはディスクに届きます。", "what is written reaches the disk")
            : Look.Wrong("durable", "", "書いたものがディスクに届きません。この端末では封緘も開封もしないでください。", "what is written does not reach the disk; neither seal nor open here");

        var free = new DriveInfo(Path.GetFullPath(folder)).AvailableFreeSpace;
        yield return free >= LeastFree
            ? Look.Good("disk", $"{free >> 20} MiB", "空き容量は足りています。", "there is room")
            : Look.Decide("disk", $"{free >> 20} MiB", "空き容量が少なくなっています。", "little room is left");
    }

    private static bool IsOpenToOthers(string path)
    {
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        return !OperatingSystem.IsWindows() && (File.GetUnixFileMode(path) & ~owner) != 0;
    }

    private static void RoundTrip()
    {
        using var identity = HybridIdentity.Generate();
        if (!AgeFile.Decrypt(AgeFile.Encrypt("azukari"u8.ToArray(), [identity.Recipient]), [identity]).AsSpan().SequenceEqual("azukari"u8)) throw new CryptographicException("it does not come back as it was");
    }

    private static void SignAndVerify()
    {
        using var key = SigningKey.Generate();
        if (!Sshsig.Verify(Sshsig.Sign(key, "azukari.doctor", "azukari"u8), key.PublicKey, "azukari.doctor", "azukari"u8)) throw new CryptographicException("it does not verify");
    }

    private static void Probe(string folder)
    {
        var path = Path.Combine(folder, "doctor");
        DurableFile.Write(path, "azukari"u8);
        DurableFile.Remove(path);
    }

    private static bool Works(Action attempt)
    {
        try
        {
            attempt();
            return true;
        }
        catch (Exception fault) when (fault is CryptographicException or AgeException or DllNotFoundException or TypeInitializationException or PlatformNotSupportedException or IOException or UnauthorizedAccessException)
        {
            return false; // What that means is said in the finding.
        }
    }
}
