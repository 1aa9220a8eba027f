using System.Collections.Immutable;
using System.Security.Cryptography;
using Atat.LightCurves;

namespace Atat.Forests.Files;

/// <summary>
/// A forest on disk, little-endian: <c>ATATFRST</c>, version, kind, names, one block a forest, and the SHA-256 of all that. An inner node takes two to four bytes
/// (feature and side of missing values, place of the threshold in a table of the feature), a leaf of one class one byte, a leaf of m classes 3 m of them. What is read predicts bit
/// for bit what was written.
/// </summary>
public static class ForestFile
{
    private const int Version = 2;
    private const int HashLength = SHA256.HashSizeInBytes;
    private const byte NoBranch = 255;

    private static ReadOnlySpan<byte> Magic => "ATATFRST"u8;

    /// <summary>Writes a model.</summary>
    /// <param name="stream">Takes the bytes; is left open.</param>
    /// <param name="model">Model.</param>
    /// <exception cref="ArgumentException">The names do not fit the forest.</exception>
    public static void Write(Stream stream, ForestModel model)
    {
        if (model.Features.Length != model.Forest.Features || model.Classes.Length != model.Forest.Classes || (model.Forest is HierarchicalForest { Hierarchy: var h } && !h.Classes.SequenceEqual(model.Classes)))
        {
            throw new ArgumentException("The names of features or classes are not those of the forest.", nameof(model));
        }

        using var hashing = new HashingStream(stream);
        var writer = new FileWriter(hashing);
        writer.Bytes(Magic);
        writer.Byte(Version);
        writer.Byte(model.Forest is HierarchicalForest ? 1 : 0);
        writer.Texts(model.Features);
        writer.Texts(model.Classes);
        if (model.Forest is HierarchicalForest hierarchical)
        {
            foreach (var branch in hierarchical.Hierarchy.BranchOfClass)
            {
                writer.Byte(branch is { } known ? (int)known : NoBranch);
            }

            foreach (var forest in hierarchical.Branches.Prepend(hierarchical.Top).OfType<BalancedForest>())
            {
                ForestBlock.Write(writer, forest);
            }
        }
        else
        {
            ForestBlock.Write(writer, (BalancedForest)model.Forest);
        }

        writer.Flush();
        stream.Write(hashing.Hash());
    }

    /// <summary>Reads a model.</summary>
    /// <exception cref="InputException">The file cannot be read, is no forest, of another version, or damaged.</exception>
    public static ForestModel Read(string path)
    {
        try
        {
            return Read(File.ReadAllBytes(path), path);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: cannot be read: {e.Message}", e);
        }
    }

    /// <summary>Reads a model from a stream, up to its end.</summary>
    /// <param name="stream">Stream.</param>
    /// <param name="source">What it is, for messages.</param>
    /// <exception cref="InputException">It is no forest, of another version, or damaged.</exception>
    public static ForestModel Read(Stream stream, string source)
    {
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        return Read(memory.ToArray(), source);
    }

    private static ForestModel Read(byte[] bytes, string source)
    {
        if (bytes.Length < Magic.Length + 1 + HashLength || !bytes.AsSpan().StartsWith(Magic))
        {
            throw new InputException($"{source}: is no forest of 'atat forest'.");
        }

        if (bytes[Magic.Length] != Version)
        {
            throw new InputException($"{source}: is a forest of version {bytes[Magic.Length]}, this program reads version {Version}; train it again, or use another version of the program.");
        }

        var content = bytes.AsSpan(0, bytes.Length - HashLength);
        if (!SHA256.HashData(content).AsSpan().SequenceEqual(bytes.AsSpan(content.Length)))
        {
            throw new InputException($"{source}: is damaged, its checksum is not that of its content; copy or train it again.");
        }

        var reader = new FileReader(bytes, Magic.Length + 1, content.Length, source);
        var kind = reader.Byte(1, "kind of forest");
        var features = reader.Texts(BalancedForest.MaxFeatures, "features");
        var classes = reader.Texts(BalancedForest.MaxClasses, "classes");
        IForest forest = kind == 0 ? ForestBlock.Read(reader, features.Length, classes.Length) : Hierarchical(reader, features.Length, classes);
        reader.End();
        return new ForestModel(features, classes, forest);
    }

    private static HierarchicalForest Hierarchical(FileReader reader, int features, ImmutableArray<string> classes)
    {
        var branches = Array.ConvertAll([.. classes], _ => reader.Byte(byte.MaxValue, "branch") switch
        {
            NoBranch => (Branch?)null,
            var number when Enum.IsDefined((Branch)number) => (Branch)number,
            var number => throw reader.Damaged($"{number} is no branch"),
        });
        if (branches.Contains(null) && branches.Any(branch => branch is not null))
        {
            throw reader.Damaged("some classes have a branch, others none");
        }

        var hierarchy = new Hierarchy(classes, [.. branches]);
        var top = hierarchy.Branches.Length > 1 ? ForestBlock.Read(reader, features, hierarchy.Branches.Length) : null;
        return new HierarchicalForest(hierarchy, features, top, [.. hierarchy.Members.Select(members => members.Length > 1 ? ForestBlock.Read(reader, features, members.Length) : null)]);
    }
}
