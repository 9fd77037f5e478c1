using System.Security.Cryptography;
using System.Text;

namespace Azukari.TransparencyLog.Tests;

/// <summary>Keys that are the same in every run: the seed is a hash of the name.</summary>
internal static class Keys
{
    internal const string Origin = "log.example/city";

    internal static readonly NoteSigner Log = Signer(Origin, NoteAlgorithm.Ed25519);
    internal static readonly NoteSigner City = Signer("city.example/w", NoteAlgorithm.CosignatureV1);
    internal static readonly NoteSigner Contractor = Signer("contractor.example/w", NoteAlgorithm.CosignatureV1);
    internal static readonly NoteSigner Third = Signer("third.example/w", NoteAlgorithm.CosignatureV1);

    internal static NoteSigner Signer(string name, NoteAlgorithm algorithm) => new(name, algorithm, Seed(name));

    internal static byte[] Seed(string name) => SHA256.HashData(Encoding.UTF8.GetBytes("seed of " + name));

    internal static SignedNote Sign(Checkpoint checkpoint, NoteSigner? by = null) => checkpoint.Sign(by ?? Log);

    internal static SignedNote Cosigned(this SignedNote note, NoteSigner by, long time) => note.With(by.Cosign(note.Text.Span, time));

    internal static void Refused(LogFault fault, Action action) => Assert.Equal(fault, Assert.Throws<LogException>(action).Fault);
}
