namespace Azukari.Domain.Media;

/// <summary>The kinds of media; they differ in how they can be erased (R5, R19).</summary>
public enum MediumKind
{
    /// <summary>A USB stick or card. An overwrite of it is Clear, never Purge.</summary>
    Flash,

    /// <summary>A magnetic disk.</summary>
    Disk,

    /// <summary>A write-once disc; it ends destroyed.</summary>
    WriteOnce,

    /// <summary>A tape.</summary>
    Tape,
}

/// <summary>How a medium is destroyed (R19).</summary>
public enum DestructionMethod
{
    /// <summary>粉砕・細断 to pieces; how small is for the owner's standard.</summary>
    Shredded,

    /// <summary>焼却.</summary>
    Incinerated,

    /// <summary>溶解.</summary>
    Melted,
}

/// <summary>How a medium has left the register's use (R21). Its line in the register stays.</summary>
public enum MediumEndKind
{
    /// <summary>Released from the engagement, free and at home.</summary>
    Released,

    /// <summary>Destroyed.</summary>
    Destroyed,

    /// <summary>Lost.</summary>
    Lost,
}
