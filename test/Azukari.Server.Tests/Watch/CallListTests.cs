using Azukari.Domain;
using Azukari.Domain.Watch;
using Azukari.Server.Tests.Front;

namespace Azukari.Server.Tests.Watch;

/// <summary>The call list also exists on paper (R15); whoever is on it can be taken off the paper and stays in the record as a pseudonym (R30).</summary>
public sealed class CallListTests
{
    [Fact]
    public async Task It_is_printed_with_names_and_numbers_in_both_languages()
    {
        await using var town = await ListedAsync();
        await town.ReachAsync("c-manager", "ja", "山田 太郎");

        var japanese = (await town.AskAsync(HttpMethod.Get, "call-list?lang=ja", by: "o-officer")).Text;
        var english = (await town.AskAsync(HttpMethod.Get, "call-list?lang=en&format=html", by: "o-officer")).Text;

        Assert.Contains("緊急連絡表 benefits-2022", japanese, StringComparison.Ordinal);
        Assert.Contains("夜間\n    1. c-executive\n    2. 山田 太郎  0123  c-manager@town.example  (c-manager)\n", japanese, StringComparison.Ordinal);
        Assert.Contains("office hours</th><th scope=\"col\">night</th><th scope=\"col\">weekends and holidays</th>", english, StringComparison.Ordinal);
        Assert.Contains("山田 太郎", english, StringComparison.Ordinal);

        await town.ReachAsync("c-sealer", "ja", "鈴木 一郎"); // On no list.
        var reached = (await town.AskAsync(HttpMethod.Get, "call-list?format=json", by: "o-officer")).Text;
        Assert.Contains("\"c-manager\":\"山田 太郎  0123", reached, StringComparison.Ordinal);
        Assert.DoesNotContain("鈴木", reached, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_machine_does_not_get_it_and_nobody_writes_for_others()
    {
        await using var town = await ListedAsync();
        var body = "{\"language\":\"ja\",\"mail\":\"a@b.example\",\"name\":\"\",\"telephone\":\"\"}"u8.ToArray();

        (await town.AskAsync(HttpMethod.Get, "call-list", by: "seal-1")).Is(403, "not-yours");
        (await town.AskAsync(HttpMethod.Put, "contacts/c-manager", body, by: "c-sealer")).Is(403, "not-yours");
        (await town.AskAsync(HttpMethod.Put, "contacts/c-manager", body, by: "o-root")).Is(403, "not-yours");
        Assert.Equal(204, (await town.AskAsync(HttpMethod.Put, "contacts/c-manager", body, by: "c-root")).Status);
    }

    [Theory]
    [InlineData("""{"language":"ja","mail":"a@b.example\u000aBcc: c@d.example","name":"","telephone":""}""")]
    [InlineData("""{"language":"ja","mail":"Name <a@b.example>","name":"","telephone":""}""")]
    [InlineData("""{"language":"ja","mail":"a@b.example, c@d.example","name":"","telephone":""}""")]
    [InlineData("""{"language":"fr","mail":"a@b.example","name":"","telephone":""}""")]
    [InlineData("""{"language":"ja","mail":1,"name":"","telephone":""}""")]
    [InlineData("""{"language":"ja","mail":"","name":""}""")]
    [InlineData("no JSON")]
    public async Task A_contact_of_another_shape_is_not_taken(string body)
    {
        await using var town = await Town.FoundedAsync(Where.Sqlite);

        (await town.AskAsync(HttpMethod.Put, "contacts/c-root", System.Text.Encoding.UTF8.GetBytes(body), by: "c-root")).Is(400, "malformed");
    }

    private static async Task<Town> ListedAsync()
    {
        var town = await Town.SettledAsync(Where.Sqlite);
        await town.DoAsync(town.Sign(
            new SetCallList(new("contractor"), [new("c-manager")], [new("c-executive"), new("c-manager")], [new("c-executive")]), null, ("c-root", Role.Representative)));
        return town;
    }
}
