using Azukari.Pages;
using Azukari.Protocol.Signatures;
using Azukari.Server.Tests.Front;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Azukari.Server.Tests.Transport;

/// <summary>The whole site as one table: every door, and what it says to nobody, to a stranger and to somebody who is enrolled.</summary>
public sealed class RoutesTests(SharedTown shared) : IClassFixture<SharedTown>
{
    private const string Below = "/api/v1/engagements/{engagement}";

    /// <summary>For programs; what browsers open has a table of its own (<see cref="Pages.PageRoutesTests"/>).</summary>
    private static readonly (string Method, string Route, int Anonymous, int Unknown, int Enrolled)[] Table =
    [
        ("GET", "/health", 200, 200, 200),
        ("GET", "/ready", 200, 200, 200),
        ("GET", "/openapi/{documentName}.json", 200, 200, 200),
        ("GET", "/outside/{token}", 404, 404, 404),
        ("POST", Below + "/log", 401, 401, 403),
        ("POST", Below + "/acts", 401, 401, 400),
        ("PUT", Below + "/papers/{digest}", 401, 401, 400),
        ("GET", Below + "/papers/{digest}", 401, 401, 404),
        ("GET", Below + "/entries", 401, 401, 200),
        ("GET", Below + "/checkpoint", 401, 401, 200),
        ("POST", Below + "/cosignatures", 401, 401, 400),
        ("POST", Below + "/witnessed", 401, 401, 403),
        ("POST", Below + "/returned", 401, 401, 403),
        ("GET", Below + "/bundle", 401, 401, 409),
        ("PUT", Below + "/contacts/{person}", 401, 401, 403),
        ("DELETE", Below + "/contacts/{person}", 401, 401, 403),
        ("GET", Below + "/call-list", 401, 401, 200),
        ("GET", Below + "/signatures/{nonce}", 401, 401, 200),
        ("GET", Below + "/carry-outs", 401, 401, 200),
        ("GET", Below + "/carry-outs/{id}", 401, 401, 404),
        ("GET", Below + "/documents/{kind}", 401, 401, 404),
        ("GET", Below + "/registers/{kind}", 401, 401, 404),
        ("GET", Below + "/particulars", 401, 401, 200),
        ("PUT", Below + "/particulars", 401, 401, 204),
        ("DELETE", Below + "/particulars/{what}/{code}", 401, 401, 404),
    ];

    [Fact]
    public async Task Every_route_answers_everybody_as_the_table_says()
    {
        var town = shared.Town;
        using var stranger = SigningKey.Generate();

        foreach (var (method, route, anonymous, unknown, enrolled) in Table)
        {
            var path = route.Replace("{engagement}", Town.Name).Replace("{documentName}", "v1").Replace("/entries", "/entries?from=0").Replace("/returned", "/returned?from=0").Replace("{", "").Replace("}", "");
            var body = method == "GET" ? null : "{}"u8.ToArray();
            var verb = new HttpMethod(method);

            int[] said = [
                (await Knock.AnonymousAsync(town.Host, verb, path, body)).Status,
                (await Knock.SendAsync(town.Host, stranger, verb, path, body, introduce: true)).Status,
                (await Knock.SendAsync(town.Host, town.KeyOf("c-root"), verb, path, body)).Status,
            ];
            Assert.True(said.SequenceEqual([anonymous, unknown, enrolled]), $"{method} {route}: {string.Join(", ", said)}");
        }
    }

    [Fact]
    public async Task A_route_without_a_row_is_found()
    {
        var town = shared.Town;

        var routes = town.Host.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .SelectMany(endpoint => endpoint.Metadata.GetMetadata<HttpMethodMetadata>()!.HttpMethods.Select(method => $"{method} {endpoint.RoutePattern.RawText}"));

        Assert.Equal(Table.Select(row => $"{row.Method} {row.Route}").Concat(Pages.PageRoutesTests.Routes).Order(), routes.Order());
    }

    [Theory]
    [InlineData("/health")]
    [InlineData("/outside/wrong")]
    [InlineData("/no/such/door")]
    [InlineData("/api/v1/engagements/benefits-2022/entries?from=0")]
    [InlineData("/api/v1/engagements/UPPER/entries?from=0")]
    [InlineData("/api/v1/engagements/benefits-2022/entries?from=many")]
    public async Task Every_answer_carries_the_same_guards(string path)
    {
        var town = shared.Town;

        var answer = await Knock.AnonymousAsync(town.Host, HttpMethod.Get, path);

        Assert.Equal(SecurityHeaders.Policy, answer.Header("content-security-policy"));
        Assert.DoesNotContain("unsafe", SecurityHeaders.Policy);
        Assert.Equal("nosniff", answer.Header("x-content-type-options"));
        Assert.Equal("no-store", answer.Header("cache-control"));
        Assert.False(answer.Headers.ContainsKey("server"));
        if (answer.Status != 200) Assert.Equal("application/problem+json", answer.Header("content-type"));
    }

    [Fact]
    public async Task The_document_names_every_door_of_the_journey()
    {
        var town = shared.Town;

        var paths = (await Knock.AnonymousAsync(town.Host, HttpMethod.Get, "/openapi/v1.json")).Json["paths"]!.AsObject();

        var named = paths.SelectMany(path => path.Value!.AsObject().Select(verb => $"{verb.Key.ToUpperInvariant()} {path.Key}"));
        Assert.Equal(Table.Where(row => row.Route.StartsWith("/api/", StringComparison.Ordinal) || row.Route is "/health" or "/ready").Select(row => $"{row.Method} {row.Route}").Order(), named.Order());
    }

    [Fact]
    public async Task A_failure_shows_nothing_of_its_inside()
    {
        await using var town = await Town.FoundedAsync(Where.Sqlite);
        await town.Host.TamperAsync("drop table paper");

        var answer = await town.AskAsync(HttpMethod.Get, $"papers/{new string('0', 64)}");

        answer.Is(500, "failed");
        Assert.DoesNotContain("sqlite", answer.Text, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(" at ", answer.Text.Replace("look at what", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(SecurityHeaders.Policy, answer.Header("content-security-policy"));
    }
}
