using Azukari.Domain.Engagements;

namespace Azukari.Server.Pages;

/// <summary>An engagement as a page shows it.</summary>
public sealed record Place(string Engagement, Engagement Facts)
{
    /// <summary>The zone in which its times are told.</summary>
    public string? Zone => Facts.Founding?.Zone;
}
