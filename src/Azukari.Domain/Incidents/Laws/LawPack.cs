using System.Collections.Immutable;
using Azukari.Domain.Catalogue;

namespace Azukari.Domain.Incidents.Laws;

/// <summary>One edition of one law's rules on breaches, as data: what was read wrongly is put right without a release, and every result says which edition it used (R26).</summary>
/// <param name="Id">Which law.</param>
/// <param name="Edition">The first day of effect, a dot, and a running number.</param>
/// <param name="EffectiveFrom">The first civil day on which it is the law.</param>
/// <param name="EffectiveTo">The last civil day, inclusive, or null while none is known.</param>
/// <param name="AppliesTo">The kinds of legal entity it binds.</param>
/// <param name="Exemption">What demonstrated protection takes away.</param>
/// <param name="Triggers">The reportable situations; one is enough.</param>
/// <param name="Clocks">What has to be done by when.</param>
/// <param name="RequiredItems">What a final report holds, in the law's order.</param>
/// <param name="NoticeItems">What the persons are told; the rest is not for them.</param>
public sealed record LawPack(
    LawPackId Id, string Edition, DateOnly EffectiveFrom, DateOnly? EffectiveTo, ImmutableArray<EntityKind> AppliesTo, ExemptionEffect Exemption,
    ImmutableArray<PackTrigger> Triggers, ImmutableArray<PackClock> Clocks, ImmutableArray<ReportItem> RequiredItems, ImmutableArray<ReportItem> NoticeItems)
{
    /// <summary>Whether it is the law on that civil day.</summary>
    public bool IsInForce(DateOnly day) => EffectiveFrom <= day && (EffectiveTo is not { } last || day <= last);

    /// <summary>Whether it binds this entity.</summary>
    public bool Binds(LegalEntity entity) => entity.Kinds.Any(kind => AppliesTo.Contains(kind));
}

/// <summary>A reportable situation: every condition that is set must hold.</summary>
/// <param name="Item">Its number in the law.</param>
/// <param name="Source">The pack's name of where it stands.</param>
/// <param name="Classes">One of these classes of data is included; empty for any data.</param>
/// <param name="PersonsOver">More persons than this; null for any number.</param>
/// <param name="ImproperPurpose">Done, or possibly done, for an improper purpose.</param>
/// <param name="OpenToAll">Unspecified many could view it.</param>
/// <param name="UnlessRiskUnlikely">Falls away when the risk was assessed as unlikely.</param>
/// <param name="Unverified">True where the source was not read itself.</param>
public sealed record PackTrigger(
    string Item, string Source, ImmutableArray<FieldClass> Classes, long? PersonsOver = null, bool ImproperPurpose = false, bool OpenToAll = false,
    bool UnlessRiskUnlikely = false, bool Unverified = false);

/// <summary>A duty and how its time is counted.</summary>
/// <param name="Duty">What has to be done.</param>
/// <param name="Source">The pack's name of where it stands.</param>
/// <param name="Binding">Statute or guidance.</param>
/// <param name="Roles">On whom it lies.</param>
/// <param name="Unit">How the law counts.</param>
/// <param name="Amount">How many; 0 where the law gives no number.</param>
/// <param name="LongerFor">More, when a certain situation is among those that hold.</param>
/// <param name="Rolls">Whether an end on a closed day moves to the first open day.</param>
/// <param name="PersonsFrom">Only from this many persons on.</param>
/// <param name="PersonsTo">Only up to this many persons.</param>
/// <param name="NeedsHighRisk">Falls away when the risk was assessed as less than high.</param>
/// <param name="EndsWithNoticeToEntrustor">Falls away once the entrustee has told its entrustor.</param>
/// <param name="Unverified">True where the source was not read itself.</param>
public sealed record PackClock(
    BreachDuty Duty, string Source, Binding Binding, ImmutableArray<ChainRole> Roles, CountUnit Unit, int Amount, ImmutableArray<LongerTime> LongerFor,
    bool Rolls = false, long? PersonsFrom = null, long? PersonsTo = null, bool NeedsHighRisk = false, bool EndsWithNoticeToEntrustor = false,
    bool Unverified = false);

/// <summary>More time when this situation is among those that hold.</summary>
public sealed record LongerTime(string Item, int Amount);
