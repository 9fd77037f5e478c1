namespace Azukari.Domain.Incidents;

/// <summary>What is reported (R23). All kinds are treated alike.</summary>
public enum LossKind
{
    /// <summary>紛失.</summary>
    Lost,

    /// <summary>盗難.</summary>
    Stolen,

    /// <summary>誤配.</summary>
    Misdelivered,

    /// <summary>A broken seal.</summary>
    SealBroken,

    /// <summary>Somebody else has found it.</summary>
    FoundByOthers,
}

/// <summary>紛失の届出: in one action, by anyone in the chain, without approval and without blame (R23).</summary>
/// <param name="CarryOut">The case.</param>
/// <param name="Kind">What happened.</param>
/// <param name="OnBehalfOf">The person for whom a colleague or the duty desk files it, or null. It is declared, not shown: what happens to the keys follows from who signs.</param>
/// <param name="ByTelephone">Whether a duty desk files it from a telephone call.</param>
public sealed record ReportLoss(CarryOutId CarryOut, LossKind Kind, PersonId? OnBehalfOf = null, bool ByTelephone = false) : Act
{
    /// <inheritdoc/>
    public override CarryOutId Subject => CarryOut;

    /// <inheritdoc/>
    public override bool IsSafety => true;

    private protected override void Closed() { }
}

/// <summary>拾得の届出: somebody who signs nothing reports by the label's page (R23). People are alarmed, no key is touched.</summary>
/// <param name="CarryOut">The case that the label's code names.</param>
/// <param name="SealNumber">The number on the label; whoever does not have the label does not know it.</param>
/// <param name="Kind">What the reporter says has happened.</param>
public sealed record ReportFromLabel(CarryOutId CarryOut, string SealNumber, LossKind Kind) : Act
{
    /// <inheritdoc/>
    public override CarryOutId Subject => CarryOut;

    private protected override void Closed() { }
}

/// <summary>発見の届出: it is here. By the custodian or the owner it stops the hour after which suspended keys die; a key that is dead stays dead (R23).</summary>
public sealed record ReportFound(CarryOutId CarryOut, bool SealIntact) : Act
{
    /// <inheritdoc/>
    public override CarryOutId Subject => CarryOut;

    /// <inheritdoc/>
    public override bool IsSafety => true;

    private protected override void Closed() { }
}
