namespace Azukari.Server.Setup;

/// <summary>An installation is not made, or not changed; the words say to the operator why.</summary>
/// <param name="code">Stable, for scripts.</param>
/// <param name="ja">What is wrong and what to do next.</param>
/// <param name="en">The same.</param>
internal sealed class SetupException(string code, string ja, string en) : Exception($"{code}\n  {ja}\n  {en}");
