using System.Text;
using System.Text.Json.Nodes;
using Azukari.Protocol.Http;
using Azukari.Protocol.Signatures;
using Azukari.Server.Tests.Front;
using Azukari.Server.Tests.Storage;
using MimeKit;

namespace Azukari.Server.Tests.Watch;

/// <summary>R15: told means that it arrives: in the reader's language, once, and after a failure again.</summary>
public sealed class AlarmTests
{
    public static IReadOnlyCollection<TheoryDataRow<Where>> Engines => JournalTests.Above;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Everybody_who_was_told_gets_one_mail_in_their_own_language(Where where)
    {
        using var mail = MailSink.Start();
        await using var town = await Town.OutsideAsync(where, mail.Arguments());
        await town.ReachAsync("c-manager", "ja", "山田 太郎");
        await town.ReachAsync("c-carrier", "en", "Yamada Hanako");
        await town.ReachAsync("o-approver", "ja");
        town.Host.Clock.SetUtcNow(Town.Clock(13, 0));
        for (var round = 0; round < 3; round++) await town.Host.WatchAsync();
        await town.Host.UntilAsync("select count(*) from outbox where sent > 0", least: 2);

        var japanese = Assert.Single(mail.To("c-manager@town.example"));
        var english = Assert.Single(mail.To("c-carrier@town.example"));
        Assert.Empty(mail.To("o-approver@town.example")); // It has not gone so far up.
        Assert.Equal("【預かり】到着の期限を過ぎました：carry-1", japanese.Subject);
        Assert.Contains("令和4年6月21日（火）13時00分", japanese.TextBody, StringComparison.Ordinal);
        Assert.Contains("21 June 2022, 13:00 (UTC+9)", english.TextBody, StringComparison.Ordinal);
        Assert.NotEqual(japanese.MessageId, english.MessageId);
        foreach (var told in mail.Mails) Assert.DoesNotContain("山田", Text(told), StringComparison.Ordinal);
        foreach (var told in mail.Mails) Assert.DoesNotContain("Yamada", Text(told), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_mail_says_to_do_is_an_act_that_counts()
    {
        using var mail = MailSink.Start();
        await using var town = await Town.OutsideAsync(Where.Sqlite, mail.Arguments());
        await town.ReachAsync("c-manager", "en");
        town.Host.Clock.SetUtcNow(Town.Clock(13, 0));
        await town.Host.WatchAsync();
        await town.Host.UntilAsync("select count(*) from outbox where sent > 0", least: 1);
        await town.FollowAsync();

        var said = JsonNode.Parse(mail.Mails.Single().TextBody!.Split("--said '")[1].Split('\'')[0]);
        var act = Protocol.Ledger.DomainJson.FromNode<Domain.Watch.AcknowledgeAlarm>(said);
        await town.DoAsync(town.Sign(act, null, ("c-manager", Domain.Role.Member)));

        Assert.True(town.Facts.Find(Town.Case)!.Alarms.Single().IsAnswered);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_refused_connection_is_tried_again_and_nothing_is_lost(Where where)
    {
        var gone = MailSink.Start();
        var (port, arguments) = (gone.Port, gone.Arguments());
        await using var town = await Town.OutsideAsync(where, arguments);
        await town.ReachAsync("c-manager", "ja");
        await town.ReachAsync("c-carrier", "ja");
        gone.Dispose();
        await town.Host.StopDeliveriesAsync(); // A try of its own that was still on its way would find the next server there.
        town.Host.Clock.SetUtcNow(Town.Clock(13, 0));
        await town.Host.WatchAsync();
        await town.Host.UntilAsync("select count(*) from outbox where sent = 0 and tries > 0", least: 2);

        using var mail = MailSink.Start(port);
        await town.Host.DeliverAsync();
        Assert.Empty(mail.Mails); // Not at once: a server that is down is not knocked at without pause.
        town.Host.Clock.Advance(TimeSpan.FromSeconds(61));
        await town.Host.DeliverAsync();
        await town.Host.UntilAsync("select count(*) from outbox where sent > 0", least: 2);

        Assert.Equal(["c-carrier@town.example", "c-manager@town.example"], mail.Mails.Select(told => told.To.Mailboxes.Single().Address).Order());
        Assert.Equal([0], await town.Host.RowsAsync<long>("select count(*) from outbox where sent = 0"));
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Two_nodes_deliver_an_alarm_once(Where where)
    {
        using var mail = MailSink.Start();
        await using var town = await Town.OutsideAsync(where, mail.Arguments());
        await using var second = await town.Host.SecondAsync();
        foreach (var person in new[] { "c-manager", "c-carrier", "c-executive", "o-approver" }) await town.ReachAsync(person, "ja");
        town.Host.Clock.SetUtcNow(Town.Clock(14, 0));

        await Task.WhenAll(Enumerable.Range(0, 6).Select(n => Task.Run(() => (n % 2 == 0 ? town.Host : second).WatchAsync())));
        await town.Host.UntilAsync("select count(*) from outbox where sent > 0", least: 7);

        Assert.Distinct(mail.Mails.Select(told => told.MessageId));
        Assert.Equal(2, mail.To("c-manager@town.example").Count()); // Step 1, and the suspension.
    }

    [Fact]
    public async Task Whoever_is_erased_is_told_no_more_and_no_name_is_left()
    {
        using var mail = MailSink.Start();
        await using var town = await Town.OutsideAsync(Where.Sqlite, mail.Arguments());
        await town.ReachAsync("c-manager", "ja", "山田 太郎");

        Assert.Equal(204, (await town.AskAsync(HttpMethod.Delete, "contacts/c-manager", by: "c-root")).Status);
        town.Host.Clock.SetUtcNow(Town.Clock(13, 0));
        await town.Host.WatchAsync();

        Assert.Empty(mail.Mails);
        Assert.Equal([0], await town.Host.RowsAsync<long>("select count(*) from contact"));
    }

    [Fact]
    public async Task A_webhook_is_posted_and_signed_as_every_request_of_ours()
    {
        await using var hook = PostSink.Start();
        await using var town = await Town.OutsideAsync(Where.Sqlite, "--webhook", $"{hook.Address}alarms?from=azukari");
        town.Host.Clock.SetUtcNow(Town.Clock(13, 0));
        for (var round = 0; round < 2; round++) await town.Host.WatchAsync();
        await town.Host.UntilAsync("select count(*) from outbox where sent > 0", least: 1);

        var post = Assert.Single(hook.Posts, post => (string?)JsonNode.Parse(post.Body)!["passed"]!["carryOut"] == "carry-1"); // A month that nobody reviewed rings as well.
        var (headers, body) = (new SignatureHeaders(post.Headers["Content-Digest"]!, post.Headers["Signature-Input"]!, post.Headers["Signature"]!), post.Body);
        var key = PublicKey.Parse((await File.ReadAllTextAsync(Path.Combine(town.Host.Data, "webhook-key.pub"))).Trim());
        var target = new RequestTarget("POST", hook.Address.Authority, "/alarms", "?from=azukari");
        Assert.NotNull(HttpSignature.Verify(headers, target, body, town.Host.Clock.GetUtcNow(), id => id == key.KeyId ? key : null, out _));
        Assert.Null(HttpSignature.Verify(headers, target, [.. body, 0], town.Host.Clock.GetUtcNow(), id => key, out _));
        var said = JsonNode.Parse(body)!;
        Assert.Equal(("carry-1", "arrival", 1), ((string?)said["passed"]!["carryOut"], (string?)said["passed"]!["kind"], (int)said["passed"]!["step"]!));
        Assert.Contains("到着の期限", (string)said["ja"]!, StringComparison.Ordinal);
    }

    /// <summary>Deep: a machine's own clock makes years of deadlines pass, which takes half a minute.</summary>
    [Fact]
    [Trait("Run", "deep")]
    public async Task An_alarm_outlives_a_program_that_is_killed_before_it_is_delivered()
    {
        using var gone = MailSink.Start();
        var (port, arguments) = (gone.Port, gone.Arguments());
        gone.Refuse();
        await using var town = await Town.OutsideAsync(Where.Sqlite, arguments);
        await town.ReachAsync("c-carrier", "ja"); // Who has the medium is told, whatever duties have ended since.
        await town.Host.StopForProgramAsync();

        await town.Host.StartAgainAsync(arguments); // Years later by the machine's own clock: everything is overdue once a key holder says so too.
        Assert.Equal(200, (await Knock.SendAsync(town.Host, town.KeyOf("owner-holder"), HttpMethod.Get, $"/api/v1/engagements/{Town.Name}/entries?from=0", at: DateTimeOffset.UtcNow)).Status);
        await town.Host.UntilAsync("select count(*) from outbox where alarm not like 'clock%' and tries > 0", least: 1);
        await town.Host.KillAsync();
        Assert.Equal([0], await town.Host.RowsAsync<long>("select count(*) from outbox where sent > 0"));
        await town.Host.TamperAsync("update outbox set due = 0"); // What is shown is that it is owed still, not how long the pause is.

        using var mail = MailSink.Start(port);
        await town.Host.StartAgainAsync(arguments);
        await town.Host.UntilAsync("select count(*) from outbox where sent > 0", least: 2);
        Assert.Contains(mail.Mails, told => told.Subject!.StartsWith("【預かり】到着の期限", StringComparison.Ordinal));
        Assert.Distinct(mail.Mails.Select(told => told.MessageId));
    }

    private static string Text(MimeMessage mail) => $"{mail.Subject} {mail.TextBody} {Encoding.UTF8.GetString(Raw(mail))}";

    private static byte[] Raw(MimeMessage mail)
    {
        using var stream = new MemoryStream();
        mail.WriteTo(stream);
        return stream.ToArray();
    }
}
