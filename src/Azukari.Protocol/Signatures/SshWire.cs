using System.Buffers.Binary;

namespace Azukari.Protocol.Signatures;

/// <summary>The two shapes of RFC 4251 §5 that we need: strings and non-negative multiple-precision integers.</summary>
internal static class SshWire
{
    internal static byte[] String(ReadOnlySpan<byte> content)
    {
        var wire = new byte[4 + content.Length];
        BinaryPrimitives.WriteInt32BigEndian(wire, content.Length);
        content.CopyTo(wire.AsSpan(4));
        return wire;
    }

    internal static byte[] Integer(ReadOnlySpan<byte> bigEndian)
    {
        var trimmed = bigEndian.TrimStart((byte)0);
        return trimmed.Length > 0 && trimmed[0] >= 0x80 ? String([0, .. trimmed]) : String(trimmed);
    }

    /// <summary>Takes a string off the front, or says that there is none.</summary>
    internal static bool TryTake(ref ReadOnlySpan<byte> wire, out ReadOnlySpan<byte> content)
    {
        content = default;
        if (wire.Length < 4 || BinaryPrimitives.ReadUInt32BigEndian(wire) is var length && length > wire.Length - 4) return false;

        content = wire.Slice(4, (int)length);
        wire = wire[(4 + (int)length)..];
        return true;
    }
}
