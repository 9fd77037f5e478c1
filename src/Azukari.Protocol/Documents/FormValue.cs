using System.Collections.Immutable;
using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Documents;

/// <summary>Where a value on a document comes from (R31).</summary>
public enum Ground
{
    /// <summary>A signed entry of the record says it, or it follows from such entries.</summary>
    Signed,

    /// <summary>A machine measured it.</summary>
    Measured,

    /// <summary>Somebody wrote it down; nothing evidences it.</summary>
    Declared,

    /// <summary>It was asked for and left out.</summary>
    NotStated,

    /// <summary>It has not happened yet.</summary>
    NotYet,

    /// <summary>The record does not know it, or it was erased.</summary>
    NotRecorded,

    /// <summary>There is nothing to be said here in this case.</summary>
    NotApplicable,
}

/// <summary>One value of a document, in both languages. It may hold the name of a person, so only what writes a document reveals it.</summary>
public sealed class FormValue
{
    private static readonly FormValue Empty = new(Ground.NotYet, []);

    private FormValue(Ground ground, ImmutableArray<Words> lines) => (Ground, Lines) = (ground, new(lines));

    /// <summary>Where it comes from.</summary>
    public Ground Ground { get; }

    /// <summary>What it says, a line each; a note beside it where the value is not known.</summary>
    public Personal<ImmutableArray<Words>> Lines { get; }

    /// <summary>Whether there is a value at all.</summary>
    public bool IsKnown => Ground is Ground.Signed or Ground.Measured or Ground.Declared;

    internal static FormValue NotYet => Empty;

    internal static FormValue NotRecorded { get; } = new(Ground.NotRecorded, []);

    internal static FormValue NotStated { get; } = new(Ground.NotStated, []);

    internal static FormValue NotApplicable { get; } = new(Ground.NotApplicable, []);

    internal static FormValue Signed(params IEnumerable<Words> lines) => Of(Ground.Signed, lines);

    internal static FormValue Measured(params IEnumerable<Words> lines) => Of(Ground.Measured, lines);

    internal static FormValue Declared(params IEnumerable<Words> lines) => Of(Ground.Declared, lines);

    /// <summary>A value with its lines; without any, what was asked for was left out.</summary>
    internal static FormValue Of(Ground ground, params IEnumerable<Words> lines) => lines.ToImmutableArray() switch
    {
        [] when ground is Ground.Signed or Ground.Measured or Ground.Declared => NotStated,
        var all => new(ground, all),
    };
}

/// <summary>A labelled value. The key is the same in every language and edition of a form.</summary>
public sealed record FormField(string Key, Words Label, FormValue Value);

/// <summary>A labelled column of a register.</summary>
public sealed record FormColumn(string Key, Words Label);

/// <summary>A part of a document, under its heading.</summary>
public abstract record Part(Words Heading)
{
    private protected abstract void Closed();

    /// <summary>Fields under each other, as on a form.</summary>
    public sealed record Fields(Words Heading, ImmutableArray<FormField> All) : Part(Heading)
    {
        private protected override void Closed() { }
    }

    /// <summary>A card to cut out and stick on: a symbol for a camera, fields beside it. Labels and notices stand in both languages, whatever the document's: strangers read it.</summary>
    /// <param name="Scan">What the symbol is for.</param>
    public sealed record Card(Words Heading, SymbolPicture Symbol, Words Scan, ImmutableArray<FormField> All, ImmutableArray<Words> Notices) : Part(Heading)
    {
        private protected override void Closed() { }
    }

    /// <summary>Rows under columns, as in a register; every row has a value for every column.</summary>
    public sealed record Rows(Words Heading, ImmutableArray<FormColumn> Columns, ImmutableArray<ImmutableArray<FormValue>> All) : Part(Heading)
    {
        private protected override void Closed() { }
    }
}

/// <summary>A document that offices know, as data: the same for a page, for print and for a spreadsheet.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Title">Its title.</param>
/// <param name="Parts">Its parts, in the order of the form.</param>
/// <param name="Origin">From what it was made: engagement, number of entries, the time of the last, the zone of its dates. Empty where strangers read it.</param>
public sealed record Document(DocumentKind Kind, Words Title, ImmutableArray<Part> Parts, ImmutableArray<Words> Origin);

/// <summary>The documents.</summary>
public enum DocumentKind
{
    /// <summary>持出許可申請書 of one carry-out.</summary>
    Application,

    /// <summary>再委託承認申請書 of one organisation.</summary>
    Reentrustment,

    /// <summary>媒体ラベル of one sealed carry-out.</summary>
    Label,

    /// <summary>緊急連絡表.</summary>
    CallList,

    /// <summary>持出管理台帳.</summary>
    CarryOuts,

    /// <summary>媒体管理台帳.</summary>
    Media,

    /// <summary>従事者名簿.</summary>
    People,
}
