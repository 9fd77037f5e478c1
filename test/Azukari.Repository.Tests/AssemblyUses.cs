using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace Azukari.Repository.Tests;

/// <summary>Everything a compiled assembly uses of other assemblies, read from its metadata without loading it.</summary>
/// <remarks>
/// IL can reach a type or member of another assembly only through these two tables, so nothing is missed by not decoding the
/// bodies. A type is written <c>Namespace.Type</c> (nested: <c>Namespace.Outer.Inner</c>), a member <c>Namespace.Type::Member</c>.
/// </remarks>
internal static class AssemblyUses
{
    public static IReadOnlyList<string> Read(string path)
    {
        using var stream = File.OpenRead(path);
        using var file = new PEReader(stream);
        var metadata = file.GetMetadataReader();

        return [.. Types(metadata).Concat(Members(metadata)).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
    }

    public static IReadOnlyList<string> ReadAssemblies(string path)
    {
        using var stream = File.OpenRead(path);
        using var file = new PEReader(stream);
        var metadata = file.GetMetadataReader();

        return [.. metadata.AssemblyReferences.Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))];
    }

    private static IEnumerable<string> Types(MetadataReader metadata) =>
        metadata.TypeReferences.Select(handle => Name(metadata, handle));

    private static IEnumerable<string> Members(MetadataReader metadata)
    {
        foreach (var handle in metadata.MemberReferences)
        {
            var member = metadata.GetMemberReference(handle);
            if (Owner(metadata, member.Parent) is { } owner)
            {
                yield return $"{owner}::{metadata.GetString(member.Name)}";
            }
        }
    }

    private static string? Owner(MetadataReader metadata, EntityHandle parent) => parent.Kind switch
    {
        HandleKind.TypeReference => Name(metadata, (TypeReferenceHandle)parent),
        HandleKind.TypeSpecification => GenericOwner(metadata, metadata.GetTypeSpecification((TypeSpecificationHandle)parent).Signature),
        // Our own types and methods; what they use has rows of its own.
        _ => null,
    };

    // ECMA-335 II.23.2.14: GENERICINST (0x15), CLASS (0x12) or VALUETYPE (0x11), then the generic type itself.
    private static string? GenericOwner(MetadataReader metadata, BlobHandle signature)
    {
        var reader = metadata.GetBlobReader(signature);
        if (reader.ReadByte() != 0x15)
        {
            return null;
        }

        _ = reader.ReadByte();
        var type = reader.ReadTypeHandle();
        return type.Kind == HandleKind.TypeReference ? Name(metadata, (TypeReferenceHandle)type) : null;
    }

    private static string Name(MetadataReader metadata, TypeReferenceHandle handle)
    {
        var type = metadata.GetTypeReference(handle);
        var name = metadata.GetString(type.Name).Split('`')[0];

        return type.ResolutionScope.Kind == HandleKind.TypeReference
            ? $"{Name(metadata, (TypeReferenceHandle)type.ResolutionScope)}.{name}"
            : $"{metadata.GetString(type.Namespace)}.{name}".TrimStart('.');
    }
}
