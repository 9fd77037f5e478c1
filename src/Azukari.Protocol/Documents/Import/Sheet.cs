using System.Collections.Immutable;

namespace Azukari.Protocol.Documents.Import;

/// <summary>A spreadsheet as it was read: its cells as text, the labels in the first row.</summary>
/// <param name="Rows">The rows, blank ones included, so that their numbers are the spreadsheet's.</param>
/// <param name="BrokenAt">The row from which on it could not be read, or null.</param>
public sealed record Sheet(ImmutableArray<ImmutableArray<string>> Rows, int? BrokenAt = null);

/// <summary>What a spreadsheet would do. Unless <see cref="Findings"/> is empty it does nothing.</summary>
/// <param name="Findings">Everything that is wrong, in the order of the rows.</param>
/// <param name="Acts">The acts that its people would sign; what the record says already is left out.</param>
/// <param name="Particulars">The erasable rows that it would note.</param>
/// <param name="Rows">How many rows were looked at.</param>
public sealed record Imported(ImmutableArray<Finding> Findings, ImmutableArray<Domain.Act> Acts, Particulars Particulars, int Rows)
{
    internal static Imported Broken(Finding finding) => new([finding], [], Particulars.Nothing, 0);
}

/// <summary>What spreadsheets can be brought in.</summary>
public enum ImportKind
{
    /// <summary>従事者名簿: lists, duties, training, names.</summary>
    People,

    /// <summary>データ目録.</summary>
    Datasets,

    /// <summary>拠点.</summary>
    Sites,

    /// <summary>媒体管理台帳: compared with the register, since only a station can measure a medium.</summary>
    Media,

    /// <summary>補記: names, addresses, titles by code.</summary>
    Particulars,
}
