using System.Collections.Immutable;
using Azukari.Domain.Catalogue;
using Azukari.Domain.Engagements;
using Azukari.Domain.Sealing;

namespace Azukari.Domain.Incidents.Laws;

/// <summary>What people have found out and decided beside the record. What nobody has decided stands as the worst.</summary>
public sealed record BreachJudgement
{
    /// <summary>Nothing has been judged.</summary>
    public static BreachJudgement None { get; } = new();

    /// <summary>What the entity is before the law, where its kind in the chain does not say it (a State organ, a hospital); empty for the usual.</summary>
    public ImmutableArray<EntityKind> Kinds { get; init; } = [];

    /// <summary>Possibly done for an improper purpose; a theft always is.</summary>
    public bool ImproperPurpose { get; init; }

    /// <summary>Unspecified many could view it.</summary>
    public bool OpenToAll { get; init; }

    /// <summary>The evidence, by its commitment, that everything came back before anybody viewed it; without evidence it did not.</summary>
    public Digest? RecoveredUnread { get; init; }

    /// <summary>The risk as assessed; it counts with the paper only.</summary>
    public RiskAssessment Risk { get; init; }

    /// <summary>The written assessment, by its commitment.</summary>
    public Digest? RiskPaper { get; init; }

    /// <summary>Counts that replace the seal receipt's from their moment on, e.g. when other copies come to light.</summary>
    public ImmutableArray<PersonCount> Counts { get; init; } = [];

    /// <summary>When an entrustee's notice arrived at the entity.</summary>
    public DateTimeOffset? EntrusteeNoticeAt { get; init; }

    /// <summary>When the entity told its entrustor.</summary>
    public DateTimeOffset? EntrustorNotifiedAt { get; init; }
}

/// <summary>From the record of a carry-out to what the law asks about.</summary>
internal static class BreachMapping
{
    internal static BreachFacts? From(Engagement facts, CarryOut carryOut, OrganisationId organisation, BreachJudgement judgement, bool exemptionDemonstrated)
    {
        if (carryOut.Seal is not { Measured: var measured } seal || !facts.Chain.TryGetValue(organisation, out var node)) return null;

        var knowledge = Knowledge.Of(facts, carryOut);

        return new()
        {
            Entity = new(organisation, judgement.Kinds.IsEmpty ? Usual(node.Kind) : judgement.Kinds, node.EntrustedBy is null && node.Side == Side.Owner ? ChainRole.Owner : ChainRole.Entrustee),
            Calendar = facts.Calendar,
            KnewAt = knowledge.Single(entity => entity.Organisation == organisation).At?.At,
            EntrusteeNoticeAt = judgement.EntrusteeNoticeAt,
            EntrustorNotifiedAt = judgement.EntrustorNotifiedAt,
            LastSeenAt = Knowledge.LastWell(carryOut)?.At,
            DiscoveredAt = knowledge.Select(entity => entity.At?.At).Min(),
            People = [new(seal.Mark.At, measured.People, measured.People), .. judgement.Counts],
            Records = measured.Data.Sum(data => data.Rows),
            Classes = ClassesOf(facts, measured),
            Events = [.. carryOut.Losses.Select(report => report.Kind).Distinct().Order()],
            OutOfTheHouse = carryOut.Custody?.HasLeft ?? true,
            OtherCopy = true, // A consignment is always a copy: the source keeps the rows until they are loaded, and then the destination has them.
            RecoveredUnread = judgement.RecoveredUnread is not null,
            ImproperPurpose = judgement.ImproperPurpose || carryOut.Losses.Any(report => report.Kind == LossKind.Stolen),
            OpenToAll = judgement.OpenToAll,
            ExemptionDemonstrated = exemptionDemonstrated,
            Risk = judgement.RiskPaper is null ? RiskAssessment.NotAssessed : judgement.Risk,
        };
    }

    /// <summary>The classes of the sealed fields; a field that the catalogue does not know any more counts as every class.</summary>
    private static ImmutableArray<FieldClass> ClassesOf(Engagement facts, SealMeasured measured)
    {
        var classes = measured.Data.SelectMany(data => data.Fields.Select(name =>
            facts.Catalogue.GetValueOrDefault(data.Dataset)?.Fields.FirstOrDefault(field => field.Name == name)?.Class)).ToArray();

        return classes.Contains(null) ? [.. Enum.GetValues<FieldClass>()] : [.. classes.OfType<FieldClass>().Distinct().Order()];
    }

    private static ImmutableArray<EntityKind> Usual(OrganisationKind kind) => kind switch
    {
        OrganisationKind.PublicBody => [EntityKind.LocalBody],
        OrganisationKind.Company or OrganisationKind.Courier => [EntityKind.PrivateOperator],
    };
}
