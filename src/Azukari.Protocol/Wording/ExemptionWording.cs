using Azukari.Domain.Incidents.Laws;

namespace Azukari.Protocol.Wording;

/// <summary>R27: what a report says of the exemption for protected data, and no more than the record proves. How anything is opened is told to nobody.</summary>
internal static class ExemptionWording
{
    /// <summary>The sentence, and under it every condition that is not proven.</summary>
    internal static IEnumerable<Words> Lines(Exemption exemption) => exemption.IsDemonstrated
        ? [ReportSentences.Exempt]
        : [ReportSentences.NotExempt, .. exemption.Unmet.Select(condition => Line.Of("示されていない要件", "Not demonstrated", LawWording.Of(condition)))];
}
