using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text;
using Atat.Formats.Files;

namespace Atat.Training.Benchmarks;

/// <summary>Arrays as NumPy's format 1.0, little-endian.</summary>
internal static class NumpyFile
{
    // The header ends at a multiple of so many bytes.
    private const int Alignment = 64;

    private static ReadOnlySpan<byte> Magic => [0x93, (byte)'N', (byte)'U', (byte)'M', (byte)'P', (byte)'Y', 1, 0];

    /// <summary>Writes a matrix, row-major.</summary>
    public static void Write(string path, ReadOnlyMemory<float> values, int columns) => Write(path, "<f4", $"{values.Length / columns}, {columns}", () => MemoryMarshal.AsBytes(values.Span));

    /// <summary>Writes a list of numbers.</summary>
    public static void Write(string path, ReadOnlyMemory<int> values) => Write(path, "<i4", $"{values.Length},", () => MemoryMarshal.AsBytes(values.Span));

    private static void Write(string path, string kind, string shape, Bytes bytes) => OutputFile.Write(path, beside =>
    {
        var header = $"{{'descr': '{kind}', 'fortran_order': False, 'shape': ({shape}), }}";
        var before = Magic.Length + sizeof(ushort);
        var length = ((before + header.Length + Alignment) / Alignment * Alignment) - before;
        Span<byte> size = stackalloc byte[sizeof(ushort)];
        BinaryPrimitives.WriteUInt16LittleEndian(size, (ushort)length);
        using var stream = File.Create(beside);
        stream.Write(Magic);
        stream.Write(size);
        stream.Write(Encoding.ASCII.GetBytes(header.PadRight(length - 1) + '\n'));
        stream.Write(bytes());
    });

    private delegate ReadOnlySpan<byte> Bytes();
}
