using System.Collections.Immutable;
using Azukari.Domain.Catalogue;

namespace Azukari.Domain.Applications;

/// <summary>The parts of a plan that an amendment may change.</summary>
public enum PlanPart
{
    /// <summary>Purpose, necessity and the template.</summary>
    Purpose,

    /// <summary>The planned and the largest number of people.</summary>
    People,

    /// <summary>Datasets and fields.</summary>
    Data,

    /// <summary>Rows, reasons, keeping and erasure, and what results go back.</summary>
    Handling,

    /// <summary>How it travels.</summary>
    Method,

    /// <summary>The media.</summary>
    Media,

    /// <summary>Sites and stations.</summary>
    Places,

    /// <summary>When.</summary>
    Window,

    /// <summary>Who carries and keeps it: the pool and the courier.</summary>
    Custodians,
}

/// <summary>What an amendment changes, whose matter that is, and until when it can be changed (R9).</summary>
public static class PlanParts
{
    /// <summary>The parts in which two plans differ, in the order of a form.</summary>
    public static ImmutableArray<PlanPart> Between(CarryPlan before, CarryPlan after) => [.. Enum.GetValues<PlanPart>().Where(part => !IsSame(part, before, after))];

    /// <summary>Who signs. The executive answers for what leaves and for how long; who carries it, and on which stick, is arranged between the two who arrange it.</summary>
    internal static ImmutableArray<Role> WhoseMatter(PlanPart part) => part switch
    {
        PlanPart.Custodians or PlanPart.Media => [Role.ProjectManager, Role.Approver],
        PlanPart.Purpose or PlanPart.Data or PlanPart.Handling or PlanPart.People or PlanPart.Method or PlanPart.Places or PlanPart.Window =>
            [Role.ProjectManager, Role.InformationManager, Role.Approver],
    };

    /// <summary>What is sealed is sealed: only who carries and keeps it can still change.</summary>
    internal static bool IsFixedBySeal(PlanPart part) => part is not PlanPart.Custodians;

    private static bool IsSame(PlanPart part, CarryPlan before, CarryPlan after) => part switch
    {
        PlanPart.Purpose => (before.Template, before.TextDigest) == (after.Template, after.TextDigest),
        PlanPart.Data => IsSame(before.Data, after.Data),
        PlanPart.Handling => (before.Handling ?? Handling.Unstated).IsSame(after.Handling ?? Handling.Unstated),
        PlanPart.People => (before.PlannedPeople, before.MostPeople) == (after.PlannedPeople, after.MostPeople),
        PlanPart.Method => before.Method == after.Method,
        PlanPart.Media => before.Media.SequenceEqual(after.Media),
        PlanPart.Places => (before.Source, before.SealAt, before.Destination, before.OpenAt) == (after.Source, after.SealAt, after.Destination, after.OpenAt),
        PlanPart.Window => before.Window == after.Window,
        PlanPart.Custodians => before.Courier == after.Courier && before.Custodians.SequenceEqual(after.Custodians),
    };

    internal static bool IsSame(ImmutableArray<FieldSelection> before, ImmutableArray<FieldSelection> after) =>
        before.Length == after.Length && before.Zip(after).All(pair => pair.First.Dataset == pair.Second.Dataset && pair.First.Fields.SequenceEqual(pair.Second.Fields));
}
