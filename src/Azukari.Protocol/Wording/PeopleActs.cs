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

    internal static IEnumerable<Words> Lines(ReplaceKey act, FactWording words) =>
    [
        new("失われた鍵を、新しい鍵に切り替えます。古い鍵は、記録されたときから何にも使えません。もう一方の側に知らせます。",
            "A lost key is replaced. From this entry on the old key counts for nothing; the other side is told."),
        Line.Of("人", "Person", words.Person(act.Person)),
        Line.Of("新しい鍵", "New key", Key(act.Key)),
        .. words.Facts.People.TryGetValue(act.Person, out var person) && person.Key.Id != act.Key.Id ? [Line.Of("失われた鍵", "Lost key", Key(person.Key))] : Array.Empty<Words>(),
    ];

    internal static IEnumerable<Words> Lines(AddKeyAtStations act, FactWording words) =>
    [
        new("登録端末の画面で署名するための鍵を加えます。この鍵は、端末の署名とともにのみ数えます。前の端末用の鍵は使えなくなります。",
            "A key is added for signing at the screens of stations. It counts only beside a station's own signature; an earlier such key counts for nothing any more."),
        Line.Of("人", "Person", words.Person(act.Person)),
        Line.Of("端末用の鍵", "Key at stations", Key(act.Key)),
        .. words.Presence(act.Presence),
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
        .. act.From is { } from ? [Line.Of("任期の始まり", "From", words.At(from))] : Array.Empty<Words>(),
        Line.Of("任期の終わり", "Until", words.At(act.Until)),
        .. act.Deputises is { } principal ? [Line.Of("代理される人", "Deputy of", words.Person(principal))] : Array.Empty<Words>(),
    ];

    internal static IEnumerable<Words> Lines(EndRole act, FactWording words) =>
    [
        new("役割を解きます。", "A duty ends now."),
        Line.Of("人", "Person", words.Person(act.Person)),
        Line.Of("役割", "Duty", RoleWording.Of(act.Role)),
    ];

    internal static IEnumerable<Words> Lines(TransferDuties act, FactWording words) =>
    [
        new("進行中の持出を引き継がせます。手元にある媒体は、受渡でのみ移ります。", "What is open passes to a successor; a medium in the hand passes only by a hand-over."),
        Line.Of("引き継がせる人", "From", words.Person(act.From)),
        Line.Of("引き継ぐ人", "To", words.Person(act.To)),
    ];

    internal static IEnumerable<Words> Lines(WaiveSeparation act, FactWording words) =>
    [
        new("兼務の特例を定めます。承認者が同じ持出の立会者になれます。", "The approver may be the witness of the same carry-out; every seal made so will say it."),
        Line.Of("特例の期限", "Until", words.At(act.LastDay)),
    ];

    internal static IEnumerable<Words> Lines(EnrolStation act, FactWording words) =>
    [
        new("端末を登録端末として認めます。", "I admit a computer as a station."),
        Line.Of("登録端末", "Station", act.Station.Value),
        Line.Of("拠点", "Site", words.Site(act.Site)),
        Line.Of("鍵", "Key", Key(act.Key)),
    ];

    internal static Words Key(SigningKeyFact key) => Line.Noted(
        Printed.Short(key.Id), key.Origin is { } origin ? new($"パスキー（{origin}）", $"passkey at {origin}") : EnumWording.Of(key.Form));
}
