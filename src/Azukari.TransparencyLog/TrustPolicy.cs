using System.Text;

namespace Azukari.TransparencyLog;

/// <summary>Whom one trusts: which logs, which witnesses, and how many of them (tlog-policy).</summary>
/// <remarks>
/// A subset of the format: at least one log, Ed25519 keys only, names in UTF-8.
/// Comments and spacing are read and not kept: <see cref="ToBytes"/> writes the one plain form.
/// </remarks>
public sealed class TrustPolicy
{
    /// <summary>The quorum that asks for no witness at all.</summary>
    public const string NoQuorum = "none";

    /// <summary>A policy; groups in the order of their lines, members before those that name them.</summary>
    /// <exception cref="LogException"><see cref="LogFault.Policy"/>: the members do not make a policy.</exception>
    public TrustPolicy(
        IReadOnlyList<PolicyLog> logs, IReadOnlyList<PolicyWitness> witnesses, IReadOnlyList<PolicyGroup> groups, string quorum)
    {
        (Logs, Witnesses, Groups, Quorum) = ([.. logs], [.. witnesses], [.. groups], quorum);
        PolicyLaw.Check(this);
    }

    /// <summary>Any one of these must have signed.</summary>
    public IReadOnlyList<PolicyLog> Logs { get; }

    /// <summary>Everybody whose cosignature is looked for.</summary>
    public IReadOnlyList<PolicyWitness> Witnesses { get; }

    /// <summary>Who counts together with whom.</summary>
    public IReadOnlyList<PolicyGroup> Groups { get; }

    /// <summary>The witness or group that must have seen a checkpoint, or <see cref="NoQuorum"/>.</summary>
    public string Quorum { get; }

    /// <summary>Reads a policy file.</summary>
    /// <exception cref="LogException">
    /// <see cref="LogFault.Policy"/>; <see cref="LogFault.Key"/> or <see cref="LogFault.UnsupportedKey"/> for a key in it.
    /// </exception>
    public static TrustPolicy Parse(ReadOnlySpan<byte> file) => PolicyFile.Parse(file);

    /// <summary>The policy in its plain form: logs, witnesses, groups, quorum, single spaces.</summary>
    public byte[] ToBytes() => Encoding.UTF8.GetBytes(PolicyFile.Format(this));

    /// <summary>Who signed the checkpoint, when, and whether that is enough.</summary>
    /// <exception cref="LogException">
    /// <see cref="LogFault.Signature"/>: a known key's signature fails; <see cref="LogFault.Checkpoint"/>: the text is none.
    /// </exception>
    public PolicyVerdict Judge(SignedNote note)
    {
        var verified = note.Known([.. Logs.Select(log => log.Key), .. Witnesses.Select(witness => witness.Key)]);
        Checkpoint checkpoint = Checkpoint.Parse(note.Text.Span);
        Sighting[] seen = [.. Witnesses.SelectMany(witness => Latest(witness, verified))];
        HashSet<string> names = [.. seen.Select(sighting => sighting.Witness)];
        string[] missing = [.. Witnesses.Select(witness => witness.Name).Where(name => !names.Contains(name))];

        // A log's key signs for its own origin only, or one log of the policy could speak for another.
        bool signed = verified.Any(line => line.Time is null && string.Equals(line.By.Name, checkpoint.Origin, StringComparison.Ordinal));
        return !signed ? new PolicyVerdict.LogMissing(checkpoint, seen, missing)
            : Reached(names) ? new PolicyVerdict.Satisfied(checkpoint, seen, missing)
            : new PolicyVerdict.QuorumMissing(Quorum, checkpoint, seen, missing);
    }

    private static IEnumerable<Sighting> Latest(PolicyWitness witness, IReadOnlyList<VerifiedSignature> verified)
    {
        long? time = verified.Where(line => line.By.Equals(witness.Key)).Max(line => line.Time);
        return time is { } at ? [new(witness.Name, at)] : [];
    }

    private bool Reached(HashSet<string> seen)
    {
        HashSet<string> reached = [.. seen, NoQuorum];
        foreach (PolicyGroup group in Groups)
        {
            if (group.Members.Count(reached.Contains) >= group.Threshold)
            {
                reached.Add(group.Name); // members stand before their group, so one pass is enough
            }
        }

        return reached.Contains(Quorum);
    }
}
