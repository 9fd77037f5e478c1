using System.Reflection;

namespace Azukari.Domain.Tests.Deletion;

/// <summary>A sentence-test with the values that it is asked with.</summary>
internal sealed record Sentence(MethodInfo Method, object?[] Values)
{
    internal string Name => $"{Method.DeclaringType!.Name}.{Method.Name}";

    /// <summary>Whether the test passes. How it fails does not matter: an exception of the rules notices a missing rule as well as an assertion does.</summary>
    internal bool Holds()
    {
        try
        {
            Method.Invoke(Activator.CreateInstance(Method.DeclaringType!), Values);
            return true;
        }
        catch (TargetInvocationException)
        {
            return false;
        }
    }
}

/// <summary>The sentences of the rule book: the tests of the classes <c>R0n_…</c> in the folder Rules, by rule.</summary>
internal static class Sentences
{
    internal static ILookup<Rule, Sentence> Of(Assembly suite) => suite.GetTypes()
        .Where(type => type.Namespace == typeof(Rules.R01_Chain).Namespace && type.IsPublic)
        .SelectMany(type => type.GetMethods()).Where(method => method.IsDefined(typeof(FactAttribute), inherit: true))
        .SelectMany(Asked).ToLookup(sentence => RuleOf(sentence.Method.DeclaringType!));

    internal static Rule RuleOf(Type type) => Enum.Parse<Rule>($"R{int.Parse(type.Name[1..3])}");

    private static IEnumerable<Sentence> Asked(MethodInfo method)
    {
        if (method.GetParameters().Length == 0) return [new(method, [])];

        var rows = method.GetCustomAttributes<InlineDataAttribute>().Select(row => new Sentence(method, row.Data)).ToArray();
        Assert.True(rows.Length > 0, $"{method.Name} is asked with nothing that stands beside it");

        return rows;
    }
}
