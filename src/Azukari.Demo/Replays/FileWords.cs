using System.Collections.Frozen;
using System.Collections.Immutable;
using Azukari.Domain;
using Azukari.Domain.Applications;
using Azukari.Domain.Catalogue;
using Azukari.Domain.Engagements;
using Azukari.Domain.Incidents.Laws;
using Azukari.Domain.Media;

namespace Azukari.Demo.Replays;

/// <summary>The words of a replay file, and what they are in the rules. A word that is not here is unknown.</summary>
internal static class FileWords
{
    internal static readonly FrozenDictionary<string, OrganisationKind> Kinds = new Dictionary<string, OrganisationKind>
    {
        ["public-body"] = OrganisationKind.PublicBody,
        ["company"] = OrganisationKind.Company,
        ["courier"] = OrganisationKind.Courier,
    }.ToFrozenDictionary();

    internal static readonly FrozenDictionary<string, ImmutableArray<Role>> Roles = new Dictionary<string, ImmutableArray<Role>>
    {
        ["operator"] = [Role.Operator],
        ["carrier"] = [Role.Operator],
        ["keeper"] = [Role.Keeper],
        ["auditor"] = [Role.Auditor],
        ["project-manager"] = [Role.ProjectManager],
        ["executive"] = [Role.InformationManager],
        ["information-manager"] = [Role.InformationManager],
        ["approver"] = [Role.Approver],
        ["witness"] = [Role.Witness],
        ["security-officer"] = [Role.SecurityOfficer],
        ["owner-officer"] = [Role.Approver, Role.SecurityOfficer],
    }.ToFrozenDictionary();

    internal static readonly FrozenDictionary<string, NetworkLayer> Layers = new Dictionary<string, NetworkLayer>
    {
        ["my-number"] = NetworkLayer.MyNumber,
        ["lgwan"] = NetworkLayer.Lgwan,
        ["isolated"] = NetworkLayer.Isolated,
        ["internet"] = NetworkLayer.Internet,
    }.ToFrozenDictionary();

    internal static readonly FrozenDictionary<string, DatasetUnit> Units = new Dictionary<string, DatasetUnit>
    {
        ["people"] = DatasetUnit.People,
        ["households"] = DatasetUnit.Households,
        ["records"] = DatasetUnit.Records,
    }.ToFrozenDictionary();

    internal static readonly FrozenDictionary<string, FieldClass> Classes = new Dictionary<string, FieldClass>
    {
        ["identifier"] = FieldClass.Identifier,
        ["contact"] = FieldClass.Contact,
        ["financial"] = FieldClass.Financial,
        ["tax"] = FieldClass.Tax,
        ["welfare"] = FieldClass.Welfare,
        ["special-care"] = FieldClass.SpecialCare,
        ["my-number"] = FieldClass.MyNumber,
    }.ToFrozenDictionary();

    internal static readonly FrozenDictionary<string, EntityKind> Laws = new Dictionary<string, EntityKind>
    {
        ["private-operator"] = EntityKind.PrivateOperator,
        ["national-body"] = EntityKind.NationalBody,
        ["local-body"] = EntityKind.LocalBody,
        ["eu"] = EntityKind.EuEntity,
        ["uk"] = EntityKind.UkEntity,
        ["hipaa"] = EntityKind.HipaaEntity,
    }.ToFrozenDictionary();

    internal static readonly FrozenDictionary<string, MediumKind> Media = new Dictionary<string, MediumKind>
    {
        ["flash"] = MediumKind.Flash,
        ["disk"] = MediumKind.Disk,
        ["write-once"] = MediumKind.WriteOnce,
        ["tape"] = MediumKind.Tape,
    }.ToFrozenDictionary();

    internal static readonly FrozenDictionary<string, TransferMethod> Methods = new Dictionary<string, TransferMethod>
    {
        ["online"] = TransferMethod.Online,
        ["courier"] = TransferMethod.Courier,
        ["accompanied"] = TransferMethod.Accompanied,
        ["alone"] = TransferMethod.Alone,
    }.ToFrozenDictionary();
}
