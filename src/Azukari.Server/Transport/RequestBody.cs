namespace Azukari.Server.Transport;

/// <summary>A whole body in memory, since a signature covers all of it.</summary>
internal static class RequestBody
{
    /// <summary>Null when there is more than that; what is announced as more is not read at all.</summary>
    internal static async Task<byte[]?> ReadAsync(HttpRequest request, int most)
    {
        if (request.ContentLength > most) return null;

        using var body = new MemoryStream();
        var buffer = new byte[8192];
        for (int read; (read = await request.Body.ReadAsync(buffer, request.HttpContext.RequestAborted)) > 0;)
        {
            if (body.Length + read > most) return null;
            await body.WriteAsync(buffer.AsMemory(0, read));
        }

        return body.ToArray();
    }
}
