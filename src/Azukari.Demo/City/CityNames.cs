using System.Text;

namespace Azukari.Demo.City;

/// <summary>A word and how it is read; UTF-8, because rows are written as bytes.</summary>
internal readonly record struct CityWord(ReadOnlyMemory<byte> Written, ReadOnlyMemory<byte> Kana);

/// <summary>Common Japanese names put together at random; 髙 﨑 邉 𠮷 are among them, which older systems cannot write.</summary>
internal static class CityNames
{
    public static readonly CityWord[] Surnames = Words("""
        佐藤 サトウ 鈴木 スズキ 高橋 タカハシ 髙橋 タカハシ 田中 タナカ 伊藤 イトウ 渡辺 ワタナベ 渡邉 ワタナベ 山本 ヤマモト 中村 ナカムラ
        小林 コバヤシ 加藤 カトウ 吉田 ヨシダ 𠮷田 ヨシダ 山田 ヤマダ 佐々木 ササキ 山口 ヤマグチ 松本 マツモト 井上 イノウエ 木村 キムラ
        林 ハヤシ 斎藤 サイトウ 齋藤 サイトウ 清水 シミズ 山崎 ヤマザキ 山﨑 ヤマサキ 森 モリ 池田 イケダ 橋本 ハシモト 阿部 アベ
        石川 イシカワ 小川 オガワ 前田 マエダ 岡田 オカダ 長谷川 ハセガワ 藤田 フジタ 後藤 ゴトウ 近藤 コンドウ 村上 ムラカミ 遠藤 エンドウ
        青木 アオキ 坂本 サカモト 福田 フクダ 太田 オオタ 西村 ニシムラ 藤井 フジイ 岡本 オカモト 藤原 フジワラ 三浦 ミウラ 中野 ナカノ
        原田 ハラダ 松田 マツダ 竹内 タケウチ 中川 ナカガワ 髙田 タカダ 田邉 タナベ 川﨑 カワサキ 𠮷村 ヨシムラ 宮﨑 ミヤザキ 上野 ウエノ
        """);

    public static readonly CityWord[] WomenGiven = Words("""
        陽子 ヨウコ 恵子 ケイコ 幸子 サチコ 和子 カズコ 洋子 ヒロコ 裕子 ユウコ 真由美 マユミ 久美子 クミコ 明美 アケミ 直美 ナオミ
        美咲 ミサキ 葵 アオイ 結衣 ユイ 陽菜 ヒナ さくら サクラ 美優 ミユ 七海 ナナミ 千尋 チヒロ 彩花 アヤカ 詩織 シオリ
        みどり ミドリ 節子 セツコ 文代 フミヨ 千代 チヨ 香織 カオリ 麻衣 マイ 愛 アイ 紬 ツムギ 凛 リン 莉子 リコ
        """);

    public static readonly CityWord[] MenGiven = Words("""
        誠 マコト 隆 タカシ 茂 シゲル 実 ミノル 清 キヨシ 勇 イサム 博 ヒロシ 浩 ヒロシ 健一 ケンイチ 和夫 カズオ
        大輔 ダイスケ 翔太 ショウタ 拓也 タクヤ 健太 ケンタ 直樹 ナオキ 哲也 テツヤ 剛 ツヨシ 翼 ツバサ 蓮 レン 湊 ミナト
        悠真 ユウマ 陽翔 ハルト 樹 イツキ 大和 ヤマト 颯太 ソウタ 幸雄 ユキオ 正 タダシ 進 ススム 昭 アキラ 修 オサム
        """);

    private static CityWord[] Words(string pairs)
    {
        var words = pairs.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
        return [.. words.Chunk(2).Select(pair => new CityWord(Encoding.UTF8.GetBytes(pair[0]), Encoding.UTF8.GetBytes(pair[1])))];
    }
}
