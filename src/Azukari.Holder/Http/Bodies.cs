namespace Azukari.Holder.Http;

/// <summary>Bodies are bounded, whole, and in no log.</summary>
internal static class Bodies
{
    internal const int MostBytes = 65_536;

    /// <summary>The whole body, or null when it is longer than anything of ours.</summary>
    internal static async Task<byte[]?> ReadAsync(HttpRequest request)
    {
        using var body = new MemoryStream();
        var buffer = new byte[8192];
        for (int read; (read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0;)
        {
            if (body.Length + read > MostBytes) return null;
            await body.WriteAsync(buffer.AsMemory(0, read));
        }

        return body.ToArray();
    }
}
