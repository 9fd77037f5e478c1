using Azukari.Domain;
using Azukari.Domain.People;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Signatures;
using Azukari.Shared;

namespace Azukari.Server.Tests.Front;

/// <summary>The town's people at their browsers.</summary>
internal sealed partial class Town
{
    internal static readonly string[] AtOrigin = ["--origin", SoftBrowser.Origin];

    /// <summary>Everybody who settles in a town, apart from its two roots.</summary>
    internal static readonly string[] Everybody = ["o-officer", "o-approver", "o-witness", "o-carrier", "c-manager", "c-executive", "c-sealer", "c-carrier"];

    private readonly HashSet<string> browsing = [];

    /// <summary>The people who have passkeys, signed in, by pseudonym; whatever they sign elsewhere they sign with the same.</summary>
    internal Dictionary<string, SoftBrowser> Browsers { get; } = [];

    /// <summary>A settled town in which these people have passkeys.</summary>
    internal static async Task<Town> BrowsingAsync(params string[] people) => await SettleAsync(await FoundedForAsync(Where.Sqlite, people, AtOrigin));

    /// <summary>The same with a consignment that left the house at 9:45.</summary>
    internal static Task<Town> OnTheWayAsync(params string[] people) => OnTheWayAsync(Where.Sqlite, people);

    /// <summary>The same on either engine.</summary>
    internal static async Task<Town> OnTheWayAsync(Where where, params string[] people) => await LeaveAsync(await SettleAsync(await FoundedForAsync(where, people, AtOrigin)));

    /// <summary>A settled town whose pages are where a real browser finds them.</summary>
    internal static async Task<Town> AtScreensAsync(params string[] people)
    {
        var port = FreePort.Next();
        return await SettleAsync(await FoundedForAsync(Where.Sqlite, people, "--urls", $"http://127.0.0.1:{port}", "--origin", $"http://localhost:{port}"));
    }

    /// <summary>The same with a consignment that left the house at 9:45.</summary>
    internal static async Task<Town> OnTheWayAtScreensAsync(params string[] people) => await LeaveAsync(await AtScreensAsync(people));

    private static async Task<Town> FoundedForAsync(Where where, string[] people, params string[] more)
    {
        var town = await FoundedAsync(where, more);
        town.browsing.UnionWith(people);
        return town;
    }

    private PersonSignature ByPerson(EngagementId name, Act act, string person, Role role, Digest on, DateTimeOffset until)
    {
        if (!Browsers.TryGetValue(person, out var browser))
            return Signing.ByPerson(name, act, new(new(KeyOf(person).PublicKey.KeyId), EmployerOf(person), new(person), role), on, until, KeyOf(person));

        var by = new StatementBy(new(PublicKey.FromSpki(browser.Passkey.PublicKey).KeyId), EmployerOf(person), new(person), role);
        var answer = browser.Passkey.Sign(browser.Shown, Statement.DigestOf(Statement.BytesFor(name, act, by, on, until)).Bytes());
        return new(by, on, until, SignatureForm.Passkey, [.. Passkey.Pack(answer.AuthenticatorData, answer.ClientData, answer.Signature)]);
    }

    /// <summary>The origin of a town whose people sit at real browsers.</summary>
    internal Uri Screens => new($"http://localhost:{Host.Address.Port}");

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
