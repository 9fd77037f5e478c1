using Azukari.Protocol.Wording;

namespace Azukari.Protocol.Documents;

/// <summary>How a document says where a value comes from, and that there is none.</summary>
public static class GroundWording
{
    /// <summary>The mark beside a value; null for what is signed, which is the rule on every document.</summary>
    public static Words? Mark(Ground ground) => ground switch
    {
        Ground.Measured => new("測定", "measured"),
        Ground.Declared => new("申告", "declared"),
        _ => null,
    };

    /// <summary>What stands in the place of a value that is not known; null where there is one.</summary>
    public static Words? Absent(Ground ground) => ground switch
    {
        Ground.NotStated => new("記載なし", "not stated"),
        Ground.NotYet => new("—", "—"),
        Ground.NotRecorded => new("記録なし", "not in the record"),
        Ground.NotApplicable => new("該当なし", "not applicable"),
        _ => null,
    };
}
