namespace Azukari.Server.Ledger;

/// <summary>What the service's log says of acts: ids and codes, never a body.</summary>
internal static partial class LedgerMessages
{
    [LoggerMessage(LogLevel.Information, "{Engagement} #{Seq} {Act}")]
    internal static partial void Recorded(ILogger log, string engagement, long seq, string act);

    [LoggerMessage(LogLevel.Information, "{Engagement} {Act} refused by {Count} rules")]
    internal static partial void Refused(ILogger log, string engagement, string act, int count);

    [LoggerMessage(LogLevel.Critical, "{Engagement} is behind: it has {Size} entries, the {Side}'s key holder has {Further}; nothing is recorded until they are given back")]
    internal static partial void Behind(ILogger log, string engagement, long size, string side, long further);

    [LoggerMessage(LogLevel.Warning, "{Engagement} entries up to {Size} were given back by the {Side}'s key holder; fitting: {Fits}")]
    internal static partial void GivenBack(ILogger log, string engagement, long size, string side, bool fits);

    [LoggerMessage(LogLevel.Warning, "{Engagement} is whole again with {Size} entries")]
    internal static partial void Whole(ILogger log, string engagement, long size);

    [LoggerMessage(LogLevel.Error, "{Engagement} could not be integrated: {Kind}")]
    internal static partial void NotIntegrated(ILogger log, string engagement, string kind);

    [LoggerMessage(LogLevel.Critical, "{Engagement} could not be replayed: {Kind}; run azukari-server doctor")]
    internal static partial void NotReplayed(ILogger log, string engagement, string kind);
}
