using System.Globalization;
using Azukari.Demo.Stories;

namespace Azukari.Demo;

/// <summary>What a mayor wants to know, in two columns.</summary>
internal static class MayorsTable
{
    internal static IEnumerable<string> Of(Told told, string page)
    {
        yield return "";
        yield return "                                   無事に終わった持出 / carried out      紛失した持出 / lost";
        yield return Row("何人分 / people", Number(told.Carried, "people"), Number(told.Lost, "people"));
        yield return Row("何件 / records", Number(told.Carried, "records"), Number(told.Lost, "records"));
        yield return Row("状態 / state", told.Closed["phase"]!.GetValue<string>(), "Lost");
        yield return Row("鍵 / key", Short(told.Closed["answer"]!.GetValue<string>()), Short(told.Lost["answer"]!.GetValue<string>()));
        yield return Row("だれか読めるか / readable?", "消去済み / erased", "だれにも読めない / by nobody");
        yield return "";
        yield return $"開封の試み / attempt to open: {told.OpeningRefusedBy}";
        yield return $"証拠 / evidence:  {told.CarriedBundle}";
        yield return $"                  {told.LostBundle}";
        yield return $"起点 / genesis:   {told.Genesis}";
        yield return $"画面 / page:      {page}";
        yield return string.Create(CultureInfo.InvariantCulture, $"所要 / took:      {told.Took.TotalSeconds:F1} s");
        yield return "両方の鍵保持者は一台で動いています（デモのため）。 / Both key holders run on one machine, because this is a demo.";
    }

    private static string Row(string what, string left, string right) => $"{what,-32} {left,-36} {right}";

    private static string Number(System.Text.Json.Nodes.JsonObject from, string name) => from[name]!.GetValue<long>().ToString("N0", CultureInfo.InvariantCulture);

    private static string Short(string words) => words.Length > 35 ? words[..words.IndexOfAny([',', '.'])] : words;
}
