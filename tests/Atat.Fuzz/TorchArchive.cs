using System.IO.Compression;
using System.Text;

namespace Atat.Fuzz;

/// <summary>A small checkpoint as PyTorch writes it, without PyTorch: a dictionary of one tensor.</summary>
internal static class TorchArchive
{
    private const string Pickle =
        "\u0080\u0002}X\u0001\0\0\0wctorch._utils\n_rebuild_tensor_v2\n((X\u0007\0\0\0storagectorch\nFloatStorage\nX\u0001\0\0\00X\u0003\0\0\0cpuK\u0006tQK\0K\u0002K\u0003\u0086K\u0003K\u0001\u0086\u0089ccollections\nOrderedDict\n)RtRs.";

    /// <summary>Its bytes.</summary>
    public static byte[] Make()
    {
        using var memory = new MemoryStream();
        using (var archive = new ZipArchive(memory, ZipArchiveMode.Create))
        {
            Add(archive, "x/data.pkl", Encoding.Latin1.GetBytes(Pickle));
            Add(archive, "x/data/0", new byte[6 * sizeof(float)]);
        }

        return memory.ToArray();
    }

    private static void Add(ZipArchive archive, string name, byte[] bytes)
    {
        using var stream = archive.CreateEntry(name, CompressionLevel.NoCompression).Open();
        stream.Write(bytes);
    }
}
