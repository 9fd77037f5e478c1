namespace Azukari.TransparencyLog;

/// <summary>What makes logs, witnesses, groups and a quorum a policy: everything named once, before it is used, and nobody counted twice.</summary>
internal static class PolicyLaw
{
    internal static void Check(TrustPolicy policy)
    {
        Require(policy.Logs.Count > 0, "a policy without a log trusts nothing");
        Require(policy.Logs.All(log => log.Key.Algorithm == NoteAlgorithm.Ed25519), "a log key that is not of a log's type");
        Require(policy.Witnesses.All(witness => witness.Key.Algorithm == NoteAlgorithm.CosignatureV1), "a witness key that is not of a witness's type");
        Require(AllDiffer(policy.Logs.Select(log => log.Key)) && AllDiffer(policy.Witnesses.Select(witness => witness.Key)), "the same key twice");
        Require(policy.Logs.All(log => IsUrl(log.Url)) && policy.Witnesses.All(witness => IsUrl(witness.Url)), "an address that is not one word");

        HashSet<string> known = [];
        foreach (string name in policy.Witnesses.Select(witness => witness.Name))
        {
            Define(known, name);
        }

        HashSet<string> counted = [];
        foreach (PolicyGroup group in policy.Groups)
        {
            Require(group.Members.All(known.Contains), $"group {group.Name} names somebody who is not defined before it");
            Require(group.Members.All(counted.Add), $"group {group.Name} counts somebody who is counted already");
            Require(group.Threshold >= 1 && group.Threshold <= group.Members.Count, $"group {group.Name} can never, or always, be reached");
            Define(known, group.Name);
        }

        Require(policy.Quorum == TrustPolicy.NoQuorum || known.Contains(policy.Quorum), "a quorum that is not defined");
    }

    private static void Define(HashSet<string> known, string name)
    {
        Require(IsWord(name) && name != TrustPolicy.NoQuorum, "a name that is not one word, or a reserved one");
        Require(known.Add(name), $"{name} is defined twice");
    }

    // Two vkeys with one public key below are one key: names and types around it do not make it two parties.
    private static bool AllDiffer(IEnumerable<NoteVerifier> keys)
    {
        HashSet<TreeHash> seen = [];
        return keys.All(key => seen.Add(new(key.PublicKey.Span)));
    }

    private static bool IsUrl(string? url) => url is null || IsWord(url);

    private static bool IsWord(string text) => Wire.IsLine(text) && !text.Any(c => c is ' ' or '\x7f');

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new LogException(LogFault.Policy, message);
        }
    }
}
