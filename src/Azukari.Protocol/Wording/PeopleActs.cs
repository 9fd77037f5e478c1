using Azukari.Domain;
using Azukari.Domain.People;

namespace Azukari.Protocol.Wording;

/// <summary>People, their duties, and stations.</summary>
internal static class PeopleActs
{
    internal static IEnumerable<Words> Lines(EnrolPerson act, FactWording words) =>
    [
        new("人を登録します。", "I enrol a person."),
        Line.Of("仮名", "Pseudonym", act.Person.Value),
        Line.Of("所属", "Organisation", words.Organisation(act.Organisation)),
        Line.Of("鍵", "Key", Key(act.Key)),
    ];

    internal static IEnumerable<Words> Lines(SeePerson act, FactWording words) =>
    [
        new("本人に会い、在籍を示すものを確認しました。", "I have seen the person and a document of the employer."),
        Line.Of("人", "Person", words.Person(act.Person)),
        Line.Of("確認したもの", "Document", EnumWording.Of(act.Document)),
    ];

    internal static IEnumerable<Words> Lines(AppointRole act, FactWording words) =>
    [
        new("役割に任命します。", "I appoint a person to a duty."),
        Line.Of("人", "Person", words.Person(act.Person)),
        Line.Of("役割", "Duty", RoleWording.Of(act.Role)),
        Line.Of("任期の終わり", "Until", words.At(act.Until)),
    ];

    internal static IEnumerable<Words> Lines(EnrolStation act, FactWording words) =>
    [
        new("端末を登録端末として認めます。", "I admit a computer as a station."),
        Line.Of("登録端末", "Station", act.Station.Value),
        Line.Of("拠点", "Site", words.Site(act.Site)),
        Line.Of("鍵", "Key", Key(act.Key)),
    ];

    internal static Words Key(SigningKeyFact key) => Line.Noted(Printed.Short(key.Id), EnumWording.Of(key.Form));
}
