namespace Azukari.Server.Watch;

/// <summary>What the service's log says of the watch: ids, codes and numbers. Never an address or a name.</summary>
internal static partial class WatchMessages
{
    [LoggerMessage(LogLevel.Warning, "{Engagement} #{Seq} {Kind} has passed, step {Step}, call {Call}")]
    internal static partial void Sounded(ILogger log, string engagement, long seq, string kind, long step, long call);

    [LoggerMessage(LogLevel.Critical, "{Engagement} the clock is in doubt: nothing is released, ended or started until it is right or both key holders agree with it")]
    internal static partial void ClockInDoubt(ILogger log, string engagement);

    [LoggerMessage(LogLevel.Error, "a round of the watch failed: {Kind}; the next one comes")]
    internal static partial void RoundFailed(ILogger log, string kind);

    [LoggerMessage(LogLevel.Error, "{Engagement} alarm {Alarm} was not delivered at try {Tries}: {Kind}; it is tried again")]
    internal static partial void NotDelivered(ILogger log, string engagement, string alarm, long tries, string kind);

    [LoggerMessage(LogLevel.Information, "{Engagement} alarm {Alarm} delivered by {Way}")]
    internal static partial void Delivered(ILogger log, string engagement, string alarm, string way);

    [LoggerMessage(LogLevel.Error, "a round of deliveries failed: {Kind}; the next one comes")]
    internal static partial void DeliveryFailed(ILogger log, string kind);
}
