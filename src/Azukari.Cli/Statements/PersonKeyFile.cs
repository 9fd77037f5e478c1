using System.Security.Cryptography;
using Azukari.Cli.Stations;
using Azukari.Domain;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Signatures;

namespace Azukari.Cli.Statements;

/// <summary>One person's key file: a software key, for tests and the demo. Readable by its owner alone, or refused.</summary>
internal sealed class PersonKeyFile : IDisposable
{
    private const int MaxBytes = 4_000;

    private PersonKeyFile(PersonId person, OrganisationId organisation, SigningKey key) => (Person, Organisation, Key) = (person, organisation, key);

    internal PersonId Person { get; }

    internal OrganisationId Organisation { get; }

    internal SigningKey Key { get; }

    internal SigningKeyFact Fact => Signing.Fact(Key.PublicKey, KeyForm.Software);

    internal StatementBy As(Role role) => new(Fact.Id, Organisation, Person, role);

    internal static PersonKeyFile Create(string path, PersonId person, OrganisationId organisation)
    {
        var key = SigningKey.Generate();
        var pkcs8 = key.ToPkcs8();
        try
        {
            SecretFile.Write(path, DomainJson.ToBytes(new Stored(person, organisation, KeyForm.Software, key.PublicKey.ToString(), pkcs8)));
            return new(person, organisation, key);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(pkcs8);
        }
    }

    internal static PersonKeyFile Open(string path)
    {
        var bytes = SecretFile.Read(path, MaxBytes);
        var stored = DomainJson.FromBytes<Stored>(bytes, MaxBytes);
        try
        {
            return new(stored.Person, stored.Organisation, SigningKey.FromPkcs8(stored.Pkcs8));
        }
        finally
        {
            CryptographicOperations.ZeroMemory(bytes);
            CryptographicOperations.ZeroMemory(stored.Pkcs8);
        }
    }

    public void Dispose() => Key.Dispose();

    private sealed record Stored(PersonId Person, OrganisationId Organisation, KeyForm Form, string PublicKey, byte[] Pkcs8);
}
