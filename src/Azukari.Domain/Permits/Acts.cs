namespace Azukari.Domain.Permits;

/// <summary>A key holder or a station deposits the public half of a one-time key, made for one permit and forgotten on its own clock (design §3).</summary>
/// <param name="Recipient">SHA-256 of the raw recipient.</param>
public sealed record DepositRecipient(Digest Recipient) : Act
{
    private protected override void Closed() { }
}

/// <summary>The three one-time keys of a permit, by digest: one in each hand.</summary>
public sealed record ThreeKeys(Digest Owner, Digest Contractor, Digest Destination);

/// <summary>持出許可: the owner's approver grants exactly what was asked and names the three keys (R9, R10).</summary>
public sealed record Approve(CarryOutId CarryOut, ThreeKeys Keys) : Act
{
    /// <inheritdoc/>
    public override CarryOutId Subject => CarryOut;

    private protected override void Closed() { }
}

/// <summary>緊急承認: one duty approver of the owner grants what cannot wait for the other signatures (R9). Encryption, two people, counts and clocks stay.</summary>
/// <param name="CarryOut">The case.</param>
/// <param name="Plan">The plan where nobody has applied yet, or null for the plan that was applied for.</param>
/// <param name="Keys">The three one-time keys.</param>
/// <param name="Why">Salted commitment to why it cannot wait; null where that was not stated.</param>
public sealed record GrantUrgently(CarryOutId CarryOut, Applications.CarryPlan? Plan, ThreeKeys Keys, Digest? Why) : Act
{
    /// <inheritdoc/>
    public override CarryOutId Subject => CarryOut;

    private protected override void Closed() { }
}

/// <summary>追認: the project manager or the executive signs afterwards what was granted urgently (R9). Late is better than never; the incident stays.</summary>
public sealed record Countersign(CarryOutId CarryOut) : Act
{
    /// <inheritdoc/>
    public override CarryOutId Subject => CarryOut;

    private protected override void Closed() { }
}

/// <summary>不承認: the owner's approver says no, for a coded reason.</summary>
public sealed record Decline(CarryOutId CarryOut, DeclineReason Why) : Act
{
    /// <inheritdoc/>
    public override CarryOutId Subject => CarryOut;

    private protected override void Closed() { }
}

/// <summary>期限の延長: one or more ends of the window are put off, each once and before it passes (R9).</summary>
/// <param name="CarryOut">The case.</param>
/// <param name="Window">The window as it shall be; what is not put off stands as it was.</param>
public sealed record Extend(CarryOutId CarryOut, Applications.CarryWindow Window) : Act
{
    /// <inheritdoc/>
    public override CarryOutId Subject => CarryOut;

    private protected override void Closed() { }
}

/// <summary>Why an application was declined.</summary>
public enum DeclineReason
{
    /// <summary>The purpose does not need the data.</summary>
    NotNecessary,

    /// <summary>A channel without media will do.</summary>
    OnlineWillDo,

    /// <summary>More people or fields than the purpose needs.</summary>
    TooMuch,

    /// <summary>The time is too long or badly chosen.</summary>
    Window,

    /// <summary>The people, media or places named are not the right ones.</summary>
    Arrangement,
}
