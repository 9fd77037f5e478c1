namespace Azukari.Domain.Closing;

/// <summary>The end <em>destroyed</em> (R21): its media are destroyed or erased and home, every key is dead, and owner and contractor say so.</summary>
public sealed record EndDestroyed(CarryOutId CarryOut) : Act
{
    /// <inheritdoc/>
    public override CarryOutId Subject => CarryOut;

    private protected override void Closed() { }
}

/// <summary>The end <em>lost</em> (R21): reported, not found, its incident closed, every key dead. It ends the alarms, never the record; finding it later is still a report.</summary>
public sealed record EndLost(CarryOutId CarryOut) : Act
{
    /// <inheritdoc/>
    public override CarryOutId Subject => CarryOut;

    private protected override void Closed() { }
}

/// <summary>The two places where data of a carry-out stays readable (R22).</summary>
public enum CopyKind
{
    /// <summary>Rows in the destination's database, and whatever was made from them there.</summary>
    AtDestination,

    /// <summary>An extract that was made at the source for sealing.</summary>
    ExtractAtSource,
}

/// <summary>複製・抽出の登録: a copy with the day on which it must be gone (R22).</summary>
/// <param name="CarryOut">The carry-out that it comes from.</param>
/// <param name="Copy">Its name within the carry-out.</param>
/// <param name="Kind">Which of the two.</param>
/// <param name="At">Where it is.</param>
/// <param name="EndsAt">The last moment at which it may exist.</param>
public sealed record RegisterCopy(CarryOutId CarryOut, CopyId Copy, CopyKind Kind, SiteId At, DateTimeOffset EndsAt) : Act
{
    /// <inheritdoc/>
    public override CarryOutId Subject => CarryOut;

    private protected override void Closed() { }
}

/// <summary>複製・抽出の消去の確認: whoever deleted it and a second person say that it is gone (R22). Declared, since no station sees into another system's database (R31).</summary>
public sealed record ConfirmGone(CarryOutId CarryOut, CopyId Copy) : Act
{
    /// <inheritdoc/>
    public override CarryOutId Subject => CarryOut;

    private protected override void Closed() { }
}

/// <summary>端末の廃止: an enrolled computer leaves the engagement (R36). From then on it only destroys and reports.</summary>
public sealed record CloseStation(StationId Station) : Act
{
    private protected override void Closed() { }
}

/// <summary>委託業務の終了: both sides state that nothing is left, and name the evidence bundle that was handed over (R36). After it nothing starts.</summary>
/// <param name="Bundle">SHA-256 of the bundle as handed over.</param>
public sealed record CloseEngagement(Digest Bundle) : Act
{
    private protected override void Closed() { }
}
