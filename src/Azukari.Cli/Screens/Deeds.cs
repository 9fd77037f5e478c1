namespace Azukari.Cli.Screens;

/// <summary>Everything that was begun at this screen since it was started. What is pressed twice is done once, and one thing at a time.</summary>
internal sealed class Deeds
{
    private readonly Lock gate = new();
    private readonly List<Deed> all = [];

    /// <summary>What is at work, or null.</summary>
    internal Deed? Running
    {
        get { lock (gate) return all.Find(deed => deed.IsRunning); }
    }

    internal Deed? Find(string id)
    {
        lock (gate) return all.Find(deed => deed.Id == id);
    }

    /// <summary>The same thing, begun and not started, or null.</summary>
    internal Deed? Begun(Doable what)
    {
        lock (gate) return all.Find(deed => Same(deed.What, what) && deed.Run is null);
    }

    /// <summary>Begins a deed; one of the same kind that is begun and still good goes on instead.</summary>
    internal Deed Begin(Doable what, DateTimeOffset now, Func<Deed> make)
    {
        lock (gate)
        {
            if (all.Find(deed => Same(deed.What, what) && deed.End is null && !deed.IsTooOld(now)) is { } begun) return begun;

            var made = make();
            all.Add(made);
            return made;
        }
    }

    /// <summary>Has the verb do it; nothing happens where it is done already, or something else is being done.</summary>
    internal void Start(Deed deed)
    {
        lock (gate)
        {
            if (deed.Run is null && deed.IsSigned && !all.Exists(other => other.IsRunning)) deed.Run = VerbRun.Start(deed.Call);
        }
    }

    /// <summary>Drops what was begun and not started.</summary>
    internal void Drop(Deed deed)
    {
        lock (gate)
        {
            if (deed.Run is not null) return;
            all.Remove(deed);
            deed.Draft?.Remove();
        }
    }

    /// <summary>Takes off the drafts of what has ended or has come too late to be signed; their pages go on saying what came of them.</summary>
    internal void Sweep(DateTimeOffset now)
    {
        lock (gate)
        {
            foreach (var deed in all.Where(deed => deed.End is not null || deed.IsTooOld(now))) deed.Draft?.Remove();
        }
    }

    private static bool Same(Doable one, Doable other) => (one.Kind, one.About, one.Medium) == (other.Kind, other.About, other.Medium);
}
