namespace Azukari.Server.Ledger;

/// <summary>What the service's log says of acts: ids and codes, never a body.</summary>
internal static partial class LedgerMessages
{
    [LoggerMessage(LogLevel.Information, "{Engagement} #{Seq} {Act}")]
    internal static partial void Recorded(ILogger log, string engagement, long seq, string act);

    [LoggerMessage(LogLevel.Information, "{Engagement} {Act} refused by {Count} rules")]
    internal static partial void Refused(ILogger log, string engagement, string act, int count);

    [LoggerMessage(LogLevel.Error, "{Engagement} could not be integrated: {Kind}")]
    internal static partial void NotIntegrated(ILogger log, string engagement, string kind);
}
