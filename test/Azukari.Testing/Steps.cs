using System.IO.Enumeration;

namespace Azukari.Testing;

/// <summary>Finds a step among those that a computer has taken.</summary>
public static class Steps
{
    /// <summary>The number of the step that comes after the first of this kind; the process that dies there dies right after it.</summary>
    /// <param name="steps">What <see cref="BadComputer.Taken"/> tells.</param>
    /// <param name="kind">A call and a place, with * for whatever.</param>
    /// <param name="from">The number of the step to look from; 0 and 1 are the first.</param>
    public static int After(IReadOnlyList<string> steps, string kind, int from)
    {
        ArgumentNullException.ThrowIfNull(steps);
        var skipped = Math.Max(0, from - 1);
        var before = skipped + steps.Skip(skipped).TakeWhile(step => !FileSystemName.MatchesSimpleExpression(kind, step, ignoreCase: false)).Count();
        return before < steps.Count ? before + 2 : throw new InvalidOperationException($"none of {steps.Count} steps is like '{kind}'");
    }
}
