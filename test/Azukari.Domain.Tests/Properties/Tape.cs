namespace Azukari.Domain.Tests.Properties;

/// <summary>Where a history takes its choices from: numbers that CsCheck made. The same tape tells the same history, and a shorter one a shorter one.</summary>
internal sealed class Tape(uint[] numbers)
{
    private int _at;

    internal bool HasEnded => _at >= numbers.Length;

    /// <summary>A number from 0, below this one; 0 once the tape has ended.</summary>
    internal int Next(int below) => HasEnded ? 0 : (int)(numbers[_at++] % (uint)below);

    internal bool Chance(int percent) => Next(100) < percent;

    internal T Any<T>(IReadOnlyList<T> of) => of[Next(of.Count)];
}
