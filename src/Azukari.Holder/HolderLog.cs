namespace Azukari.Holder;

/// <summary>Everything a holder writes to its log: ids, codes and numbers. Never a body, a key or a name.</summary>
internal static partial class HolderLog
{
    [LoggerMessage(1, LogLevel.Critical, "alarm {Code}: nothing is cosigned or released until a person has looked")]
    internal static partial void AlarmRaised(ILogger log, string code);

    [LoggerMessage(2, LogLevel.Debug, "followed to {Size}")]
    internal static partial void Followed(ILogger log, long size);

    [LoggerMessage(3, LogLevel.Debug, "cosigned {Size}")]
    internal static partial void Cosigned(ILogger log, long size);

    [LoggerMessage(4, LogLevel.Information, "deposited {Recipient}")]
    internal static partial void Deposited(ILogger log, string recipient);

    [LoggerMessage(5, LogLevel.Warning, "destroyed {Recipient} for {Cause}, number {Count}")]
    internal static partial void Destroyed(ILogger log, string recipient, string cause, long count);

    [LoggerMessage(6, LogLevel.Critical, "the disk failed while {Recipient} was destroyed; it gives nothing and is tried again")]
    internal static partial void DestructionFailed(ILogger log, Exception fault, string recipient);

    [LoggerMessage(7, LogLevel.Warning, "loss reported for {CarryOut}; named in the permit: {Named}")]
    internal static partial void LossReported(ILogger log, string carryOut, bool named);

    [LoggerMessage(8, LogLevel.Information, "layer taken off for {CarryOut}; asked again: {Again}")]
    internal static partial void Released(ILogger log, string carryOut, bool again);

    [LoggerMessage(9, LogLevel.Information, "release refused for {CarryOut}: {Codes}")]
    internal static partial void ReleaseRefused(ILogger log, string carryOut, string codes);

    [LoggerMessage(10, LogLevel.Error, "a round failed; the next one comes")]
    internal static partial void RoundFailed(ILogger log, Exception fault);

    [LoggerMessage(11, LogLevel.Information, "the service took the tombstone of {Recipient}")]
    internal static partial void TombstoneTaken(ILogger log, string recipient);

    [LoggerMessage(12, LogLevel.Warning, "the service refused {What} with {Status}")]
    internal static partial void NotTaken(ILogger log, string what, int status);

    [LoggerMessage(13, LogLevel.Critical, "the disk failed while the report of {CarryOut} was written; it stands in memory")]
    internal static partial void ReportNotKept(ILogger log, Exception fault, string carryOut);

    [LoggerMessage(14, LogLevel.Critical, "by this computer's clock the time of {Count} keys is over: they give nothing, and end when the other side's time agrees or after 24 hours; if the clock is wrong, set it right before then")]
    internal static partial void TimeOver(ILogger log, int count);

    [LoggerMessage(15, LogLevel.Critical, "the disk failed while it was noted which keys are past their time; it stands in memory")]
    internal static partial void OverdueNotKept(ILogger log, Exception fault);

    [LoggerMessage(17, LogLevel.Critical, "the disk does not give the key {Recipient}: nothing can be opened with it; it is destroyed like every other when it must end, and what is sealed for it has to be sealed again")]
    internal static partial void KeyUnreadable(ILogger log, string recipient);

    [LoggerMessage(16, LogLevel.Warning, "the service has forgotten entries; {Count} from {From} on were given back")]
    internal static partial void GivenBack(ILogger log, long from, int count);

    [LoggerMessage(18, LogLevel.Critical, "the disk does not give the tombstone of {Recipient}: the key is dead and stays so; its tombstone is taken from the record, or written anew where the record has none")]
    internal static partial void TombstoneUnreadable(ILogger log, string recipient);
}
