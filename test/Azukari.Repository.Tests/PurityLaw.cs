namespace Azukari.Repository.Tests;

/// <summary>What a pure assembly may not use, and the few exceptions that a compiler writes on its own.</summary>
/// <param name="Name">What is kept out.</param>
/// <param name="Forbidden">Beginnings of names as <see cref="AssemblyUses"/> writes them: a namespace ends in '.', a whole type in its last letter.</param>
/// <param name="Allowed">Exactly what is allowed all the same; with '*' in it, a type and all its members.</param>
internal sealed record PurityLaw(string Name, string[] Forbidden, string[] Allowed)
{
    public static readonly PurityLaw[] All =
    [
        new("clock",
            [
                "System.DateTime::get_Now", "System.DateTime::get_UtcNow", "System.DateTime::get_Today",
                "System.DateTimeOffset::get_Now", "System.DateTimeOffset::get_UtcNow",
                // The time zone of the machine, or a file that the machine may lack.
                "System.DateTime::ToLocalTime", "System.DateTime::ToUniversalTime", "System.DateTimeOffset::ToLocalTime", "System.DateTimeOffset::get_LocalDateTime", "System.TimeZoneInfo",
                "System.TimeProvider", "System.Diagnostics.Stopwatch",
            ],
            []),
        new("the machine's surroundings",
            ["System.Environment::", "System.AppContext::", "System.AppDomain::", "System.GC::", "System.Globalization.CultureInfo::get_Current", "System.Globalization.CultureInfo::set_"],
            // A method with 'yield' asks which thread enumerates it.
            ["System.Environment::get_CurrentManagedThreadId"]),
        new("input and output",
            ["System.IO.", "System.Net.", "System.Console", "System.Diagnostics.Process", "System.Diagnostics.Trace", "System.Diagnostics.Debug::", "System.Xml.", "System.Data."],
            []),
        new("randomness",
            ["System.Random", "System.Security.Cryptography.RandomNumberGenerator", "System.Guid::NewGuid", "System.Guid::CreateVersion7"],
            []),
        new("JSON and logging",
            ["System.Text.Json.", "Microsoft.Extensions.", "System.Diagnostics.Activity", "System.Diagnostics.Tracing."],
            []),
        new("tasks and threads",
            ["System.Threading.", "System.Runtime.CompilerServices.Async", "System.Runtime.CompilerServices.IAsyncStateMachine"],
            []),
        new("reflection",
            ["System.Reflection.", "System.Activator", "System.Type::"],
            [
                // Attributes of the assembly itself and of indexers.
                "System.Reflection.Assembly*Attribute", "System.Reflection.DefaultMember*Attribute",
                // A record compares the type of the other.
                "System.Type::GetTypeFromHandle", "System.Type::op_Equality", "System.Type::op_Inequality",
                // A bug names the case it did not expect. Printing the record instead would print what it holds.
                "System.Reflection.MemberInfo", "System.Reflection.MemberInfo::get_Name",
            ]),
    ];

    public IEnumerable<string> Broken(IEnumerable<string> uses) =>
        uses.Where(use => Forbidden.Any(beginning => use.StartsWith(beginning, StringComparison.Ordinal)) && !Allowed.Any(pattern => Allows(pattern, use)));

    private static bool Allows(string pattern, string use)
    {
        if (pattern.Split('*') is not [var first, var last])
        {
            return pattern == use;
        }

        var type = use.Split("::")[0];
        return type.StartsWith(first, StringComparison.Ordinal) && type.EndsWith(last, StringComparison.Ordinal);
    }
}
