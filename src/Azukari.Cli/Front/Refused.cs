using System.Collections.Immutable;

namespace Azukari.Cli.Front;

/// <summary>One reason, in words for people.</summary>
internal sealed record Spoken(string Code, string Ja, string En, string NextJa, string NextEn);

/// <summary>Why a verb ends without having done what was asked. Printed by <see cref="Verb"/>, never as a stack trace.</summary>
internal sealed class StopException(ExitCode code, params ImmutableArray<Spoken> why) : Exception(why.IsEmpty ? code.ToString() : why[0].En)
{
    internal ExitCode Code { get; } = code;

    internal ImmutableArray<Spoken> Why { get; } = why;

    internal static StopException BadInput(string ja, string en, string nextJa = "入力を確かめて、もう一度実行してください。", string nextEn = "Check the input and run it again.") =>
        new(ExitCode.BadInput, new Spoken("input", ja, en, nextJa, nextEn));
}
