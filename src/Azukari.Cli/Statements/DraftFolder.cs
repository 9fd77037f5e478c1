using Azukari.Cli.Front;
using Azukari.Domain;
using Azukari.Protocol;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Signatures;

namespace Azukari.Cli.Statements;

/// <summary>A folder in which an act waits for its signatures: what is said, one statement file a person, and beside each the signature.</summary>
/// <remarks>A statement file is exactly the signed bytes, a signature file is what <c>ssh-keygen -Y sign</c> writes: both are checked without us.</remarks>
#pragma warning disable CA3003 // Whoever chooses on a page chooses among the people of the record, and the name of one is a code: it has no separator.
internal sealed class DraftFolder(string folder)
{
    private const string DraftFile = "draft.json", StatementSuffix = ".statement", BySuffix = ".by.json", SignatureSuffix = ".statement.sig", PaperSuffix = ".paper", ElsewhereSuffix = ".signed";

    internal void Create(DraftAct draft, IEnumerable<StatementBy> signers)
    {
        if (File.Exists(Path.Combine(folder, DraftFile))) throw StopException.BadInput($"下書きが既にあります: {folder}", $"a draft exists already in {folder}", "別のフォルダーを指定してください。", "Name another folder.");

        Directory.CreateDirectory(folder);
        File.WriteAllBytes(Path.Combine(folder, DraftFile), DomainJson.ToBytes(draft));
        foreach (var by in signers)
        {
            File.WriteAllBytes(Path.Combine(folder, by.Person + BySuffix), DomainJson.ToBytes(by));
            File.WriteAllBytes(Path.Combine(folder, by.Person + StatementSuffix), draft.BytesFor(by));
        }
    }

    internal DraftAct Draft() => DomainJson.FromBytes<DraftAct>(ReadFile(DraftFile), DraftAct.MaxBytes);

    /// <summary>Keeps a paper that the act names by digest, to be delivered along.</summary>
    internal void AddPaper(byte[] paper) => File.WriteAllBytes(Path.Combine(folder, $"{Digests.Sha256(paper)}{PaperSuffix}"), paper);

    internal IEnumerable<byte[]> Papers() => Directory.GetFiles(folder, "*" + PaperSuffix).Order(StringComparer.Ordinal).Select(File.ReadAllBytes);

    /// <summary>Signs the statement that the draft holds for this key's person.</summary>
    internal void Sign(PersonKeyFile key)
    {
        var by = By(Path.Combine(folder, key.Person + BySuffix));
        if (by.Key != key.Fact.Id) throw StopException.BadInput("この下書きは別の鍵での署名を求めています。", $"the draft asks for another key of '{key.Person}'");

        var statement = ReadFile(key.Person + StatementSuffix);
        if (!statement.AsSpan().SequenceEqual(Draft().BytesFor(by))) throw new ProtocolException(ProtocolFault.Malformed, "the statement is not what the draft says");

        File.WriteAllText(Path.Combine(folder, key.Person + SignatureSuffix), Sshsig.Armor(Sshsig.Sign(key.Key, Statement.Namespace, statement)));
    }

    /// <summary>Keeps a signature that this person gave elsewhere, such as on a telephone.</summary>
    internal void Add(SignedAct signed) => File.WriteAllBytes(Path.Combine(folder, signed.People[0].By.Person + ElsewhereSuffix), signed.Write());

    /// <summary>The signatures that are there; who has not signed is missing, and the rules will say so.</summary>
    internal IReadOnlyList<PersonSignature> Signatures()
    {
        var draft = Draft();
        return
        [
            .. Directory.GetFiles(folder, "*" + SignatureSuffix).Order(StringComparer.Ordinal).Select(path => Read(draft, path)),
            .. Directory.GetFiles(folder, "*" + ElsewhereSuffix).Order(StringComparer.Ordinal).Select(path => SignedAct.Read(File.ReadAllBytes(path)).People[0]),
        ];
    }

    /// <summary>Takes it off, with the signatures in it.</summary>
    internal void Remove()
    {
        if (Directory.Exists(folder)) Directory.Delete(folder, recursive: true);
    }

    /// <summary>Whether this person's signature is there.</summary>
    internal bool IsSignedBy(PersonId person) => File.Exists(Path.Combine(folder, person + SignatureSuffix)) || File.Exists(Path.Combine(folder, person + ElsewhereSuffix));

    /// <summary>The act with its people's signatures, as it stands.</summary>
    internal SignedAct Signed(object? measured = null)
    {
        var draft = Draft();
        return new(draft.Engagement, draft.Complete(measured), [.. Signatures()], null);
    }

    private static PersonSignature Read(DraftAct draft, string path)
    {
        var by = By(path[..^SignatureSuffix.Length] + BySuffix);
        return new(by, draft.On, draft.Until, SignatureForm.Sshsig, [.. Sshsig.Dearmor(File.ReadAllText(path))]);
    }

    private static StatementBy By(string path) => File.Exists(path)
        ? DomainJson.FromBytes<StatementBy>(File.ReadAllBytes(path), 4_000)
        : throw StopException.BadInput($"この人の署名は求められていません: {Path.GetFileName(path)}", $"the draft asks for no signature of {Path.GetFileName(path)[..^BySuffix.Length]}");

    private byte[] ReadFile(string name)
    {
        var path = Path.Combine(folder, name);
        return File.Exists(path) ? File.ReadAllBytes(path) : throw StopException.BadInput($"下書きがありません: {path}", $"there is no {path}", "azukari draft で作成してください。", "Make it with azukari draft.");
    }
}
