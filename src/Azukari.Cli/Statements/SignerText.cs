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
        if (parts.Length != 2 || !TryRole(parts[1], out var role)) throw StopException.BadInput($"人:役割 の形です: {text}", $"PERSON:ROLE is wanted, not '{text}'");
        if (!facts.People.TryGetValue(new(parts[0]), out var person)) throw StopException.BadInput($"登録されていない人です: {parts[0]}", $"nobody is enrolled as '{parts[0]}'", "所属の代表者に登録を依頼してください。", "Have the person's organisation enrol them.");

        return new(person.Key.Id, person.Organisation, person.Id, role);
    }

    private static bool TryRole(string text, out Role role) => Enum.TryParse(text.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out role) && Enum.IsDefined(role);
}
