namespace Azukari.Protocol.Wording;

/// <summary>R14: how it travels from hand to hand.</summary>
internal static class CustodyReasons
{
    internal static readonly ReasonText ParcelDiffers = new(
        new("届いた荷物の追跡番号・受領番号が、運送業者に渡したときの記録と一致しません。", "The tracking and receipt numbers of the parcel are not those with which the courier took it."),
        new("荷物の番号を読み取って記入してください。番号が違うときは開封せず、紛失等を届け出てください。", "Read the numbers on the parcel and state them; if they differ, do not open it and report it."));

    internal static readonly ReasonText RouteNotStated = new(
        new("同行による運搬の経路が示されていません。", "The route of the accompanied carriage is not stated."),
        new("立寄りをしない経路を示し、携行者全員で署名してください。", "State the route, which is travelled without a stop, and let everybody who carries it sign."));
}
