using System.Collections.Immutable;
using Azukari.Domain.Catalogue;

namespace Azukari.Domain.Applications;

/// <summary>How data may travel (R8). <see cref="Alone"/> can be asked for and is always refused: alone is not a method.</summary>
public enum TransferMethod
{
    /// <summary>Over the network, ciphertext only.</summary>
    Online,

    /// <summary>セキュリティ便: a registered courier with tracking.</summary>
    Courier,

    /// <summary>Two people, one of them the owner's.</summary>
    Accompanied,

    /// <summary>One person. Not a method.</summary>
    Alone,

    /// <summary>The application does not say. It can be written down and is always refused (R7).</summary>
    NotStated,
}

/// <summary>When the data may be outside. Every end is inclusive.</summary>
/// <param name="From">Not sealed before.</param>
/// <param name="OutBy">Has left by.</param>
/// <param name="OpenBy">Opened by.</param>
/// <param name="WorkEnds">The stated end of the work.</param>
/// <param name="EraseBy">Erased on the site by.</param>
public sealed record CarryWindow(DateTimeOffset From, DateTimeOffset OutBy, DateTimeOffset OpenBy, DateTimeOffset WorkEnds, DateTimeOffset EraseBy)
{
    internal bool IsInOrder => From <= OutBy && OutBy <= OpenBy && OpenBy <= WorkEnds && WorkEnds <= EraseBy;

    internal DateTimeOffset At(WindowEnd end) => end switch
    {
        WindowEnd.OutBy => OutBy,
        WindowEnd.OpenBy => OpenBy,
        WindowEnd.WorkEnds => WorkEnds,
        WindowEnd.EraseBy => EraseBy,
    };
}

/// <summary>The ends of a window that somebody can be late for.</summary>
public enum WindowEnd
{
#pragma warning disable CS1591 // CarryWindow says what each of them is.
    OutBy,
    OpenBy,
    WorkEnds,
    EraseBy,
#pragma warning restore CS1591
}

/// <summary>What is asked: every part of R7. A part that was not stated is null or empty, and the rules say so.</summary>
/// <param name="Template">The purpose template that the fields follow.</param>
/// <param name="TextDigest">Salted commitment to the free text: purpose and necessity.</param>
/// <param name="Data">The datasets with their fields.</param>
/// <param name="PlannedPeople">The distinct people that the plan counted.</param>
/// <param name="MostPeople">The largest number of distinct people that may leave.</param>
/// <param name="Method">How it travels.</param>
/// <param name="Media">The media, by property number.</param>
/// <param name="Source">The site it leaves.</param>
/// <param name="SealAt">The station that seals.</param>
/// <param name="Destination">The site it goes to.</param>
/// <param name="OpenAt">The station that opens.</param>
/// <param name="Window">When.</param>
/// <param name="Custodians">The pool of people who may carry and keep it.</param>
/// <param name="Courier">The courier, where the method is courier.</param>
/// <param name="Handling">Rows, reason for a medium, keeping and erasure; null where none of it was stated.</param>
public sealed record CarryPlan(
    TemplateId? Template, Digest? TextDigest, ImmutableArray<FieldSelection> Data, long PlannedPeople, long MostPeople, TransferMethod Method,
    ImmutableArray<MediumId> Media, SiteId Source, StationId SealAt, SiteId Destination, StationId OpenAt, CarryWindow? Window,
    ImmutableArray<PersonId> Custodians, OrganisationId? Courier = null, Handling? Handling = null)
{
    /// <summary>Every paper to whose text the plan commits.</summary>
    public IEnumerable<Digest> Commitments() =>
        new[] { TextDigest, Handling?.WhyMedium, Handling?.KeptWhere, Handling?.Rows?.Filter }.OfType<Digest>().Concat(Handling?.BeyondTemplate.Select(beyond => beyond.Why) ?? []);
}

/// <summary>持出申請: the project manager applies (R7).</summary>
/// <param name="CarryOut">The case.</param>
/// <param name="Plan">What is asked.</param>
/// <param name="Series">The series it belongs to, or null. What was endorsed with the series need not be endorsed again; the approver says go all the same (R9).</param>
public sealed record Apply(CarryOutId CarryOut, CarryPlan Plan, SeriesId? Series = null) : Act
{
    /// <inheritdoc/>
    public override CarryOutId Subject => CarryOut;

    private protected override void Closed() { }
}

/// <summary>取下げ: the project manager takes it back before it is sealed; its media are free again and its keys die (R9).</summary>
public sealed record Withdraw(CarryOutId CarryOut) : Act
{
    /// <inheritdoc/>
    public override CarryOutId Subject => CarryOut;

    private protected override void Closed() { }
}

/// <summary>変更: the plan as it shall be. Whoever signs is shown what changes, and those sign whose matter it is (R9; <see cref="PlanParts"/>).</summary>
public sealed record Amend(CarryOutId CarryOut, CarryPlan Plan) : Act
{
    /// <inheritdoc/>
    public override CarryOutId Subject => CarryOut;

    private protected override void Closed() { }
}

/// <summary>The confidential information manager supports the application (R9).</summary>
public sealed record Endorse(CarryOutId CarryOut) : Act
{
    /// <inheritdoc/>
    public override CarryOutId Subject => CarryOut;

    private protected override void Closed() { }
}
