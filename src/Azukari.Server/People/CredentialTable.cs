using Azukari.Protocol.Signatures;
using Azukari.Server.Storage;

namespace Azukari.Server.People;

/// <summary>A passkey: the name that its device gave it (base64url), and its public key.</summary>
internal sealed record Credential(string Id, PublicKey Key);

/// <summary>Passkeys that have signed here. What a key may do stands in the records, never here.</summary>
internal static class CredentialTable
{
    /// <summary>The longest name that WebAuthn lets a device give, 1023 bytes, in base64url.</summary>
    internal const int LongestId = 1364;

    internal static async Task<Credential?> FindAsync(Database database, string id, CancellationToken cancellation) =>
        await database.ReadAsync<string>("select ssh from credential where id = @id", new { id }, cancellation) is [var ssh] ? new(id, PublicKey.Parse(ssh)) : null;

    /// <summary>The device's name for this key, or null where it never signed here.</summary>
    internal static async Task<string?> NameOfAsync(Database database, string keyId, CancellationToken cancellation) =>
        (await database.ReadAsync<string>("select id from credential where key_id = @keyId", new { keyId }, cancellation)).SingleOrDefault();

    /// <summary>Keeps a passkey. Nothing happens where it is known; false where the name or the key is another's.</summary>
    internal static async Task<bool> KeepAsync(Database database, Credential credential, DateTimeOffset now)
    {
        await database.WriteAsync(
            "insert into credential (id, key_id, ssh, made) values (@id, @key, @ssh, @made) on conflict do nothing",
            new { id = credential.Id, key = credential.Key.KeyId, ssh = credential.Key.ToString(), made = now.ToUnixTimeMilliseconds() });
        return await FindAsync(database, credential.Id, CancellationToken.None) is { } kept && kept.Key.Equals(credential.Key);
    }
}
