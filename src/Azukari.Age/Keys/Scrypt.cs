using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Azukari.Age;

// libsodium's low-level scrypt, which takes age's 44-byte salt; the high-level ones insist on 32. The library comes with Geralt.
internal static partial class Scrypt
{
    public static void Derive(ReadOnlySpan<byte> passphrase, ReadOnlySpan<byte> salt, int log2Cost, Span<byte> key)
    {
        if (Initialize() < 0) // may be called as often as one likes
        {
            throw new PlatformNotSupportedException("libsodium does not start");
        }

        var result = Native(passphrase, (nuint)passphrase.Length, salt, (nuint)salt.Length, 1UL << log2Cost, 8, 1, key, (nuint)key.Length);
        if (result != 0)
        {
            throw new InsufficientMemoryException("scrypt could not get the memory that its cost asks for");
        }
    }

    [LibraryImport("libsodium", EntryPoint = "sodium_init")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial int Initialize();

    [LibraryImport("libsodium", EntryPoint = "crypto_pwhash_scryptsalsa208sha256_ll")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    [UnmanagedCallConv(CallConvs = [typeof(CallConvCdecl)])]
    private static partial int Native(
        ReadOnlySpan<byte> passphrase, nuint passphraseLength, ReadOnlySpan<byte> salt, nuint saltLength, ulong cost, uint block, uint parallel,
        Span<byte> key, nuint keyLength);
}
