namespace Azukari.RemovableMedia.Platform;

/// <summary>What the runtime throws, as the faults of a medium.</summary>
internal static class ManagedFaults
{
    public static T Translate<T>(string name, MediumFault act, Func<T> io)
    {
        try
        {
            return io();
        }
        catch (IOException failure)
        {
            throw Explain(failure, act, name);
        }
        catch (UnauthorizedAccessException failure)
        {
            throw new MediumException(act is MediumFault.WriteError ? MediumFault.ReadOnly : act, $"{name}: {failure.Message}", failure);
        }
    }

    // The low half of the result is the system's own number; Windows says 39 and 112 for full, 19 for write protected, 80 and 183 for exists, 21 for not ready.
    public static MediumException Explain(IOException failure, MediumFault act, string name) => new(
        (failure.HResult & 0xffff) switch
        {
            39 or 112 => MediumFault.Full,
            19 => MediumFault.ReadOnly,
            21 => MediumFault.Pulled,
            80 or 183 => MediumFault.Exists,
            17 or 28 or 30 when !OperatingSystem.IsWindows() => Errno.ToFault(failure.HResult & 0xffff, act, true),
            _ => act,
        },
        $"{name}: {failure.Message}",
        failure);
}
