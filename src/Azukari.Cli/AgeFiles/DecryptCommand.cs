using System.CommandLine;
using Azukari.Age;
using Azukari.Cli.Front;

namespace Azukari.Cli.AgeFiles;

/// <summary><c>azukari age decrypt</c>: what is not whole and unaltered never gets the output's name.</summary>
/// <remarks>Of a file, the end is authenticated before a byte comes out. To standard output authenticated chunks come as they are read, and the exit code
/// alone says whether they were all.</remarks>
internal static class DecryptCommand
{
    internal static Command Create() => new Command("decrypt", "decrypts / 復号")
    {
        AgeCommand.Input, AgeCommand.Identities, AgeCommand.Passphrase, AgeCommand.PassphraseFile, AgeCommand.Output, AgeCommand.Force, AgeCommand.Threads,
    }.Does(async (parsed, screen, cancellation) =>
    {
        AgeCommand.DemandNoSecret([parsed.GetValue(AgeCommand.Input)!, parsed.GetValue(AgeCommand.Output) ?? ""]);
        using var ring = KeyRing.Of(parsed, screen, parsed.GetValue(AgeCommand.Identities)!);
        var options = new AgeReadOptions { Threads = AgeCommand.ThreadsOf(parsed) };

        await Ways.RunAsync(parsed, screen, ("復号中", "decrypting"), secretOutput: true, new(
            (source, destination, progress) => AgeTransfer.DecryptAsync(source, destination, ring.Identities, options, progress, cancellation),
            async (source, destination, progress) =>
            {
                var (file, armored) = await Armor.OffAsync(source, cancellation);
                if (!armored && source is FileStream { CanSeek: true } onDisk) await AgeFile.OpenSeekable(onDisk.SafeFileHandle, ring.Identities).DisposeAsync();
                return await AgeTransfer.DecryptAsync(file, destination, ring.Identities, options, progress, cancellation);
            },
            ReadsText: true));
    });
}
