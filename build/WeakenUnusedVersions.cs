using System.Collections.Generic;
using System.IO;
using Microsoft.Build.Framework;

namespace Atat.Build;

/// <summary>
/// Copies a 64-bit ELF shared library so that it also loads where a symbol version is missing that it names but never uses.
/// </summary>
/// <remarks>
/// A library compiled by GCC 13 against <c>&lt;iostream&gt;</c> names <c>_ZSt21ios_base_library_initv@GLIBCXX_3.4.32</c> without one
/// relocation to it, and for the name alone the dynamic loader refuses the library on systems with an older libstdc++
/// (Debian 12, Ubuntu 22.04). Such a requirement is marked weak (VER_FLG_WEAK): the loader then accepts its absence.
/// Requirements that a relocation depends on stay as they are. Layout: System V gABI, and symbol versioning in the LSB.
/// </remarks>
public sealed class WeakenUnusedVersions : Microsoft.Build.Utilities.Task
{
    private const int SectionHeaderSize = 64;
    private const uint RelaSection = 4, RelSection = 9, VersionNeedsSection = 0x6ffffffe, SymbolVersionsSection = 0x6fffffff;
    private const byte WeakFlag = 2;

    /// <summary>The library to read.</summary>
    [Required]
    public string Source { get; set; } = "";

    /// <summary>The file to write: complete or not at all.</summary>
    [Required]
    public string Destination { get; set; } = "";

    /// <inheritdoc/>
    public override bool Execute()
    {
        var image = File.ReadAllBytes(Source);
        var count = Weaken(image);
        Log.LogMessage(MessageImportance.Low, "{0}: {1} unused version requirement(s) made weak.", Source, count);
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(Destination))!);
        var temporary = Destination + ".tmp";
        File.WriteAllBytes(temporary, image);
        File.Delete(Destination);
        File.Move(temporary, Destination);
        return true;
    }

    /// <summary>Marks a library's unused version requirements weak, in place.</summary>
    /// <param name="image">The whole file; anything but a well-formed 64-bit little-endian ELF file is left as it is.</param>
    /// <returns>How many requirements were marked that were not before.</returns>
    public static int Weaken(byte[] image)
    {
        try
        {
            // All positions are found before the first is changed: a malformed file stays whole.
            var flags = UnusedRequirements(image);
            flags.ForEach(flag => image[flag] |= WeakFlag);
            return flags.Count;
        }
        catch (InvalidDataException)
        {
            return 0;
        }
    }

    /// <summary>The positions of the flags of the strong requirements that no relocation depends on.</summary>
    private static List<int> UnusedRequirements(byte[] image)
    {
        var found = new List<int>();
        // "\x7fELF", 64-bit, little-endian.
        if (Read(image, 0, 4) != 0x464c457f || Read(image, 4, 2) != 0x0102 || Read(image, 0x3a, 2) != SectionHeaderSize)
        {
            return found;
        }

        var sections = Sections(image);
        if (!sections.TryGetValue(SymbolVersionsSection, out var versions) || !sections.TryGetValue(VersionNeedsSection, out var needs))
        {
            return found;
        }

        var used = new HashSet<long>();
        foreach (var (type, entrySize) in new[] { (RelaSection, 24), (RelSection, 16) })
        {
            foreach (var relocations in sections.TryGetValue(type, out var tables) ? tables : [])
            {
                for (long at = 0; at < relocations.Size; at += entrySize)
                {
                    var symbol = Read(image, relocations.Offset + at + 12, 4);
                    used.Add(Read(image, versions[0].Offset + (2 * symbol), 2));
                }
            }
        }

        // Each file needed (Elf64_Verneed) has a chain of versions (Elf64_Vernaux); links are relative to the entry.
        var (file, fileCount) = (needs[0].Offset, needs[0].Info);
        for (var link = 1L; fileCount > 0 && link != 0; fileCount--, file += link)
        {
            var (version, versionCount) = (file + Read(image, file + 8, 4), Read(image, file + 2, 2));
            for (var next = 1L; versionCount > 0 && next != 0; versionCount--, version += next)
            {
                if (!used.Contains(Read(image, version + 6, 2)) && (Read(image, version + 4, 2) & WeakFlag) == 0)
                {
                    found.Add((int)version + 4);
                }

                next = Read(image, version + 12, 4);
            }

            link = Read(image, file + 12, 4);
        }

        return found;
    }

    private static Dictionary<uint, List<(long Offset, long Size, long Info)>> Sections(byte[] image)
    {
        var sections = new Dictionary<uint, List<(long Offset, long Size, long Info)>>();
        var (header, count) = (Read(image, 0x28, 8), Read(image, 0x3c, 2));
        for (; count > 0; count--, header += SectionHeaderSize)
        {
            var type = (uint)Read(image, header + 4, 4);
            if (!sections.TryGetValue(type, out var list))
            {
                sections[type] = list = [];
            }

            list.Add((Read(image, header + 0x18, 8), Read(image, header + 0x20, 8), Read(image, header + 0x2c, 4)));
        }

        return sections;
    }

    private static long Read(byte[] image, long offset, int size)
    {
        if (offset < 0 || offset > image.Length - size)
        {
            throw new InvalidDataException();
        }

        long value = 0;
        for (var i = size - 1; i >= 0; i--)
        {
            value = (value << 8) | image[offset + i];
        }

        return value;
    }
}
