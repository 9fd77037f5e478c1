using Azukari.Protocol.Wording;

namespace Azukari.Demo.Replays;

/// <summary>What people did, in the words of the story; a word that is not here is shown as it stands in the file.</summary>
internal static class DidWording
{
    internal static Words Of(string did) => did switch
    {
        "ask" => new("持出しの依頼", "asked to carry data out"),
        "endorse" => new("申請の支持", "endorsed"),
        "approve" => new("承認", "approved"),
        "decline" => new("不承認", "declined"),
        "seal" => new("媒体への書込み", "written to media"),
        "depart" => new("搬出", "left the building"),
        "arrive" => new("到着", "arrived"),
        "open" => new("開封", "opened"),
        "finish" => new("作業終了", "work finished"),
        "leave" => new("退出", "went away with it"),
        "lose" => new("紛失", "lost it"),
        "stay-silent" => new("届け出ず", "told nobody in charge"),
        "report" => new("報告", "reported"),
        "count" => new("内容の確認", "counted what was on it"),
        "publish" => new("公表", "made public"),
        "find" => new("発見", "found"),
        "return" => new("返却", "brought home"),
        _ => new(did, did),
    };
}
