using System.Security.Cryptography;
using System.Text;
using Azukari.Age;
using Azukari.Cli.Stations;
using Azukari.Domain;
using Azukari.Domain.Applications;
using Azukari.Domain.Engagements;
using Azukari.Domain.Sealing;
using Azukari.Extraction;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Sealing;
using Azukari.Protocol.Signatures;
using Azukari.RemovableMedia;

namespace Azukari.Cli.Sealing;

/// <summary>What is written beside the payload: manifest, release envelope, label, and the words for whoever finds it (design §3, §4).</summary>
internal static class Papers
{
    internal const string PayloadFile = "payload.age", LabelFile = "label.json", LabelSignature = "label.json.sig", IfFoundFile = "IF-FOUND.txt";

    private static readonly string[] FilesOnMedium = [PayloadFile, LabelFile, LabelSignature, IfFoundFile];

    private const string IfFound =
        """
        この媒体を見つけた方へ: 中身は暗号化されており、読むことはできません。差し込まずに、下の番号を添えて最寄りの警察か、表示の市役所へお知らせください。
        If you found this: its contents are encrypted and cannot be read. Please do not plug it in; tell the police or the city named on the label, with this number.

        """;

    internal static byte[] Manifest(Engagement facts, CarryOut carryOut, PackageCounts counts, CarryPlan plan, SealedVolume volume) => DomainJson.ToBytes(new Manifest(
        facts.Founding!.Engagement, carryOut.Id, carryOut.Permit!.Stands.Leaf, new(counts.DescriptorSha256), counts.People, [.. Shapes.Counted(plan, counts)],
        [ManifestVolume.Of(volume)], carryOut.Permit.Keys));

    /// <summary>The content identity under three layers. With fewer it never exists outside this method.</summary>
    internal static byte[] Envelope(byte[] manifest, HybridIdentity content, ThreeRecipients recipients)
    {
        var secret = content.EncodeUtf8();
        byte[] identityFile = [.. Encoding.ASCII.GetBytes($"# manifest-sha256: {Digests.Sha256(manifest)}\n"), .. secret, (byte)'\n'];
        try
        {
            return AgeFile.Encrypt(AgeFile.Encrypt(AgeFile.Encrypt(identityFile, [recipients.Destination]), [recipients.Contractor]), [recipients.Owner]);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(secret);
            CryptographicOperations.ZeroMemory(identityFile);
        }
    }

    /// <summary>The seal number is random and short enough to be read aloud.</summary>
    internal static Label LabelFor(CarryOutId carryOut, SealedVolume volume) =>
        new(carryOut, RandomNumberGenerator.GetString("23456789ABCDEFGHJKLMNPQRSTUVWXYZ", 8), 1, 1, volume.Bytes, volume.Payload);

    /// <summary>Those of our files that are there.</summary>
    internal static IReadOnlyList<string> OnMedium(string medium) => [.. FilesOnMedium.Where(name => File.Exists(Path.Combine(medium, name)))];

    internal static void WriteLabel(string medium, Label label, StationFolder station)
    {
        var bytes = DomainJson.ToBytes(label);
        MediumWriter.WriteSmallFile(medium, LabelFile, bytes);
        MediumWriter.WriteSmallFile(medium, LabelSignature, Encoding.ASCII.GetBytes(Sshsig.Armor(Sshsig.Sign(station.Key, Label.Namespace, bytes))));
        MediumWriter.WriteSmallFile(medium, IfFoundFile, Encoding.UTF8.GetBytes($"{IfFound}{label.SealNumber}\n"));
    }
}
