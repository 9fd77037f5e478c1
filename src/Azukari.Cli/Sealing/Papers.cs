using System.Security.Cryptography;
using System.Text;
using Azukari.Age;
using Azukari.Cli.Stations;
using Azukari.Domain;
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

    /// <summary>The content identities, one a volume in their order, under three layers. With fewer they never exist outside this method.</summary>
    /// <param name="manifest">What the envelope is bound to.</param>
    /// <param name="contents">The identities.</param>
    /// <param name="recipients">Owner, contractor and destination, raw.</param>
    internal static byte[] Envelope(byte[] manifest, IReadOnlyList<HybridIdentity> contents, IReadOnlyList<byte[]> recipients)
    {
        var comment = EnvelopeComment(Digests.Sha256(manifest));
        var identityFile = GC.AllocateArray<byte>(comment.Length + (contents.Count * (HybridIdentity.EncodedSize + 1)), pinned: true);
        try
        {
            comment.CopyTo(identityFile, 0);
            for (var number = 0; number < contents.Count; number++)
            {
                var at = comment.Length + (number * (HybridIdentity.EncodedSize + 1));
                contents[number].WriteTo(identityFile.AsSpan(at));
                identityFile[at + HybridIdentity.EncodedSize] = (byte)'\n';
            }

            return recipients.Reverse().Aggregate(identityFile, (inner, recipient) => AgeFile.Encrypt(inner, [HybridRecipient.FromRaw(recipient)]));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(identityFile);
        }
    }

    /// <summary>The identity file's first line, which binds it to its manifest.</summary>
    internal static byte[] EnvelopeComment(Digest manifest) => Encoding.ASCII.GetBytes($"# manifest-sha256: {manifest}\n");

    /// <summary>The seal number is random and short enough to be read aloud.</summary>
    internal static string NewSealNumber() => RandomNumberGenerator.GetString("23456789ABCDEFGHJKLMNPQRSTUVWXYZ", 8);

    /// <summary>Those of our files that are there.</summary>
    internal static IReadOnlyList<string> OnMedium(string medium) => [.. FilesOnMedium.Where(name => File.Exists(Path.Combine(medium, name)))];

    /// <summary>A spare has the very label of its volume.</summary>
    internal static void WriteLabel(string medium, Label label, StationFolder station)
    {
        var bytes = DomainJson.ToBytes(label);
        MediumWriter.WriteSmallFile(medium, LabelFile, bytes);
        MediumWriter.WriteSmallFile(medium, LabelSignature, Encoding.ASCII.GetBytes(Sshsig.Armor(Sshsig.Sign(station.Key, Label.Namespace, bytes))));
        MediumWriter.WriteSmallFile(medium, IfFoundFile, Encoding.UTF8.GetBytes($"{IfFound}{label.SealNumber}\n"));
    }
}
