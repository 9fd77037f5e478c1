using Azukari.Domain;
using Azukari.Domain.People;
using Azukari.Protocol.Ledger;

namespace Azukari.Server.Tests.Front;

/// <summary>The town's people at their browsers.</summary>
internal sealed partial class Town
{
    internal static readonly string[] AtOrigin = ["--origin", SoftBrowser.Origin];

    /// <summary>The origin of a town whose people sit at real browsers.</summary>
    internal Uri Screens => new($"http://localhost:{Host.Address.Port}");

    /// <summary>A consignment is outside, and the pages are where a real browser finds them.</summary>
    internal static async Task<Town> AtScreensAsync()
    {
        var port = Host.FreePort();
        return await OutsideAsync(Where.Sqlite, "--urls", $"http://127.0.0.1:{port}", "--origin", $"http://localhost:{port}");
    }

    /// <summary>Somebody new, enrolled by an invitation, seen by the officer and given a duty; the browser is signed in.</summary>
    internal async Task<SoftBrowser> NewcomerAsync(string person, Role? role = null)
    {
        var browser = new SoftBrowser(Host);
        await browser.GetAsync(await InviteAsync(person));
        await browser.PressAsync("/passkey");
        (await browser.PressAsync("/statement")).Is(200);

        await WelcomeAsync(person, role);
        return browser;
    }

    /// <summary>What the others do for somebody who has signed an enrolment: countersign, see the person, give a duty.</summary>
    internal async Task WelcomeAsync(string person, Role? role)
    {
        await CountersignAsync(person);
        await DoAsync(Sign(new SeePerson(new(person), EmploymentDocument.EmployeeCard), null, ("o-root", Role.Representative)));
        if (role is { } duty) await DoAsync(Sign(new AppointRole(new(person), duty, YearEnds), null, (RootOf(person), Role.Representative)));
    }

    /// <summary>Somebody of another owner's engagement on the same service.</summary>
    internal async Task<SoftBrowser> NeighbourAsync(string person)
    {
        var neighbour = new Town("neighbour-2022", keys) { Host = Host };
        await neighbour.DoAsync(await neighbour.GenesisAsync());
        return await neighbour.NewcomerAsync(person);
    }

    /// <summary>The path of a link that whoever runs the service has made.</summary>
    internal async Task<string> InviteAsync(string person, string? organisation = null)
    {
        var origin = Host.Origin ?? SoftBrowser.Origin;
        var (exit, output) = await Host.OperateAsync("invite", ["--origin", origin, "--engagement", engagement, "--organisation", organisation ?? EmployerOf(person).Value, "--person", person]);
        Assert.Equal(0, exit);
        return output.Split('\n')[0][origin.Length..].Trim();
    }

    /// <summary>The representative, who has a key file still, adds the second signature to an enrolment that waits.</summary>
    internal async Task CountersignAsync(string person)
    {
        var waiting = (await Host.RowsAsync<byte[]>("select bytes from proposal")).Select(row => SignedAct.Read(row)).Single(act => act.Act is EnrolPerson enrol && enrol.Person.Value == person);
        var (root, first) = (RootOf(person), waiting.People[0]);
        var by = new StatementBy(new(KeyOf(root).PublicKey.KeyId), EmployerOf(person), new(root), Role.Representative);
        await DoAsync(waiting with { People = waiting.People.Add(Signing.ByPerson(waiting.Engagement, waiting.Act, by, first.On, first.Until, KeyOf(root))) });
    }

    private static string RootOf(string person) => person[0] == 'o' ? "o-root" : "c-root";
}
