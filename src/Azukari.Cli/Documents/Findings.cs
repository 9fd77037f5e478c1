using System.Collections.Immutable;
using Azukari.Cli.Front;
using Azukari.Protocol.Documents;

namespace Azukari.Cli.Documents;

/// <summary>What is wrong with a spreadsheet, as the reasons for which a verb stops: one for each finding, none left out.</summary>
internal static class Findings
{
    internal static StopException Stop(ImmutableArray<Finding> findings) => new(ExitCode.BadInput, [.. findings.Select(Spoken)]);

    private static Spoken Spoken(Finding finding) => new(
        $"row {finding.Row} {finding.Column?.Key ?? "-"} {finding.Code}",
        $"{(finding.Row > 0 ? $"{finding.Row}行目" : "全体")}{(finding.Column is { } ja ? $"「{ja.Label.Ja}」" : "")}: {finding.Says.Ja}",
        $"{(finding.Row > 0 ? $"row {finding.Row}" : "the whole")}{(finding.Column is { } en ? $", {en.Label.En}" : "")}: {finding.Says.En}",
        finding.Next.Ja, finding.Next.En);
}
