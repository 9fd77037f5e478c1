using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http.HttpResults;

namespace Azukari.Pages;

/// <summary>A page as an answer: a component and what it shows. It is rendered whole before it is sent.</summary>
public static class Page
{
    public static RazorComponentResult<TView> Of<TView>(object shows, int status = StatusCodes.Status200OK)
        where TView : IComponent => new(shows) { StatusCode = status, PreventStreamingRendering = true };
}
