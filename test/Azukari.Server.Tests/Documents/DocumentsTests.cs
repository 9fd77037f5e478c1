using System.Text;
using Azukari.Protocol.Documents;
using Azukari.Server.Tests.Front;
using Azukari.Server.Tests.Storage;

namespace Azukari.Server.Tests.Documents;

/// <summary>Documents over HTTP, and the erasable rows that put names on them.</summary>
public sealed class DocumentsTests
{
    public static IReadOnlyCollection<TheoryDataRow<Where>> Engines => JournalTests.Above;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_name_stands_on_the_list_until_it_is_erased(Where where)
    {
        await using var town = await Town.FoundedAsync(where);
        await town.AskAsync(HttpMethod.Put, "particulars", Encoding.UTF8.GetBytes("{\"PersonName\":{\"c-root\":\"髙﨑 邉子\",\"o-root\":\"𠮷田 花子\"}}"));

        var named = await town.AskAsync(HttpMethod.Get, "documents/people?lang=ja");
        Assert.Equal("text/html; charset=utf-8", named.Header("content-type"));
        Assert.Contains("<html lang=\"ja\">", named.Text, StringComparison.Ordinal);
        Assert.Contains("髙﨑 邉子", named.Text, StringComparison.Ordinal);
        Assert.Contains("'sha256-", named.Header("content-security-policy"), StringComparison.Ordinal);

        (await town.AskAsync(HttpMethod.Get, "registers/people?encoding=cp932")).Is(422, "not-in-encoding");
        Assert.Equal(204, (await town.AskAsync(HttpMethod.Delete, "particulars/PersonName/o-root")).Status);
        var sheet = await town.AskAsync(HttpMethod.Get, "registers/people?encoding=cp932&lang=ja");
        Assert.Equal("text/csv; charset=shift_jis", sheet.Header("content-type"));
        Assert.Contains("髙﨑 邉子", OfficeText.Read(sheet.Body)!.Value.Text, StringComparison.Ordinal);

        Assert.Equal(204, (await town.AskAsync(HttpMethod.Delete, "particulars/PersonName/c-root")).Status);
        var erased = await town.AskAsync(HttpMethod.Get, "documents/people?lang=en");
        Assert.DoesNotContain("髙﨑", erased.Text, StringComparison.Ordinal);
        Assert.Contains("c-root", erased.Text, StringComparison.Ordinal);
        Assert.Equal("{}", (await town.AskAsync(HttpMethod.Get, "particulars")).Text);
        (await town.AskAsync(HttpMethod.Delete, "particulars/PersonName/c-root")).Is(404, "not-found");
    }

    [Fact]
    public async Task A_label_leads_to_the_public_name_and_is_there_from_the_sealing_on()
    {
        await using var town = await Town.OutsideAsync(Where.Sqlite, "--origin", "https://azukari.town.example");
        await town.AskAsync(HttpMethod.Put, "particulars", Encoding.UTF8.GetBytes("{\"OrganisationTelephone\":{\"city\":\"0000-12-3456\"}}"));

        var label = await town.AskAsync(HttpMethod.Get, $"documents/label?about={Town.Case}");

        Assert.Equal(200, label.Status);
        Assert.Contains("<svg", label.Text, StringComparison.Ordinal);
        Assert.Contains("0000-12-3456", label.Text, StringComparison.Ordinal);
        Assert.Contains(town.Facts.Find(Town.Case)!.Seal!.Measured.SealNumber, label.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(Town.Name, label.Text, StringComparison.Ordinal);
        (await town.AskAsync(HttpMethod.Get, "documents/label?about=c-none")).Is(404, "not-found");
    }

    [Fact]
    public async Task What_is_no_row_is_not_noted_and_what_nobody_knows_is_not_found()
    {
        await using var town = await Town.FoundedAsync(Where.Sqlite);

        (await town.AskAsync(HttpMethod.Put, "particulars", Encoding.UTF8.GetBytes("{\"PersonName\":{\"c-root\":\"a\",\"o-root\":\"two\\nlines\"}}"))).Is(400, "malformed");
        Assert.Equal("{}", (await town.AskAsync(HttpMethod.Get, "particulars")).Text);

        foreach (var path in new[] { "documents/application?about=nothing", "documents/reentrustment", "documents/label?about=nothing", "documents/other", "registers/application?about=nothing", "registers/media?encoding=utf-16" })
            (await town.AskAsync(HttpMethod.Get, path)).Is(404, "not-found");
    }
}
