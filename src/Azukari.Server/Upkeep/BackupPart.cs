namespace Azukari.Server.Upkeep;

/// <summary>One file of a backup: a part of the installation that is kept apart because other people may see it, or because it is kept for another time.</summary>
/// <param name="Name">The file's name.</param>
/// <param name="Tables">The tables in it, those that others refer to first.</param>
internal sealed record BackupPart(string Name, params IReadOnlyList<string> Tables)
{
    /// <summary>What both sides signed, and the ciphertext and documents that it names. No names, no keys.</summary>
    internal static BackupPart Record { get; } = new("record", "engagement", "entry", "checkpoint", "cosignature", "paper", "refusal", "heartbeat", "credential");

    /// <summary>The erasable rows. A copy of them lives as long as this file: it is deleted with the retention period of names, and a restore without it shows codes.</summary>
    internal static BackupPart Names { get; } = new("names", "particular", "contact", "draft");

    /// <summary>Files that speak in the service's name: each engagement's log key, the webhook's, certificate, authority and settings. They change when an engagement is founded or a certificate renewed, and lie locked away.</summary>
    internal static BackupPart Keys { get; } = new("keys");

    internal static IReadOnlyList<BackupPart> OfTables { get; } = [Record, Names];

    /// <summary>What must not come back, and why.</summary>
    internal static IReadOnlyDictionary<string, string> LeftOut { get; } = new Dictionary<string, string>
    {
        ["outside"] = "follows from the entries",
        ["carry_out"] = "follows from the entries",
        ["deadline"] = "follows from the entries",
        ["read_model"] = "says which code filled the tables that are not here",
        ["member"] = "follows from the entries",
        ["entry_of"] = "follows from the entries",
        ["invitation"] = "a link that somebody threw away must not open again; a representative makes a new one",
        ["session"] = "nobody is signed in to an installation that was restored",
        ["proposal"] = "half-signed acts live for days; whoever began one begins again",
        ["form_key"] = "each installation makes its own",
        ["outbox"] = "what was owed then has gone out since, and nobody is told twice; what nobody has answered is called on by the record",
        ["nonce"] = "counts for minutes",
        ["behind"] = "a state of one installation; a restore makes its own",
        ["witnessed"] = "a state of one installation",
        ["returned"] = "a state of one installation",
        ["waiting"] = "a state of one installation",
    };
}
