namespace Azukari.Age;

// Where bytes live: a payload's size says its plaintext's size exactly, and the other way round.
internal static class PayloadSizes
{
    public static long Chunks(long plaintext) => plaintext == 0 ? 1 : ((plaintext - 1) / ChunkCipher.PlainSize) + 1;

    public static long Sealed(long plaintext) => plaintext + (Chunks(plaintext) * Aead.TagSize);

    // Null when no plaintext has a payload of this size.
    public static long? Plaintext(long sealedSize)
    {
        if (sealedSize < Aead.TagSize)
        {
            return null;
        }

        var chunks = ((sealedSize - 1) / ChunkCipher.SealedSize) + 1;
        var plaintext = sealedSize - (chunks * Aead.TagSize);
        return plaintext >= 0 && Sealed(plaintext) == sealedSize ? plaintext : null;
    }

    public static AgeException Broken(string rule) => new(AgeFault.PayloadFailure, $"the payload is refused: {rule}");
}
