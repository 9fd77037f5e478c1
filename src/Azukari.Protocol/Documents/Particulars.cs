using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Azukari.Domain;
using Azukari.Protocol.Canonical;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Documents;

/// <summary>What a form asks for and the record must not hold, or nobody signs: names, addresses, titles.</summary>
public enum Particular
{
    /// <summary>氏名 of a pseudonym.</summary>
    PersonName,

    /// <summary>所属部署・職名.</summary>
    PersonPost,

    /// <summary>連絡先.</summary>
    PersonContact,

    /// <summary>組織の名称.</summary>
    OrganisationName,

    /// <summary>所在地.</summary>
    OrganisationAddress,

    /// <summary>代表者の職・氏名.</summary>
    OrganisationHead,

    /// <summary>組織の電話番号, day and night, for whoever finds a medium; an office's, never a person's.</summary>
    OrganisationTelephone,

    /// <summary>拠点の名称.</summary>
    SiteName,

    /// <summary>媒体の製品名.</summary>
    MediumProduct,

    /// <summary>データの名称.</summary>
    DatasetName,

    /// <summary>件名・業務名.</summary>
    EngagementTitle,

    /// <summary>契約番号.</summary>
    ContractNumber,
}

/// <summary>補記: erasable rows beside the record (design §5). All of them are declared and none permits anything; what is erased, a document shows by its code.</summary>
public sealed record Particulars
{
    /// <summary>The longest text, in characters.</summary>
    public const int MaxLength = 200;

    private ImmutableDictionary<(Particular What, string Code), Personal<string>> _texts = ImmutableDictionary<(Particular What, string Code), Personal<string>>.Empty;

    /// <summary>Nothing was noted, or all of it was erased.</summary>
    public static Particulars Nothing { get; } = new();

    /// <summary>What was noted about this code, or null.</summary>
    public Personal<string>? Find(Particular what, Code about) => _texts.GetValueOrDefault((what, about.Value));

    /// <summary>Every row, in a fixed order.</summary>
    public IEnumerable<(Particular What, string Code, Personal<string> Text)> Rows =>
        _texts.OrderBy(row => row.Key.What).ThenBy(row => row.Key.Code, StringComparer.Ordinal).Select(row => (row.Key.What, row.Key.Code, row.Value));

    /// <summary>With this row, in the place of an earlier one.</summary>
    /// <exception cref="ArgumentException">The text is empty, too long, or holds what no form shows on a line.</exception>
    public Particulars With(Particular what, string code, string text) => IsText(text)
        ? new() { _texts = _texts.SetItem((what, code), new(text)) }
        : throw new ArgumentException($"a particular is 1 to {MaxLength} characters on one line", nameof(text));

    /// <summary>Whether a text can be noted: one line, read in one direction.</summary>
    public static bool IsText(string text) => text.Length is >= 1 and <= MaxLength && Printed.Safely(text) == text && text.Trim() == text;

    /// <summary>The canonical bytes, for whoever may read names.</summary>
    public byte[] Write()
    {
        var node = new JsonObject();
        foreach (var (what, code, text) in Rows)
            (node[what.ToString()] ??= new JsonObject()).AsObject()[code] = text.Reveal("the rows travel between the service and an enrolled caller");
        return CanonicalJson.Write(node);
    }

    /// <summary>Reads rows; anything that is not such a row is refused.</summary>
    /// <exception cref="ProtocolException">The bytes are not rows.</exception>
    public static Particulars Read(ReadOnlySpan<byte> bytes, int maxBytes)
    {
        var read = Nothing;
        foreach (var (name, group) in Ledger.DomainJson.ReadNode(bytes, maxBytes))
        {
            if (!Enum.TryParse<Particular>(name, out var what) || what.ToString() != name || group is not JsonObject rows) throw new ProtocolException(ProtocolFault.Malformed, "no such particular");

            foreach (var (code, node) in rows)
            {
                if (node is not JsonValue value || !value.TryGetValue<string>(out var text) || !IsText(text) || !Code.IsValid(code)) throw new ProtocolException(ProtocolFault.Malformed, "a particular is not of its shape");
                read = read.With(what, code, text);
            }
        }

        return read;
    }
}
