using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Documents;

/// <summary>What is noted beside the record, by name.</summary>
public static class ParticularWording
{
    /// <summary>The name of a particular.</summary>
    public static Words Of(Particular what) => what switch
    {
        Particular.PersonName => new("氏名", "name of a person"),
        Particular.PersonPost => new("職名", "post of a person"),
        Particular.PersonContact => new("連絡先", "contact of a person"),
        Particular.OrganisationName => new("組織名称", "name of an organisation"),
        Particular.OrganisationAddress => new("組織所在地", "address of an organisation"),
        Particular.OrganisationHead => new("組織代表者", "head of an organisation"),
        Particular.OrganisationTelephone => new("組織電話番号", "telephone of an organisation"),
        Particular.SiteName => new("拠点名称", "name of a site"),
        Particular.MediumProduct => new("媒体製品名", "product name of a medium"),
        Particular.DatasetName => new("データ名称", "name of a dataset"),
        Particular.EngagementTitle => new("業務名", "title of the work"),
        Particular.ContractNumber => new("契約番号", "contract number"),
    };
}
