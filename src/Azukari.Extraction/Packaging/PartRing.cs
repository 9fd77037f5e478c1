namespace Azukari.Extraction.Packaging;

/// <summary>Three slots that go round: one is filled while two compress. Memory is bounded by them, whatever the size of the data.</summary>
internal sealed class PartRing : IDisposable
{
    private readonly PartSlot[] _slots = [new(), new(), new()];
    private int _turn;

    public int Size => _slots.Length;

    public PartSlot Current => _slots[_turn];

    /// <summary>Moves on to the slot that was filled longest ago.</summary>
    public void Turn() => _turn = (_turn + 1) % _slots.Length;

    public void Dispose()
    {
        foreach (var slot in _slots)
            slot.Dispose();
    }
}
