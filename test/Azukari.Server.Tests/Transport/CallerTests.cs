using Azukari.Domain.Engagements;
using Azukari.Server.Tests.Front;

namespace Azukari.Server.Tests.Transport;

/// <summary>Who knocks (RFC 9421): everything that is not exactly right stays outside.</summary>
public sealed class CallerTests
{
    private const string Entries = $"/api/v1/engagements/{Town.Name}/entries?from=0";

    [Fact]
    public async Task A_request_that_comes_again_is_refused_also_after_a_restart()
    {
        await using var town = await Town.FoundedAsync(Where.Sqlite);
        var request = Knock.Signed(town.Host, town.KeyOf("c-root"), HttpMethod.Get, Entries, null);
        HttpRequestMessage Again()
        {
            var again = new HttpRequestMessage(HttpMethod.Get, new Uri(town.Host.Address, Entries));
            foreach (var (name, values) in request.Headers) again.Headers.TryAddWithoutValidation(name, values);
            again.Headers.Host = request.RequestUri!.Authority;
            return again;
        }

        Assert.Equal(200, (await Knock.SendAsync(town.Host, Again())).Status);
        (await Knock.SendAsync(town.Host, Again())).Is(409, "replayed");
        await town.Host.RestartAsync();
        (await Knock.SendAsync(town.Host, Again())).Is(409, "replayed");
    }

    [Theory]
    [InlineData(-301)]
    [InlineData(301)]
    public async Task A_request_of_another_time_is_refused(int seconds)
    {
        await using var town = await Town.FoundedAsync(Where.Sqlite);

        var answer = await Knock.SendAsync(town.Host, town.KeyOf("c-root"), HttpMethod.Get, Entries, at: town.Host.Clock.GetUtcNow().AddSeconds(seconds));

        answer.Is(401, "unauthenticated");
        Assert.Equal("Stale", answer.Json["detail"]!.GetValue<string>());
    }

    [Theory]
    [InlineData("Content-Digest")]
    [InlineData("Signature-Input")]
    [InlineData("Signature")]
    public async Task A_request_that_lacks_a_part_is_refused(string header)
    {
        await using var town = await Town.FoundedAsync(Where.Sqlite);
        var request = Knock.Signed(town.Host, town.KeyOf("c-root"), HttpMethod.Get, Entries, null);
        request.Headers.Remove(header);

        (await Knock.SendAsync(town.Host, request)).Is(401, "unauthenticated");
    }

    [Fact]
    public async Task A_signature_for_one_door_opens_no_other()
    {
        await using var town = await Town.FoundedAsync(Where.Sqlite);
        var request = Knock.Signed(town.Host, town.KeyOf("c-root"), HttpMethod.Get, Entries, null);
        request.RequestUri = new Uri(town.Host.Address, Entries.Replace("from=0", "from=1"));
        var other = Knock.Signed(town.Host, town.KeyOf("c-root"), HttpMethod.Post, $"/api/v1/engagements/{Town.Name}/acts", "{}"u8.ToArray());
        other.Content = new ByteArrayContent("{ }"u8.ToArray()) { Headers = { { "Content-Digest", string.Join("", other.Content!.Headers.GetValues("Content-Digest")) } } };

        (await Knock.SendAsync(town.Host, request)).Is(401, "unauthenticated");
        (await Knock.SendAsync(town.Host, other)).Is(401, "unauthenticated");
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("{\"act\":\"AppliedV1\"}")]
    [InlineData("\ufeff{}")]
    public async Task Bytes_that_are_no_act_are_refused(string body)
    {
        await using var town = await Town.FoundedAsync(Where.Sqlite);

        (await town.AskAsync(HttpMethod.Post, "acts", System.Text.Encoding.UTF8.GetBytes(body))).Is(400, "malformed");
    }

    [Fact]
    public async Task An_act_written_in_another_spelling_is_refused()
    {
        await using var town = await Town.FoundedAsync(Where.Sqlite);
        var bytes = town.Sign(new RegisterSite(new("annex"), NetworkLayer.Lgwan), null, ("o-root", Domain.Role.Representative)).Write();

        (await town.AskAsync(HttpMethod.Post, "acts", [.. bytes, (byte)'\n'])).Is(400, "malformed");
        (await town.AskAsync(HttpMethod.Post, "acts", [(byte)' ', .. bytes])).Is(400, "malformed");
    }

    [Theory]
    [InlineData(65_536, false, 400)]
    [InlineData(65_537, false, 413)]
    [InlineData(65_537, true, 413)]
    [InlineData(1_000_000, false, 413)]
    [InlineData(100_000, true, 413)]
    public async Task A_body_has_a_largest_size_announced_or_not(int bytes, bool chunked, int status)
    {
        await using var town = await Town.FoundedAsync(Where.Sqlite);
        var request = Knock.Signed(town.Host, town.KeyOf("c-root"), HttpMethod.Put, $"/api/v1/engagements/{Town.Name}/papers/{new string('0', 64)}", new byte[bytes]);
        request.Headers.TransferEncodingChunked = chunked;

        (await Knock.SendAsync(town.Host, request)).Is(status, status == 400 ? "malformed" : "too-large");
    }

    [Fact]
    public async Task A_signature_inside_an_act_that_does_not_fit_is_refused()
    {
        await using var town = await Town.SettledAsync(Where.Sqlite);
        var good = town.Sign(new SetPolicy(5, 5, 1, [], Town.YearEnds), null, ("o-approver", Domain.Role.Approver));

        (await town.SendAsync(good with { Act = new SetPolicy(6, 5, 1, [], Town.YearEnds) })).Is(403, "bad-signature");
        Assert.Equal(201, (await town.SendAsync(good)).Status);
    }
}
