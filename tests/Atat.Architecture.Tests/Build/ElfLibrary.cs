using System.Buffers.Binary;

namespace Atat.Architecture.Tests.Build;

/// <summary>The parts of a shared library that symbol versions are made of.</summary>
/// <param name="Needs">Per library needed, the flags of each version required of it; versions are numbered through from 2.</param>
/// <param name="SymbolVersions">The version of each symbol; 0 and 1 are local and global, without a requirement.</param>
/// <param name="Relocated">The symbols that relocations refer to.</param>
internal sealed record ElfLibrary(ushort[][] Needs, ushort[] SymbolVersions, int[] Relocated)
{
    private const int HeaderSize = 64, SectionHeaderSize = 64, RelaSize = 24, EntrySize = 16;

    private int VersionsAt => HeaderSize;

    private int RelocationsAt => VersionsAt + (2 * SymbolVersions.Length);

    private int NeedsAt => RelocationsAt + (RelaSize * Relocated.Length);

    private int NeedsSize => EntrySize * (Needs.Length + Needs.Sum(versions => versions.Length));

    /// <summary>The position in the file of each version's flags, by version.</summary>
    public IEnumerable<(int Version, int Position)> Flags()
    {
        var (version, at) = (2, NeedsAt);
        foreach (var versions in Needs)
        {
            at += EntrySize;
            for (var i = 0; i < versions.Length; i++, at += EntrySize)
            {
                yield return (version++, at + 4);
            }
        }
    }

    /// <summary>The library as a file: header, versions of symbols, relocations, version needs, section headers.</summary>
    public byte[] ToFile()
    {
        var sectionsAt = NeedsAt + NeedsSize;
        var file = new byte[sectionsAt + (3 * SectionHeaderSize)];
        ((ReadOnlySpan<byte>)[0x7f, (byte)'E', (byte)'L', (byte)'F', 2, 1, 1]).CopyTo(file);
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(0x28), sectionsAt);
        Write(file, 0x3a, SectionHeaderSize);
        Write(file, 0x3c, 3);

        for (var i = 0; i < SymbolVersions.Length; i++)
        {
            Write(file, VersionsAt + (2 * i), SymbolVersions[i]);
        }

        for (var i = 0; i < Relocated.Length; i++)
        {
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(RelocationsAt + (RelaSize * i) + 12), Relocated[i]);
        }

        WriteNeeds(file);
        WriteSection(file, sectionsAt, 0x6fffffff, VersionsAt, 2 * SymbolVersions.Length, 0);
        WriteSection(file, sectionsAt + SectionHeaderSize, 4, RelocationsAt, RelaSize * Relocated.Length, 0);
        WriteSection(file, sectionsAt + (2 * SectionHeaderSize), 0x6ffffffe, NeedsAt, NeedsSize, Needs.Length);
        return file;
    }

    private void WriteNeeds(byte[] file)
    {
        var (version, at) = (2, NeedsAt);
        for (var library = 0; library < Needs.Length; library++)
        {
            var versions = Needs[library];
            Write(file, at, 1);
            Write(file, at + 2, versions.Length);
            BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at + 8), EntrySize);
            BinaryPrimitives.WriteInt32LittleEndian(
                file.AsSpan(at + 12), library == Needs.Length - 1 ? 0 : EntrySize * (1 + versions.Length));
            at += EntrySize;
            for (var i = 0; i < versions.Length; i++, at += EntrySize)
            {
                Write(file, at + 4, versions[i]);
                Write(file, at + 6, version++);
                BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at + 12), i == versions.Length - 1 ? 0 : EntrySize);
            }
        }
    }

    private static void WriteSection(byte[] file, int at, uint type, long offset, long size, int info)
    {
        BinaryPrimitives.WriteUInt32LittleEndian(file.AsSpan(at + 4), type);
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(at + 0x18), offset);
        BinaryPrimitives.WriteInt64LittleEndian(file.AsSpan(at + 0x20), size);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(at + 0x2c), info);
    }

    private static void Write(byte[] file, int at, int value) =>
        BinaryPrimitives.WriteUInt16LittleEndian(file.AsSpan(at), (ushort)value);
}
