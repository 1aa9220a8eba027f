using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Atat.LightCurves.Splits;

/// <summary>The objects of one class in an order that a seed decides.</summary>
/// <param name="Class">Index of the class in the taxonomy.</param>
/// <param name="Name">Name of the class.</param>
/// <param name="Objects">Indices into the catalog, shuffled.</param>
internal sealed record ClassMembers(int Class, string Name, int[] Objects)
{
    /// <summary>All classes that have at least one of the wanted objects, in the taxonomy's order.</summary>
    /// <remarks>
    /// Shuffled by a hash of seed and identifier: the order depends on neither the order of the file nor the platform, and
    /// objects that a later version of the catalog adds leave the order of the others as it is.
    /// </remarks>
    public static List<ClassMembers> Of(Catalog catalog, Func<int, bool> wanted, int seed)
    {
        var taxonomy = catalog.Schema.Taxonomy;
        var members = new List<(ulong Key, int Index)>[taxonomy.Classes.Length];
        for (var i = 0; i < catalog.Count; i++)
        {
            if (catalog.Labels[i] is { } label && taxonomy.ClassOf(label) is >= 0 and var c && wanted(i))
            {
                (members[c] ??= []).Add((Key(seed, catalog.Ids[i]), i));
            }
        }

        var result = new List<ClassMembers>();
        for (var c = 0; c < members.Length; c++)
        {
            if (members[c] is { } list)
            {
                var order = list.OrderBy(m => m.Key).ThenBy(m => catalog.Ids[m.Index], StringComparer.Ordinal);
                result.Add(new ClassMembers(c, taxonomy.Classes[c], [.. order.Select(m => m.Index)]));
            }
        }

        return result;
    }

    /// <summary>Deals objects of this class to the folds in turn; the class decides who begins, so that remainders spread.</summary>
    public void DealFolds(ReadOnlySpan<int> objects, int[] foldOf, int folds)
    {
        for (var k = 0; k < objects.Length; k++)
        {
            foldOf[objects[k]] = (k + Class) % folds;
        }
    }

    private static ulong Key(int seed, string id)
    {
        var bytes = new byte[sizeof(int) + Encoding.UTF8.GetMaxByteCount(id.Length)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, seed);
        var length = sizeof(int) + Encoding.UTF8.GetBytes(id, bytes.AsSpan(sizeof(int)));
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(bytes.AsSpan(0, length), hash);
        return BinaryPrimitives.ReadUInt64LittleEndian(hash);
    }
}
