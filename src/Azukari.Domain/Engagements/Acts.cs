using System.Collections.Immutable;

namespace Azukari.Domain.Engagements;

/// <summary>起点: the first entry, from which all trust starts. Signed by one root person of each side; its leaf hash is handed over on paper.</summary>
public sealed record FoundEngagement(
    EngagementId Engagement, string Zone, FoundingSide Owner, FoundingSide Contractor, string LogOrigin, string LogKey) : Act
{
    private protected override void Closed() { }
}

/// <summary>One side as the genesis pins it.</summary>
/// <param name="Organisation">The organisation of this side.</param>
/// <param name="Root">Its root person, who represents it.</param>
/// <param name="RootKey">The root person's key.</param>
/// <param name="HolderKey">The key with which this side's key holder signs.</param>
/// <param name="WitnessKey">The verifier key (vkey) with which this side's holder cosigns the log.</param>
public sealed record FoundingSide(OrganisationId Organisation, PersonId Root, SigningKeyFact RootKey, SigningKeyFact HolderKey, string WitnessKey);

/// <summary>What kind of party an organisation is.</summary>
public enum OrganisationKind
{
    /// <summary>A city or another public body.</summary>
    PublicBody,

    /// <summary>A company that does entrusted work.</summary>
    Company,

    /// <summary>運送業者: a registered courier. Its drivers sign nothing; the giver's entry stands for them (R14).</summary>
    Courier,
}

/// <summary>再委託の承認: the owner admits an organisation to the chain, under the one that entrusts it (R1).</summary>
/// <param name="Text">Salted commitment to what was applied for: the work, its reason, its safeguards; null where no paper was handed in.</param>
public sealed record ApproveOrganisation(
    OrganisationId Organisation, OrganisationKind Kind, OrganisationId EntrustedBy, PersonId Representative, SigningKeyFact Key, Digest? Text = null) : Act
{
    private protected override void Closed() { }
}

/// <summary>再委託の承認の取消し: the owner takes an approval back; every organisation below it falls with it (R1).</summary>
public sealed record WithdrawOrganisation(OrganisationId Organisation) : Act
{
    private protected override void Closed() { }
}

/// <summary>Layers of municipal networks; a crossing table says which may send to which (R8).</summary>
public enum NetworkLayer
{
    /// <summary>個人番号利用事務系.</summary>
    MyNumber,

    /// <summary>LGWAN接続系.</summary>
    Lgwan,

    /// <summary>A network of its own without a way out.</summary>
    Isolated,

    /// <summary>インターネット接続系.</summary>
    Internet,
}

/// <summary>One allowed direction of the crossing table.</summary>
public sealed record Crossing(NetworkLayer From, NetworkLayer To);

/// <summary>The owner's policy, signed by the owner's approver (R8).</summary>
/// <param name="LongestHours">The longest time from leaving to erasure, in hours.</param>
/// <param name="MarginPercent">How far the largest number of people may stand above the planned count, in percent.</param>
/// <param name="MostMedia">The most media that one carry-out may use.</param>
/// <param name="Crossings">The crossing table; what it does not list is refused.</param>
/// <param name="LastDay">The last moment of validity: policy lapses with the fiscal year.</param>
/// <param name="Calendar">How the owner counts days; null for Japan's.</param>
/// <param name="Clock">R15's clocks; null for the default.</param>
/// <param name="MostInSeries">The most carry-outs that one approval may cover (R9); 0 where each needs its own.</param>
/// <param name="Media">What is demanded of media; null for the default.</param>
/// <param name="Retention">How long each kind of record is kept once the engagement has ended; null for the default.</param>
public sealed record SetPolicy(
    int LongestHours, int MarginPercent, int MostMedia, ImmutableArray<Crossing> Crossings, DateTimeOffset LastDay,
    Calendar? Calendar = null, Watch.ClockPolicy? Clock = null, int MostInSeries = 0, Domain.Media.MediaPolicy? Media = null, Closing.RetentionPolicy? Retention = null) : Act
{
    private protected override void Closed() { }
}

/// <summary>A site where data or media may be.</summary>
public sealed record RegisterSite(SiteId Site, NetworkLayer Layer) : Act
{
    private protected override void Closed() { }
}
