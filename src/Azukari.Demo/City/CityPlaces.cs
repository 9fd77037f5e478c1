using System.Text;

namespace Azukari.Demo.City;

/// <summary>The invented city of 澪渡 and its parts. No postal code begins with 000 and no bank has a code from 0900 to 0909.</summary>
internal static class CityPlaces
{
    public static readonly byte[][] Towns = Utf8(
        "汐音町 澪見台 灯ヶ原 月渡町 風待町 藍沢通 砂鐘町 雲居台 鈴凪町 帆影町 霧笛町 柚葉町 千羽原 白瀬戸通 蛍沢町 夕汐町 舟唄町 星積町 草笛台 錨通");

    public static readonly byte[][] Chome = Utf8("一丁目 二丁目 三丁目 四丁目 五丁目 六丁目");

    public static readonly byte[][] Flats = Utf8("コーポ澪渡 メゾン帆影 ハイツ夕汐 澪見台団地 グランド月渡");

    public static readonly byte[][] AccountTypes = Utf8("普通 普通 普通 普通 普通 普通 普通 普通 貯蓄 当座");

    public static readonly byte[][] UndeliveredReasons = Utf8("あて所に尋ねあたらず 保管期間経過 受取拒絶 転居先不明");

    private static byte[][] Utf8(string words) => [.. words.Split(' ').Select(Encoding.UTF8.GetBytes)];
}
