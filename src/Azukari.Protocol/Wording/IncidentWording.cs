using Azukari.Domain.Incidents;

namespace Azukari.Protocol.Wording;

/// <summary>What people read about incidents. A choice without words does not compile.</summary>
public static class IncidentWording
{
    /// <summary>What opened an incident.</summary>
    public static Words Of(IncidentCause cause) => cause switch
    {
        IncidentCause.Lost => new("紛失の届出", "reported lost"),
        IncidentCause.Stolen => new("盗難の届出", "reported stolen"),
        IncidentCause.Misdelivered => new("誤配の届出", "reported misdelivered"),
        IncidentCause.SealBroken => new("封印の異常の届出", "reported with a broken seal"),
        IncidentCause.FoundByOthers => new("第三者による発見の届出", "reported found by somebody else"),
        IncidentCause.FoundByStranger => new("拾得者からの届出（署名なし）", "reported by a stranger, unsigned"),
        IncidentCause.NotIntact => new("受渡時の封印の異常", "not intact at a hand-over"),
        IncidentCause.SignaturesMissing => new("緊急承認の署名不足", "signatures of an urgent approval missing"),
        IncidentCause.BreakGlass => new("非常時の開封", "break-glass"),
        IncidentCause.WithoutPermit => new("許可のない媒体接続", "connected without a permit"),
        IncidentCause.MissingAtInventory => new("棚卸しでの所在不明", "missing at the inventory"),
    };
}
