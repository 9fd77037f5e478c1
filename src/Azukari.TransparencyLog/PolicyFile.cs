using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Azukari.TransparencyLog;

/// <summary>The lines of a policy file. Words are separated by spaces and tabs; a line that starts with # says nothing.</summary>
internal sealed class PolicyFile
{
    private const string All = "all";
    private const string Any = "any";

    private readonly List<PolicyLog> logs = [];
    private readonly List<PolicyWitness> witnesses = [];
    private readonly List<PolicyGroup> groups = [];
    private readonly HashSet<string> defined = [];
    private string? quorum;

    internal static TrustPolicy Parse(ReadOnlySpan<byte> file)
    {
        foreach (byte octet in file)
        {
            Require(octet is (byte)'\t' or (byte)'\n' or (>= 0x20 and not 0x7f), "a control character");
        }

        Require(Utf8.IsValid(file), "text that is not UTF-8");
        PolicyFile read = new();
        while (Wire.TryLine(ref file, out var line))
        {
            read.Take(Encoding.UTF8.GetString(line).Split([' ', '\t'], StringSplitOptions.RemoveEmptyEntries));
        }

        Require(file.IsEmpty, "a last line that is cut short");
        return new(read.logs, read.witnesses, read.groups, read.quorum ?? throw Malformed("no quorum"));
    }

    internal static string Format(TrustPolicy policy) => string.Concat(
        [.. policy.Logs.Select(log => $"log {log.Key}{Url(log.Url)}\n"),
        .. policy.Witnesses.Select(witness => $"witness {witness.Name} {witness.Key}{Url(witness.Url)}\n"),
        .. policy.Groups.Select(group => $"group {group.Name} {Threshold(group)} {string.Join(' ', group.Members)}\n"),
        $"quorum {policy.Quorum}\n"]);

    private void Take(string[] words)
    {
        switch (words)
        {
            case [] or [['#', ..], ..]:
                break;
            case ["log", var vkey, .. { Length: <= 1 } url]:
                logs.Add(new(NoteVerifier.Parse(vkey), url.FirstOrDefault()));
                break;
            case ["witness", var name, var vkey, .. { Length: <= 1 } url]:
                witnesses.Add(new(name, NoteVerifier.Parse(vkey), url.FirstOrDefault()));
                defined.Add(name);
                break;
            case ["group", var name, var threshold, _, ..]:
                RequireDefined(words[3..]);
                groups.Add(new(name, Threshold(threshold, words.Length - 3), words[3..]));
                defined.Add(name);
                break;
            case ["quorum", var name]:
                Require(quorum is null, "two quorums");
                Require(name == TrustPolicy.NoQuorum || defined.Contains(name), "a quorum that is not defined before it");
                quorum = name;
                break;
            default:
                throw Malformed($"a line that is none of log, witness, group and quorum: {words[0]}");
        }
    }

    private void RequireDefined(string[] names) => Require(names.All(defined.Contains), "a group that names somebody who is not defined before it");

    private static int Threshold(string text, int members) => text switch
    {
        All => members,
        Any => 1,
        _ when Wire.TryDecimal(Encoding.UTF8.GetBytes(text), out long k) && k <= members => (int)k,
        _ => throw Malformed("a threshold that is neither all, any, nor a number within the group"),
    };

    // One spelling for each meaning: a group of one needs all, which is also any.
    private static string Threshold(PolicyGroup group) =>
        group.Threshold == group.Members.Count ? All : group.Threshold == 1 ? Any : group.Threshold.ToString(CultureInfo.InvariantCulture);

    private static string Url(string? url) => url is null ? "" : $" {url}";

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw Malformed(message);
        }
    }

    private static LogException Malformed(string message) => new(LogFault.Policy, message);
}
