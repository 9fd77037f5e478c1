namespace Azukari.Cli.Front;

/// <summary>Turns a library's progress into the one number that the screen shows.</summary>
internal sealed class Progressed<T>(IProgress<long> screen, Func<T, long> number) : IProgress<T>
{
    public void Report(T value) => screen.Report(number(value));
}
