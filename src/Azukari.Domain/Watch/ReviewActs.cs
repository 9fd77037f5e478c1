using System.Collections.Immutable;

namespace Azukari.Domain.Watch;

/// <summary>How often one reason was given on one day.</summary>
/// <param name="Because">The reason.</param>
/// <param name="Times">How often, at least 1.</param>
public sealed record RefusalCount(Reason Because, long Times);

/// <summary>拒否件数の記録: the service writes down, once for every day that is over, how often each reason was given (R29). What was refused changed nothing and is in no entry of its own.</summary>
/// <remarks>It carries no signature and nobody's name. No verifier can count again what never was in the record: the number is the service's word.</remarks>
/// <param name="Day">The civil day of the owner's calendar.</param>
/// <param name="Counts">Each reason once; empty where nothing was refused.</param>
public sealed record CountRefusals(DateOnly Day, ImmutableArray<RefusalCount> Counts) : Act
{
    private protected override void Closed() { }
}

/// <summary>What was exercised.</summary>
public enum DrillKind
{
    /// <summary>A report of loss and what follows from it.</summary>
    Loss,

    /// <summary>The calls, in office hours or outside them.</summary>
    Calls,

    /// <summary>Opening in an emergency.</summary>
    Emergency,

    /// <summary>Restoring the service or a key holder.</summary>
    Recovery,
}

/// <summary>訓練の実施: that an exercise was held. It counts in the month's review and nowhere else: no case, no key and no clock knows of it (R29).</summary>
/// <param name="Kind">What was exercised.</param>
/// <param name="Report">Salted commitment to what was found.</param>
public sealed record HoldDrill(DrillKind Kind, Digest Report) : Act
{
    private protected override void Closed() { }
}

/// <summary>月次点検: the owner and the executive sign what the month was (R29).</summary>
/// <param name="Month">The first day of the month.</param>
/// <param name="Figures">The month's figures; the act counts only if they are the record's own.</param>
public sealed record ReviewMonth(DateOnly Month, MonthFigures Figures) : Act
{
    private protected override void Closed() { }
}
