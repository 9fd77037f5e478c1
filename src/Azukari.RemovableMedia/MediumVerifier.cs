using System.Text;
using Azukari.RemovableMedia.Platform;

namespace Azukari.RemovableMedia;

/// <summary>R19: looks a cleared medium through, by another person, on another device. Changes nothing.</summary>
public static class MediumVerifier
{
    private const int FindingsKept = 100;
    private static readonly byte[] s_ageHeader = Encoding.ASCII.GetBytes("age-encryption.org/v1");

    /// <summary>Looks for what is left: names, the header of age files, and the caller's markers, in files and on the whole device where it can be
    /// read.</summary>
    /// <param name="markers">Byte strings of at least 8 bytes that only the payload held, e.g. its first ciphertext block. May be empty.</param>
    /// <exception cref="MediumException"><see cref="MediumFault.WrongSerial"/>, or <see cref="MediumFault.ReadError"/>: what cannot be read is not
    /// verified.</exception>
    public static ClearVerification VerifyCleared(
        string folder,
        string expectedSerial,
        IReadOnlyList<ReadOnlyMemory<byte>> markers,
        TimeProvider clock,
        IProgress<MediumProgress>? progress = null,
        CancellationToken cancellation = default)
    {
        if (markers.Any(marker => marker.Length < 8)) throw new ArgumentException("a marker of less than 8 bytes would be found by chance", nameof(markers));

        var medium = RemovableMedium.Require(folder, expectedSerial);
        var started = clock.GetUtcNow();
        var scan = new Scan([s_ageHeader, .. markers.Select(marker => marker.ToArray())], progress, cancellation);
        var left = MediumContent.Of(folder);
        foreach (var file in left.Files) scan.Look(file, Path.GetRelativePath(folder, file));

        List<VerificationLimit> limits = [VerificationLimit.SpareCellsNotRead];
        if (medium.BlockDevice is not { } device) limits.Add(VerificationLimit.NoDevice);
        else if (!MayRead(device.WholeNode)) limits.Add(VerificationLimit.DeviceNotReadable);
        else scan.Look(device.WholeNode, device.WholeNode, medium.CapacityBytes);

        if (scan.Weakest is ReadPath.CacheDropped or ReadPath.Cached) limits.Add(VerificationLimit.ReadMayBeCached);
        if (medium.SerialSource is SerialSource.Declared) limits.Add(VerificationLimit.SerialOnlyDeclared);
        return new ClearVerification
        {
            EntriesLeft = [.. left.Files.Concat(left.Others).Concat(left.Folders).Select(path => Path.GetRelativePath(folder, path))],
            Findings = scan.Findings,
            FindingCount = scan.Count,
            BytesScanned = scan.Bytes,
            ReadPath = scan.Weakest,
            Medium = medium,
            StartedAt = started,
            FinishedAt = clock.GetUtcNow(),
            Limits = limits,
        };
    }

    private static bool MayRead(string device)
    {
        try
        {
            using var opened = LinuxFile.Open(device, Libc.ReadOnly, MediumFault.ReadError);
            return true;
        }
        catch (MediumException refused) when (refused.Fault is MediumFault.ReadError)
        {
            return false;
        }
    }

    private sealed class Scan(IReadOnlyList<byte[]> markers, IProgress<MediumProgress>? progress, CancellationToken cancellation)
    {
        public List<MarkerFinding> Findings { get; } = [];

        public long Count { get; private set; }

        public long Bytes { get; private set; }

        public ReadPath? Weakest { get; private set; }

        public void Look(string path, string name, long? deviceLength = null)
        {
            using var source = MediumReader.OpenUncached(path);
            var length = deviceLength ?? source.Length;
            if (Weakest is null || source.Path > Weakest) Weakest = source.Path;
            var scanned = MarkerScan.Run(
                source,
                markers,
                (offset, which) =>
                {
                    Count++;
                    if (Findings.Count < FindingsKept) Findings.Add(new MarkerFinding(name, offset, which - 1));
                },
                done => progress?.Report(new MediumProgress(MediumPhase.Scan, done, length)),
                cancellation);

            // A device that ends early, without an error, has not been looked through.
            if (scanned < length) throw new MediumException(MediumFault.ReadError, $"{name}: ended after {scanned} of {length} bytes");
            Bytes += scanned;
        }
    }
}
