namespace Azukari.RemovableMedia.Tests;

/// <summary>Hears progress at once and on the same thread, so that a test can act in the middle of an act.</summary>
internal sealed class Hearing(Action<MediumProgress> hear) : IProgress<MediumProgress>
{
    public void Report(MediumProgress value) => hear(value);
}
