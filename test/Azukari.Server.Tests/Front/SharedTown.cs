namespace Azukari.Server.Tests.Front;

/// <summary>One founded engagement for all tests of a class that leave it as it was.</summary>
public sealed class SharedTown : IAsyncLifetime
{
    internal Town Town { get; private set; } = null!;

    public async ValueTask InitializeAsync() => Town = await Town.FoundedAsync(Where.Sqlite);

    public ValueTask DisposeAsync() => Town.DisposeAsync();
}
