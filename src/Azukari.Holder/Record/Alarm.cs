using System.Text;

namespace Azukari.Holder.Record;

/// <summary>Why a holder believes nobody any more: it cosigns and releases nothing until a person has looked, and goes on killing.</summary>
internal static class AlarmCode
{
    internal const string Fork = "fork", RefusedEntry = "refused-entry", WrongGenesis = "wrong-genesis", NotOurKeys = "not-our-keys", Restored = "restored", RecordDamaged = "record-damaged";
}

/// <summary>The alarm outlives a restart. It is a file, so that lifting it is a person's deed on this machine and nobody's request.</summary>
internal sealed class Alarm
{
    private readonly string path;
    private readonly ILogger log;
    private volatile string? code;

    internal Alarm(string folder, ILogger log)
    {
        (path, this.log) = (Path.Combine(folder, "alarm"), log);
        if (File.Exists(path)) code = File.ReadAllText(path).Trim();
    }

    /// <summary>The first thing that went wrong, or null.</summary>
    internal string? Code => code;

    internal bool IsRaised => code is not null;

    /// <param name="why">One of <see cref="AlarmCode"/>.</param>
    /// <param name="evidence">The note that the log signed and that contradicts what was seen: whoever looks can show it to others.</param>
    internal void Raise(string why, byte[]? evidence = null)
    {
        if (code is not null) return;

        code = why;
        HolderLog.AlarmRaised(log, why);
        if (evidence is not null) DurableFile.Write(path + ".evidence", evidence);
        DurableFile.Write(path, Encoding.ASCII.GetBytes(why + "\n"));
    }
}
