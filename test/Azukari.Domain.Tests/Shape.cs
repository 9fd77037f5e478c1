using System.Collections;
using System.Reflection;
using System.Text;

namespace Azukari.Domain.Tests;

/// <summary>Values as text, members and keys in order: records with collections in them are not equal by themselves.</summary>
internal static class Shape
{
    internal static string Of(object? value)
    {
        var text = new StringBuilder();
        Write(text, value);
        return text.ToString();
    }

    private static void Write(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null or string or Enum or DateTimeOffset or bool or int or long or Code or Digest:
                text.Append(value).Append(';');
                break;
            case IEnumerable items:
                text.Append('[').AppendJoin(',', Ordered(items)).Append(']');
                break;
            default:
                foreach (var member in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance).Where(member => member.GetIndexParameters().Length == 0))
                    text.Append(member.Name).Append('=').Append(Of(member.GetValue(value)));
                break;
        }
    }

    private static IEnumerable<string> Ordered(IEnumerable items)
    {
        var parts = items.Cast<object?>().Select(Of);
        return items is IDictionary || items.GetType().Name.Contains("Set", StringComparison.Ordinal) ? parts.Order(StringComparer.Ordinal) : parts;
    }
}
