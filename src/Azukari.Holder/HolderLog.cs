using Azukari.Domain.Closing;

namespace Azukari.Holder;

/// <summary>What a holder's log says: ids and codes.</summary>
internal static partial class HolderLog
{
    [LoggerMessage(LogLevel.Critical, "{Engagement}: nothing is cosigned or released any more: {Why}")]
    internal static partial void Alarm(ILogger log, string engagement, string why);

    [LoggerMessage(LogLevel.Warning, "key {Recipient} destroyed: {Cause}")]
    internal static partial void Destroyed(ILogger log, string recipient, DestructionCause cause);

    [LoggerMessage(LogLevel.Warning, "{Engagement}: the service did not take an act: {Status}")]
    internal static partial void NotTaken(ILogger log, string engagement, int status);

    [LoggerMessage(LogLevel.Information, "{CarryOut}: own layer taken off")]
    internal static partial void Released(ILogger log, string carryOut);

    [LoggerMessage(LogLevel.Warning, "the service does not answer: {Why}")]
    internal static partial void NoService(ILogger log, string why);
}
