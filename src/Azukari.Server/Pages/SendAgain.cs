namespace Azukari.Server.Pages;

/// <summary>Marks a form that somebody writes for longer than a session lasts: when it comes too late it is given back whole, to be sent again. It signs nothing, so that whoever made somebody send it has gained a draft.</summary>
internal sealed class SendAgain
{
    internal static readonly SendAgain Kept = new();

    /// <summary>The form given back, or null for every other form.</summary>
    internal static async Task<IResult?> AnswerAsync(HttpContext context, Frame frame, int status)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<SendAgain>() is null || !context.Request.HasFormContentType || context.Request.ContentLength > FrontDoor.LongestForm) return null;

        var form = await context.Request.ReadFormAsync(context.RequestAborted);
        var typed = form.Where(field => field.Key != Frame.FormField).SelectMany(field => field.Value.Select(value => KeyValuePair.Create(field.Key, value ?? ""))).ToArray();
        return typed.Length == 0 ? null : Page.Of<SendAgainView>(new { Frame = frame, Action = context.Request.Path.ToString(), Typed = typed }, status);
    }
}
