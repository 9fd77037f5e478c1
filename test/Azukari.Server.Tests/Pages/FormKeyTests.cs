using Azukari.Server.Pages;
using Azukari.Server.Tests.Front;

namespace Azukari.Server.Tests.Pages;

/// <summary>The keys of forms lie in the database, sealed under a key that does not.</summary>
public sealed class FormKeyTests
{
    [Fact]
    public async Task Whoever_has_the_database_alone_has_no_key_to_a_form()
    {
        await using var town = await Town.EmptyAsync(Where.Sqlite, Town.AtOrigin);
        using var browser = new SoftBrowser(town.Host);
        (await browser.GetAsync("/sign-in")).Is(200);

        var kept = Assert.Single(await town.Host.RowsAsync<string>("select xml from form_key"));
        Assert.True(kept.Contains("<sealed ", StringComparison.Ordinal), kept);
        Assert.Contains(nameof(FormKeyOpener), kept, StringComparison.Ordinal);
        Assert.DoesNotContain("<value>", kept, StringComparison.Ordinal); // So the framework writes a key that nobody seals.
        Assert.Equal(32, new FileInfo(FormKeySeal.PathIn(town.Host.Data)).Length);
        if (!OperatingSystem.IsWindows()) Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(FormKeySeal.PathIn(town.Host.Data)));
    }

    [Fact]
    public async Task A_form_is_known_again_after_a_restart_and_no_more_once_the_key_file_is_lost()
    {
        await using var town = await Town.FoundedAsync(Where.Sqlite, Town.AtOrigin);
        using var person = await town.NewcomerAsync("c-new");

        await person.GetAsync("/sessions");
        await town.Host.RestartAsync();
        (await person.PressAsync("/sign-out")).Is(200);

        await person.SignInAsync();
        await person.GetAsync("/sessions");
        File.Delete(FormKeySeal.PathIn(town.Host.Data));
        await town.Host.RestartAsync();
        (await person.PressAsync("/sign-out")).Is(400);
        await person.SignInAsync(); // A new form, and all is well.
    }

    [Fact]
    public async Task A_start_warns_of_nothing()
    {
        await using var town = await Town.FoundedInProgramAsync(null, "--origin", SoftBrowser.Origin, "--Logging:LogLevel:Default", "Warning", "--Logging:LogLevel:Microsoft", "Warning");
        (await Knock.AnonymousAsync(town.Host, HttpMethod.Get, "/sign-in")).Headers.TryGetValue("set-cookie", out var cookie);
        Assert.NotNull(cookie);
        Assert.Equal(0, await town.Host.EndAsync());

        Assert.DoesNotContain(town.Host.Said, line => line.Contains("warn", StringComparison.Ordinal) || line.Contains("XML encryptor", StringComparison.Ordinal));
    }
}
