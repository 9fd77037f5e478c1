using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Documents;

/// <summary>What is wrong with one cell of a file, and what to do. It never repeats the cell: there may be a name in it.</summary>
/// <param name="Code">What is wrong, for programs.</param>
/// <param name="Row">The row as the spreadsheet counts, from 1; the labels are row 1. 0 where no row is meant.</param>
/// <param name="Column">The column, or null where the whole row or file is meant.</param>
/// <param name="Says">What is wrong.</param>
/// <param name="Next">What to do.</param>
public sealed record Finding(string Code, int Row, FormColumn? Column, Words Says, Words Next)
{
    internal static Finding At(int row, FormColumn? column, FindingText text) => new(text.Code, row, column, text.Says, text.Next);
}

/// <summary>The words of a kind of finding.</summary>
internal sealed record FindingText(string Code, Words Says, Words Next);
