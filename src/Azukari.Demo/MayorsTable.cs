using System.Globalization;
using Azukari.Demo.Stories;

namespace Azukari.Demo;

/// <summary>What a mayor wants to know, in two columns.</summary>
internal static class MayorsTable
{
    internal static IEnumerable<string> Of(Told told, string page)
    {
        yield return "";
        yield return Row("", "無事に終わった持出 / carried out", "紛失した持出 / lost");
        yield return Row("何人分 / people", Number(told.Carried, "people"), Number(told.Lost, "people"));
        yield return Row("何件 / records", Number(told.Carried, "records"), Number(told.Lost, "records"));
        yield return Row("状態 / state", "完了 / closed", "紛失・鍵は廃棄 / lost, keys dead");
        yield return Row("だれが読めるか / who can read it", "だれも（消去済み） / nobody: erased", "だれも / nobody");
        yield return "";
        yield return $"鍵 / keys   c-0001: {told.Closed["answer"]}";
        yield return $"            c-0002: {told.Lost["answer"]}";
        yield return $"開封の試み / attempt to open c-0002: {told.OpeningRefusedBy}";
        yield return "何が入っていたか / what was on it:";
        foreach (var data in told.Lost["data"]!.AsArray())
            yield return $"  {data!["dataset"],-26} {data["rows"]!.GetValue<long>(),9:N0} 件/rows {data["people"]!.GetValue<long>(),9:N0} 人/people  {string.Join(' ', data["fields"]!.AsArray())}";
        yield return "";
        yield return $"証拠 / evidence   {told.CarriedBundle}";
        yield return $"                  {told.LostBundle}";
        yield return $"検証 / verify     ./azukari verify {told.LostBundle} --genesis {told.Genesis}";
        yield return $"投入先 / loaded   {told.Destination}";
        yield return $"書類 / documents  {told.Documents}";
        yield return $"画面 / page       {page}";
        yield return string.Create(CultureInfo.InvariantCulture, $"所要 / took       {told.Took.TotalSeconds:F1} s");
        yield return "両方の鍵保持者は一台で動いています（デモのため）。 / Both key holders run on one machine, because this is a demo.";
    }

    private static string Row(string what, string left, string right) => $"{Wide(what, 34)}{Wide(left, 38)}{right}";

    /// <summary>Pads to columns of a terminal, where a Japanese character takes two.</summary>
    private static string Wide(string text, int columns) => text + new string(' ', Math.Max(1, columns - text.Sum(c => c > '\u2e7f' ? 2 : 1)));

    private static string Number(System.Text.Json.Nodes.JsonObject from, string name) => from[name]!.GetValue<long>().ToString("N0", CultureInfo.InvariantCulture);
}
