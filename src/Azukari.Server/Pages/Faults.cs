using Azukari.Protocol.Wording;
using Azukari.Server.Transport;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Azukari.Server.Pages;

/// <summary>How a page says no: what happened, and what now.</summary>
internal static class Faults
{
    internal static IResult NotFound(Frame frame) => Of(frame, 404, new("見つかりません", "Not found"), new("この名前のものは、ここにはありません。", "There is nothing of this name here for you."));

    internal static IResult SignInFirst(Frame frame) => Of(frame, 401, new("サインインしてください", "Sign in first"),
        new("サインインが切れています。入力したものは記録されていません。", "Your session has ended; nothing of what you entered was recorded."), "/sign-in", new("サインインする", "Sign in"));

    internal static IResult FormTooOld(Frame frame) => Of(frame, 400, new("この画面は古くなりました", "This page is out of date"),
        new("別のサインインで開いた画面です。何も記録していません。開き直してから、もう一度お願いします。", "It was opened in another session. Nothing was recorded; open it again and repeat what you did."));

    internal static IResult Malformed(Frame frame) => Of(frame, 400, new("受け取れませんでした", "Not understood"),
        new("届いた内容を読み取れません。何も記録していません。前の画面からやり直してください。", "What arrived cannot be read. Nothing was recorded; go back and try again."));

    internal static IResult TooLong(Frame frame) => Of(frame, 413, new("長すぎて受け取れません", "Too long to take"),
        new("何も記録していません。ブラウザーの「戻る」で元の画面に戻り、書いたものを短くしてください。", "Nothing was recorded. Go back in your browser and shorten what you wrote."));

    internal static IResult NotTouched(Frame frame) => Of(frame, 403, new("署名を確認できません", "The signature does not count"),
        new("パスキーの署名が、この内容やこの人の鍵に合いません。何も記録していません。", "The passkey's signature does not fit this text or this person's key. Nothing was recorded."));

    internal static IResult NotKnown(Frame frame) => Of(frame, 403, new("このパスキーは登録されていません", "This passkey is not known here"),
        new("招待を受けて登録したパスキーを使ってください。", "Use the passkey that you enrolled by an invitation."), "/sign-in", new("サインインへ戻る", "Back to signing in"));

    internal static IResult TooMany(Frame frame) => Of(frame, 429, new("要求が多すぎます", "Too many requests"), new("しばらくしてからやり直してください。", "Try again in a moment."));

    internal static IResult TooManyWait(Frame frame) => Of(frame, 503, new("署名待ちが多すぎます", "Too much waits for signatures"),
        new("何も記録していません。待っているものに署名するか、期限が切れるのを待ってください。", "Nothing was recorded. Let what waits be signed, or run out."));

    internal static IResult Failed(Frame frame) => Of(frame, 500, new("内部の不具合です", "Something here does not work"),
        new("何が記録されたかを、最初の画面で確かめてください。", "Look at the first page for what was recorded."));

    internal static IResult InvitationOver(Frame frame) => Of(frame, 410, new("この招待は使えません", "This invitation is over"),
        new("期限が過ぎたか、すでに使われています。代表者に新しい招待を頼んでください。", "It has expired or was used already. Ask your representative for a new one."));

    internal static IResult NoOrigin(Frame frame) => Of(frame, 503, new("パスキーを使えません", "No passkeys here"),
        new("このサーバーは、公開名（--origin）なしで起動しています。管理者に知らせてください。", "This service was started without its public name (--origin). Tell whoever runs it."));

    internal static IResult NoLongerWaits(Frame frame, string list) => Of(frame, 410, new("もう署名を待っていません", "It waits no longer"),
        new("ほかの人の署名で記録されたか、その後の記録で意味を失いました。", "It is in the record with other signatures, or what was recorded since has overtaken it."), list, new("一覧へ", "All that waits"));

    internal static IResult Kept(Frame frame) => Of(frame, 202, new("お預かりしました", "Kept"),
        new("記録を復元しているところです。届出は保管し、記録がそろい次第、判断します。急ぐ紛失は、鍵保持者にも届け出られます。", "The record is being restored. What you signed is kept and decided on as soon as it is whole; a loss can be reported to a key holder at once."));

    internal static IResult Behind(Frame frame) => Of(frame, 503, new("いまは記録できません", "Nothing can be recorded now"),
        new("記録を復元しているところです。何も記録していません。", "The record is being restored. Nothing was recorded."));

    /// <summary>What this service asks beyond the rules, in the words that programs get.</summary>
    internal static IResult Of(Frame frame, IResult problem) => problem is ProblemHttpResult { ProblemDetails: var details }
        ? Of(frame, details.Status ?? 500, new("受け付けられません", "Not taken"), new((string?)details.Extensions["titleJa"] ?? "", details.Title ?? ""))
        : Failed(frame);

    /// <summary>The answer where the framework has only a status: a page for a browser, a problem for a program.</summary>
    internal static Task AnswerAsync(HttpContext context, int status)
    {
        var isBrowser = context.Request.Headers.Accept.Any(accept => accept?.Contains("text/html", StringComparison.Ordinal) == true) && !context.Request.Path.StartsWithSegments("/api");
        return (isBrowser ? OfStatus(context.RequestServices.GetRequiredService<FrontDoor>().Frame(context), status) : Problems.OfStatus(status)).ExecuteAsync(context);
    }

    private static IResult OfStatus(Frame frame, int status) => status switch
    {
        404 => NotFound(frame),
        401 => SignInFirst(frame),
        429 => TooMany(frame),
        >= 500 => Failed(frame),
        _ => Malformed(frame) is RazorComponentResult<FaultView> page ? WithStatus(page, status) : throw new System.Diagnostics.UnreachableException(),
    };

    private static RazorComponentResult<FaultView> WithStatus(RazorComponentResult<FaultView> page, int status)
    {
        page.StatusCode = status;
        return page;
    }

    private static RazorComponentResult<FaultView> Of(Frame frame, int status, Words title, Words says, string? next = null, Words? label = null) =>
        Page.Of<FaultView>(new { Frame = frame, Title = title, Says = says, Next = next ?? "/", Label = label ?? new Words("最初の画面へ", "To the first page") }, status);
}
