using System.Collections.Immutable;
using Azukari.Domain.Catalogue;
using Azukari.Domain.Incidents.Laws;

namespace Azukari.Domain.Tests;

/// <summary>Small law packs and facts for the rules' own tests; the packs that are shipped are tested with the data.</summary>
internal static class LawSamples
{
    internal static readonly DateOnly Always = new(2020, 1, 1);

    internal static readonly LawPack Private = Japan("jp-private", [EntityKind.PrivateOperator], mostPersons: 1000, endsWithNotice: true);

    internal static readonly LawPack Public = Japan("jp-public", [EntityKind.NationalBody, EntityKind.LocalBody], mostPersons: 100, endsWithNotice: false);

    internal static readonly LawPack MyNumber = new(
        new("jp-my-number"), "2020-01-01.1", Always, null, [EntityKind.PrivateOperator, EntityKind.NationalBody, EntityKind.LocalBody], ExemptionEffect.Everything,
        [
            new("1", "rule-2", [FieldClass.MyNumber]), new("2", "rule-2", [FieldClass.MyNumber], ImproperPurpose: true),
            new("3", "rule-2", [FieldClass.MyNumber], OpenToAll: true), new("4", "rule-2", [FieldClass.MyNumber], PersonsOver: 100),
        ],
        [Final("2", endsWithNotice: true)], [ReportItem.Outline], [ReportItem.Outline]);

    internal static readonly LawPack Gdpr = new(
        new("gdpr"), "2020-01-01.1", Always, null, [EntityKind.EuEntity], ExemptionEffect.NoticeToPersons,
        [new("33", "art-33", [], UnlessRiskUnlikely: true)],
        [
            new(BreachDuty.AuthorityReport, "art-33", Binding.Statute, [ChainRole.Owner], CountUnit.Hours, 72, []),
            new(BreachDuty.NoticeToEntrustor, "art-33", Binding.Statute, [ChainRole.Entrustee], CountUnit.NoNumber, 0, []),
            new(BreachDuty.NoticeToPersons, "art-34", Binding.Statute, [ChainRole.Owner], CountUnit.NoNumber, 0, [], NeedsHighRisk: true),
        ],
        [ReportItem.Outline], [ReportItem.Outline]);

    internal static readonly LawPack Hipaa = new(
        new("hipaa"), "2013-09-23.1", new(2013, 9, 23), null, [EntityKind.HipaaEntity], ExemptionEffect.Everything,
        [new("164.402", "164.402", [], UnlessRiskUnlikely: true)],
        [
            new(BreachDuty.NoticeToPersons, "164.404", Binding.Statute, [ChainRole.Owner], CountUnit.DaysAfter, 60, []),
            new(BreachDuty.AuthorityReport, "164.408", Binding.Statute, [ChainRole.Owner], CountUnit.DaysAfter, 60, [], PersonsFrom: 500),
            new(BreachDuty.YearlyReport, "164.408", Binding.Statute, [ChainRole.Owner], CountUnit.DaysAfterYearEnd, 60, [], PersonsTo: 499),
        ],
        [ReportItem.Outline], [ReportItem.Outline]);

    /// <summary>The holidays of the days around the vectors.</summary>
    internal static readonly ClosedDays Closed = new("test", new(2016, 1, 1), new(2027, 12, 31), new(2026, 12, 31),
    [
        new(2022, 7, 18), new(2022, 8, 11), new(2026, 4, 29), new(2026, 5, 3), new(2026, 5, 4), new(2026, 5, 5), new(2026, 5, 6), new(2026, 11, 3), new(2027, 1, 1),
    ]);

    internal static readonly LegalEntity Company = new(Tests.Town.Contractor, [EntityKind.PrivateOperator], ChainRole.Entrustee);

    internal static readonly LegalEntity Municipality = new(Tests.Town.City, [EntityKind.LocalBody], ChainRole.Owner);

    /// <summary>A stick with the special-care data of ten people, lost outside and known at noon of this day.</summary>
    internal static BreachFacts Known(DateOnly day, LegalEntity? entity = null) => new()
    {
        Entity = entity ?? Company,
        Calendar = Calendar.Japan,
        KnewAt = Noon(day),
        People = [Exactly(day, 10)],
        Classes = [FieldClass.Identifier, FieldClass.SpecialCare],
        Events = [Incidents.LossKind.Lost],
        OtherCopy = true,
    };

    internal static DateTimeOffset Noon(DateOnly day) => new(day.ToDateTime(new(12, 0)), TimeSpan.FromHours(9));

    internal static PersonCount Exactly(DateOnly since, long persons) => new(Noon(since), persons, persons);

    internal static BreachDeadline? FinalReport(LawPack pack, BreachFacts facts) =>
        BreachClocks.Of(pack, facts, Closed).SingleOrDefault(deadline => deadline.Duty == BreachDuty.FinalReport);

    internal static ImmutableArray<string> Items(LawPack pack, BreachFacts facts) => [.. Triggers.Of(pack, facts).Select(trigger => trigger.Item)];

    private static LawPack Japan(string id, ImmutableArray<EntityKind> kinds, long mostPersons, bool endsWithNotice) => new(
        new(id), "2020-01-01.1", Always, null, kinds, ExemptionEffect.Everything,
        [
            new("1", "rule", [FieldClass.SpecialCare]), new("2", "rule", [FieldClass.Financial]),
            new("3", "rule", [], ImproperPurpose: true), new("4", "rule", [], PersonsOver: mostPersons),
        ],
        [
            Prompt(3, endsWithNotice), Prompt(5, endsWithNotice), Final("3", endsWithNotice),
            new(BreachDuty.NoticeToEntrustor, "guide", Binding.Guidance, [ChainRole.Entrustee], CountUnit.DaysFromDayOne, 3, []),
            new(BreachDuty.NoticeToPersons, "rule", Binding.Statute, [ChainRole.Owner, ChainRole.Entrustee], CountUnit.NoNumber, 0, [], EndsWithNoticeToEntrustor: endsWithNotice),
        ],
        [
            ReportItem.Outline, ReportItem.DataItems, ReportItem.PersonCount, ReportItem.Cause, ReportItem.SecondaryDamage, ReportItem.ResponseToPersons,
            ReportItem.Publication, ReportItem.Prevention, ReportItem.OtherMatters,
        ],
        [ReportItem.Outline, ReportItem.DataItems, ReportItem.Cause, ReportItem.SecondaryDamage, ReportItem.OtherMatters]);

    private static PackClock Prompt(int days, bool endsWithNotice) => new(
        BreachDuty.PromptReport, "guide", Binding.Guidance, [ChainRole.Owner, ChainRole.Entrustee], CountUnit.DaysFromDayOne, days, [], EndsWithNoticeToEntrustor: endsWithNotice);

    private static PackClock Final(string longerFor, bool endsWithNotice) => new(
        BreachDuty.FinalReport, "rule", Binding.Statute, [ChainRole.Owner, ChainRole.Entrustee], CountUnit.DaysFromDayOne, 30, [new(longerFor, 60)],
        Rolls: true, EndsWithNoticeToEntrustor: endsWithNotice);
}
