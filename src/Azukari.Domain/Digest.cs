namespace Azukari.Domain;

/// <summary>A SHA-256 value: of a document, an entry's leaf, a key.</summary>
/// <remarks>64 lower-case hexadecimal digits. Domain compares digests and computes none.</remarks>
public sealed record Digest
{
    /// <summary>Takes the digest's written form.</summary>
    /// <exception cref="ArgumentException">The text is not 64 lower-case hexadecimal digits.</exception>
    public Digest(string value) =>
        Value = value is { Length: 64 } && value.All(char.IsAsciiHexDigitLower) ? value : throw new ArgumentException("a digest is 64 lower-case hexadecimal digits", nameof(value));

    /// <summary>The written form.</summary>
    public string Value { get; }

    /// <inheritdoc/>
    public override string ToString() => Value;
}

/// <summary>A signing key's public half: its identifier and its OpenSSH one-line form.</summary>
/// <remarks><paramref name="Id"/> is SHA-256 of the SSH wire blob; whoever verifies signatures recomputes it and refuses a mismatch. Domain only compares <paramref name="Id"/>.</remarks>
/// <param name="Id">SHA-256 of the SSH wire blob.</param>
/// <param name="Ssh">The one-line form.</param>
/// <param name="Form">Where the private key lives.</param>
/// <param name="Origin">Of a passkey: the one origin at which it signs. Null for a key that signs in SSHSIG form.</param>
public sealed record SigningKeyFact(Digest Id, string Ssh, KeyForm Form, string? Origin = null);

/// <summary>Where a private key lives. Policy says per act what suffices.</summary>
public enum KeyForm
{
    /// <summary>A key file; for tests and the demo, and verification says so.</summary>
    Software,

    /// <summary>A key that its device does not give out.</summary>
    Hardware,
}
