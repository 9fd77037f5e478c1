using Azukari.Server.Storage;

namespace Azukari.Server.People;

/// <summary>A browser that somebody is signed in with, as its row says.</summary>
/// <param name="Token">The digest of its cookie.</param>
/// <param name="Credential">The passkey that signed in.</param>
/// <param name="Begun">When, in Unix milliseconds.</param>
/// <param name="Seen">When it last asked for something, to the minute.</param>
/// <param name="Browser">What the browser calls itself, so that its owner knows it again in the list.</param>
internal sealed record Session(string Token, string Credential, long Begun, long Seen, string Browser);

/// <summary>Who is signed in where. A session opens pages and signs nothing: every act takes a fresh touch of the passkey.</summary>
internal sealed class Sessions(Database database, TimeProvider clock)
{
    /// <summary>Not asked for so long, a session is over.</summary>
    internal static readonly TimeSpan Idle = TimeSpan.FromMinutes(30);

    /// <summary>No session is longer than a working day.</summary>
    internal static readonly TimeSpan Longest = TimeSpan.FromHours(10);

    private const int LongestBrowser = 200;
    private const string Lasting = "select token, credential, begun, seen, browser from session where seen >= @idle and begun >= @longest";

    private long Now => clock.GetUtcNow().ToUnixTimeMilliseconds();

    private long EarliestSeen => Now - (long)Idle.TotalMilliseconds;

    private long EarliestBegun => Now - (long)Longest.TotalMilliseconds;

    /// <summary>Begins a session and gives its cookie.</summary>
    internal async Task<string> BeginAsync(string credential, string? browser)
    {
        await database.WriteAsync("delete from session where seen < @idle or begun < @longest", new { idle = EarliestSeen, longest = EarliestBegun });
        var secret = Secret.Make();
        var named = browser is null ? "" : browser[..Math.Min(browser.Length, LongestBrowser)];
        await database.WriteAsync(
            "insert into session (token, credential, begun, seen, browser) values (@token, @credential, @now, @now, @named)", new { token = Secret.DigestOf(secret), credential, now = Now, named });
        return secret;
    }

    /// <summary>The session of this cookie while it lasts.</summary>
    internal async Task<Session?> FindAsync(string secret, CancellationToken cancellation)
    {
        var found = await database.ReadAsync<Session>(
            $"{Lasting} and token = @token", new { token = Secret.DigestOf(secret), idle = EarliestSeen, longest = EarliestBegun }, cancellation);
        if (found is not [var session]) return null;

        // To the minute: a page is read a hundred times for one that is written.
        if (Now - session.Seen > TimeSpan.FromMinutes(1).TotalMilliseconds) await database.WriteAsync("update session set seen = @now where token = @token", new { token = session.Token, now = Now }, durably: false);
        return session;
    }

    /// <summary>The sessions of one passkey that still last, the newest first.</summary>
    internal Task<IReadOnlyList<Session>> OfAsync(string credential, CancellationToken cancellation) => database.ReadAsync<Session>(
        $"{Lasting} and credential = @credential order by begun desc, token", new { credential, idle = EarliestSeen, longest = EarliestBegun }, cancellation);

    /// <summary>Ends one session of this passkey; another's stays.</summary>
    internal Task EndAsync(string credential, string token) => database.WriteAsync("delete from session where token = @token and credential = @credential", new { token, credential });

    /// <summary>Whoever found the lost passkey is out at once, in the transaction of the entry that replaces it, and does not come in again where no other record knows the key.</summary>
    internal static async Task EndAllAsync(Held held, Azukari.Domain.Digest lost)
    {
        var row = new { key = lost.Value };
        await held.WriteAsync("delete from session where credential in (select id from credential where key_id = @key)", row);
        await held.WriteAsync("delete from credential where key_id = @key and not exists (select 1 from member where key_id = @key)", row);
    }
}
