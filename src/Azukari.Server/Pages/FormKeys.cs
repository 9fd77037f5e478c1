using System.Xml.Linq;
using Azukari.Server.Storage;
using Microsoft.AspNetCore.DataProtection.Repositories;

namespace Azukari.Server.Pages;

/// <summary>The keys by which a form that one node gave out is known again by every other. They open nothing else: a stolen one lets nobody sign or sign in.</summary>
internal sealed class FormKeys(Database database) : IXmlRepository
{
    public IReadOnlyCollection<XElement> GetAllElements() =>
        [.. Wait(database.ReadAsync<string>("select xml from form_key order by name", new { }, CancellationToken.None)).Select(XElement.Parse)];

    public void StoreElement(XElement element, string friendlyName) =>
        Wait(database.WriteAsync("insert into form_key (name, xml) values (@friendlyName, @xml) on conflict (name) do nothing", new { friendlyName, xml = element.ToString(SaveOptions.DisableFormatting) }));

    /// <summary>The framework asks without waiting; it does so once a day.</summary>
    private static T Wait<T>(Task<T> asked) => asked.ConfigureAwait(false).GetAwaiter().GetResult();
}
