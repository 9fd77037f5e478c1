using Azukari.Domain;
using Azukari.Domain.Sealing;
using Azukari.Protocol.Signatures;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Documents;

/// <summary>What a label needs that no record holds.</summary>
/// <param name="Origin">The service's public name, to which the symbol leads.</param>
/// <param name="Draw">Draws a symbol.</param>
public sealed record LabelPrint(WebOrigin Origin, Func<string, SymbolPicture> Draw);

/// <summary>媒体ラベル: a card for each sealed medium, to be stuck on it (R13). No person, no dataset, no count, not even the engagement in words: whoever finds it learns whom to call.</summary>
internal sealed class MediumLabel(DocumentSources sources, CarryOut carryOut, SealReceipt seal, LabelPrint print)
{
    private static readonly Words Scan = new("発見・受渡しの際に読み取る", "scan when found or handed over");

    private static readonly Words Found = new(
        "この媒体を見つけた方へ：中身は暗号化されており、読むことはできません。パソコンに差し込まず、コードを読み取ってお知らせいただくか、封印番号を添えて上の連絡先又は最寄りの警察署へお知らせください。",
        "If you found this: its contents are encrypted and cannot be read. Please do not plug it in. Scan the code, or tell those named above or the police, with the seal number.");

    private readonly DocumentWords _words = new(sources.Facts, sources.Particulars);

    internal Document Make() => new(DocumentKind.Label, new("媒体ラベル", "Medium labels"), [.. seal.Measured.Volumes.Select(Card)], Origin: []);

    private Part Card(SealedVolume volume)
    {
        var address = LabelAddress.Of(print.Origin, sources.Facts.Founding!.Engagement, carryOut.Id, seal.Measured.SealNumber);
        return new Part.Card(new("封緘媒体　取扱注意", "Sealed medium"), print.Draw(address), Scan, [.. Fields(volume)], [Found]);
    }

    private IEnumerable<FormField> Fields(SealedVolume volume)
    {
        var payloads = Volumes.Distinct(seal.Measured.Volumes).Select(one => one.Payload).ToArray();
        var isSpare = Volumes.First(seal.Measured.Volumes, volume.Payload).Medium != volume.Medium;

        yield return new("carry-out", new("持出番号", "Carry-out"), FormValue.Signed(Line.Same(carryOut.Id.Value)));
        yield return new("medium", new("媒体番号", "Medium"), FormValue.Signed(Line.Same(volume.Medium.Value)));
        yield return new("volume", new("分冊", "Volume"), FormValue.Signed(Line.Noted($"{Array.IndexOf(payloads, volume.Payload) + 1} / {payloads.Length}", isSpare ? [new Words("副", "spare")] : [])));
        yield return new("seal", new("封印番号", "Seal number"), FormValue.Signed(Line.Same(seal.Measured.SealNumber)));
        yield return new("call", new("連絡先", "Call"), FormValue.Signed(Call()));
    }

    /// <summary>The owner by name and telephone, as far as they were noted; without them the police, whom the words below name, find the owner by the code.</summary>
    private IEnumerable<Words> Call()
    {
        var owner = sources.Facts.Founding!.Owner.Organisation;
        yield return _words.Organisation(owner);
        if (sources.Particulars.Find(Particular.OrganisationTelephone, owner) is { } telephone) yield return Line.Same(telephone.Reveal("an office's number on a label, for whoever finds the medium"));
    }
}
