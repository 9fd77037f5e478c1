using System.Buffers.Text;
using System.Globalization;
using System.Text.Json.Nodes;
using Azukari.Demo.Stories;
using Azukari.Domain;
using Azukari.Domain.People;
using Azukari.Protocol.Ledger;
using Azukari.Protocol.Signatures;

namespace Azukari.Demo.Visitors;

/// <summary>Visitors become people of the engagement as everybody does: an invitation, a passkey, the representative's signature, a duty, the manual, the list of this quarter.</summary>
internal sealed class Enrolling(Installation at, Founding founding)
{
    internal async Task RunAsync(IReadOnlyList<Visitor> visitors)
    {
        foreach (var visitor in visitors) await EnrolAsync(visitor);
        foreach (var visitor in visitors.Where(visitor => visitor.Duty != "auditor")) await ReadManualAsync(visitor);
        foreach (var root in new[] { at.Cast.CityRoot, at.Cast.ContractorRoot }) await founding.SignListAsync(root, visitors.Where(visitor => visitor.Organisation == root.Organisation).Select(visitor => visitor.Id));
    }

    private async Task EnrolAsync(Visitor visitor)
    {
        var root = visitor.Organisation == Cast.City ? at.Cast.CityRoot : at.Cast.ContractorRoot;
        var link = new Uri((await at.InviteAsync(visitor.Organisation, visitor.Id)).Split('\n')[0].Trim()).AbsolutePath;

        using var browser = new VisitorBrowser(at.Server);
        await browser.FillInAsync(link, "/passkey", (_, _) => new() { ["credential"] = visitor.Passkey.Credential, ["key"] = visitor.Passkey.Key });
        var signed = await browser.FillInAsync(link, "/statement", (_, challenge) => visitor.Passkey.Touch(Base64Url.DecodeFromChars(challenge)));
        await CountersignAsync(visitor, root, signed);

        await founding.SeeAndAppointAsync(visitor.Id, [visitor.Duty], root);
        if (visitor.Organisation != Cast.City) await founding.TrainAsync(visitor.Id, root);
    }

    /// <summary>The representative of this story has a key file; the second signature goes under the same statement that the page took.</summary>
    private async Task CountersignAsync(Visitor visitor, Player root, Dictionary<string, string> form)
    {
        var (engagement, on, until) = (new EngagementId(Installation.Engagement), new Digest(form["on"]), DateTimeOffset.FromUnixTimeMilliseconds(long.Parse(form["until"], CultureInfo.InvariantCulture)));
        var act = (EnrolPerson)SignedAct.Read(Base64Url.DecodeFromChars(form["message"])).Act;
        var own = new PersonSignature(new(act.Key.Id, act.Organisation, act.Person, Role.Member), on, until, SignatureForm.Passkey,
            [.. Passkey.Pack(Base64Url.DecodeFromChars(form["authenticatorData"]), Base64Url.DecodeFromChars(form["clientData"]), Base64Url.DecodeFromChars(form["signature"]))]);

        var stored = JsonNode.Parse(await File.ReadAllBytesAsync(root.KeyFile))!;
        using var key = SigningKey.FromPkcs8(Convert.FromBase64String(stored["pkcs8"]!.GetValue<string>()));
        var by = new StatementBy(new(key.PublicKey.KeyId), act.Organisation, new(root.Id), Role.Representative);
        await SubmitAsync($"enrol-{visitor.Id}", new(engagement, act, [own, Signing.ByPerson(engagement, act, by, on, until, key)], null));
    }

    private async Task ReadManualAsync(Visitor visitor)
    {
        var folder = at.Rooms.NewDraft();
        await at.Desk.DoAsync("draft", "acknowledge-manual", "--desk", at.DeskFolder, "--said", """{"version":1}""", "--draft", folder);
        var draft = DomainJson.FromBytes<DraftAct>(await File.ReadAllBytesAsync(Path.Combine(folder, "draft.json")), DraftAct.MaxBytes);
        var by = new StatementBy(new(visitor.Passkey.Public.KeyId), new(visitor.Organisation), new(visitor.Id), Role.Member);
        var signature = visitor.Passkey.Pack(Statement.DigestOf(draft.BytesFor(by)).Bytes());
        await SubmitAsync($"manual-{visitor.Id}", new(draft.Engagement, draft.Complete(), [new(by, draft.On, draft.Until, SignatureForm.Passkey, [.. signature])], null));
    }

    private async Task SubmitAsync(string name, SignedAct signed)
    {
        var file = at.Rooms["drafts", $"{name}.message"];
        await File.WriteAllBytesAsync(file, Message.Of(signed.Engagement, [signed]).Write());
        await at.Desk.DoAsync("submit", "--desk", at.DeskFolder, "--message", file);
    }
}
