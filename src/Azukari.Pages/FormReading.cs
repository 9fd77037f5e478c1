namespace Azukari.Pages;

/// <summary>Forms as they come in.</summary>
public static class FormReading
{
    /// <summary>Whether the form can be read, where there is one: what no browser writes, such as a NUL in a field or a thousand fields, the framework answers with a fault, wherever it is first read.</summary>
    public static async Task<bool> IsReadableAsync(HttpRequest request)
    {
        if (!request.HasFormContentType) return true;

        try
        {
            await request.ReadFormAsync(request.HttpContext.RequestAborted);
            return true;
        }
        catch (Exception fault) when (fault is InvalidOperationException or InvalidDataException or BadHttpRequestException)
        {
            return false;
        }
    }
}
