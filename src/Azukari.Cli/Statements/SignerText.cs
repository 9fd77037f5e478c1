using Azukari.Cli.Front;
using Azukari.Domain;
using Azukari.Domain.Engagements;
using Azukari.Protocol.Ledger;

namespace Azukari.Cli.Statements;

/// <summary>Who is to sign, as the command line says it: PERSON:ROLE, looked up in the record.</summary>
internal static class SignerText
{
    internal static StatementBy Parse(Engagement facts, string text)
    {
        var parts = text.Split(':');
        if (parts.Length != 2) throw StopException.BadInput($"人:役割 の形です: {text}", $"PERSON:ROLE is wanted, not '{text}'");

        var role = RoleOf(parts[1]);
        if (!facts.People.TryGetValue(new(parts[0]), out var person)) throw StopException.BadInput($"登録されていない人です: {parts[0]}", $"nobody is enrolled as '{parts[0]}'", "所属の代表者に登録を依頼してください。", "Have the person's organisation enrol them.");

        return new(person.Key.Id, person.Organisation, person.Id, role);
    }

    /// <summary>The person whose key file this is, in this duty.</summary>
    internal static StatementBy Parse(Engagement facts, Role role, string keyFile)
    {
        using var key = PersonKeyFile.Open(keyFile);
        return facts.People.ContainsKey(key.Person) ? Parse(facts, $"{key.Person}:{role}") : key.As(role);
    }

    internal static Role RoleOf(string text) => Enum.TryParse<Role>(text.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var role) && Enum.IsDefined(role)
        ? role
        : throw StopException.BadInput($"そのような役割はありません: {text}", $"there is no role '{text}'");
}
