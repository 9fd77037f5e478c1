using System.Collections.Immutable;
using Azukari.Domain.Catalogue;

namespace Azukari.Domain.Applications;

/// <summary>What all carry-outs of a series have in common, and how many there may be (R9).</summary>
/// <param name="Template">The purpose template; a series stays within it.</param>
/// <param name="TextDigest">Salted commitment to the free text: purpose and necessity.</param>
/// <param name="Data">The datasets with their fields, exactly.</param>
/// <param name="Source">The site that all leave.</param>
/// <param name="Destination">The site that all go to.</param>
/// <param name="Method">How all travel.</param>
/// <param name="Most">How many there may be, at least 1.</param>
/// <param name="Year">The calendar year of the quarter.</param>
/// <param name="Quarter">The calendar quarter in which all begin and end, 1 to 4.</param>
public sealed record SeriesScope(
    TemplateId Template, Digest? TextDigest, ImmutableArray<FieldSelection> Data, SiteId Source, SiteId Destination, TransferMethod Method, int Most, int Year, int Quarter);

/// <summary>包括申請: the project manager asks for one approval of several carry-outs of the same kind.</summary>
public sealed record AskSeries(SeriesId Series, SeriesScope Scope) : Act
{
    private protected override void Closed() { }
}

/// <summary>The confidential information manager supports the series.</summary>
public sealed record EndorseSeries(SeriesId Series) : Act
{
    private protected override void Closed() { }
}

/// <summary>包括承認: the owner's approver approves the series. Every carry-out of it still waits for the approver's go, with its own keys.</summary>
public sealed record ApproveSeries(SeriesId Series) : Act
{
    private protected override void Closed() { }
}

/// <summary>包括承認の終了: either side ends the series. What is sealed goes its way home; nothing more is sealed under it.</summary>
public sealed record EndSeries(SeriesId Series) : Act
{
    private protected override void Closed() { }
}
