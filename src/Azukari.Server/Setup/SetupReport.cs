using Azukari.Protocol.Signatures;

namespace Azukari.Server.Setup;

/// <summary>What was made, which file is rolled out and what comes next, in both languages.</summary>
internal static class SetupReport
{
    internal static string Made(string data, WebOrigin origin, bool ownAuthority, IEnumerable<string> links) => $"""
        {origin} を用意しました。
          {Path.Combine(data, SettingsFile.Name)}  設定。起動のたびに書く必要はありません
        {Certificate(data, "サーバー証明書と鍵")}
        {(ownAuthority ? Authority(data, "配布するファイル（認証局の証明書）", "認証局の鍵", "フィンガープリント") : "")}次に行うこと
        {Steps(ownAuthority ? [RollOutJa, LockAwayJa] : [], $"{origin.RpId} がこのサーバーを指すように、DNS に登録してください。", $"起動します: azukari-server --data {data}", $"確認します: azukari-server doctor --data {data}", InviteJa)}
        {origin} is ready to start.
          {Path.Combine(data, SettingsFile.Name)}  settings, which need not be written at every start
        {Certificate(data, "the service's certificate and key")}
        {(ownAuthority ? Authority(data, "the file to roll out (the authority's certificate)", "the authority's key", "fingerprint") : "")}What comes next
        {Steps(ownAuthority ? [RollOutEn, LockAwayEn] : [], $"Have {origin.RpId} lead to this computer in the DNS.", $"Start it: azukari-server --data {data}", $"Look at it: azukari-server doctor --data {data}", InviteEn)}
        {string.Concat(links.Select(link => $"  {link}\n"))}
        """;

    internal static string Renewed(string data) => $"""
        新しい証明書にしました。動いているサーバーは、次の接続から使います。
        {Certificate(data, "サーバー証明書と鍵")}
        The certificate is a new one; a service that runs serves it from the next connection on.

        """;

    internal static string NewAuthority(string data) => $"""
        新しい認証局を作りました。サーバー証明書はまだ前のままです。
        {Authority(data, "配布するファイル（認証局の証明書）", "認証局の鍵", "フィンガープリント")}次に行うこと
        {Steps([RollOutJa, LockAwayJa], $"配布が済んだら: azukari-server certificate renew --data {data}")}
        A new authority is there. The service's certificate is still that of the one before.
        {Steps([RollOutEn, LockAwayEn], $"Once it is rolled out: azukari-server certificate renew --data {data}")}
        """;

    private const string InviteJa = "下の二つの招待を、所有者の別々の二人に一つずつ手渡してください。一度だけ使え、7日で切れ、もう一度は表示できません。二人がパスキーを作ってサインインすると、画面で委託業務を始められます。一人では何も承認できません。";
    private const string InviteEn = "Hand the two invitations below to two different people of the owner. Each is used once, ends after 7 days and is not shown again. Signed in with the passkeys that they make, they found the engagement on its page. One alone approves nothing.";

    private const string RollOutJa = "authority.crt を、この業務で使うすべての端末・スマートフォン・鍵保持者のコンピューターに、信頼されたルート証明機関として配布してください。フィンガープリントが同じであることを確かめてください。";
    private const string RollOutEn = "Roll authority.crt out to every computer and phone that takes part, key holders too, as a trusted root authority. Compare the fingerprint.";
    private const string LockAwayJa = "authority.key を別の媒体に移し、鍵のかかる所に保管してください。証明書を更新するときに --authority-key で指定します。";
    private const string LockAwayEn = "Move authority.key to a medium of its own and lock it away. It is needed when the certificate is renewed (--authority-key).";

    private static string Certificate(string data, string what)
    {
        using var served = ServerCertificate.Read(data);
        return $"  {ServerCertificate.PathIn(data)}  {what} ({ServerCertificate.Days(served)})";
    }

    private static string Authority(string data, string what, string key, string fingerprint)
    {
        using var authority = AuthorityFiles.Certificate(data)!;
        var digits = string.Join(':', authority.GetCertHashString(System.Security.Cryptography.HashAlgorithmName.SHA256).Chunk(2).Select(pair => new string(pair)));
        return $"""
              {Path.Combine(data, AuthorityFiles.Name)}  {what} ({ServerCertificate.Days(authority)})
                SHA-256 {fingerprint} {digits}
              {AuthorityFiles.KeyPath(data)}  {key}

            """;
    }

    private static string Steps(IEnumerable<string> first, params IEnumerable<string> then) => string.Concat(first.Concat(then).Select((step, n) => $"  {n + 1}. {step}\n"));
}
