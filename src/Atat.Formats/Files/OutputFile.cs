using Atat.LightCurves;

namespace Atat.Formats.Files;

/// <summary>Writes files beside their place and renames them into it, so that a reader never sees half a file.</summary>
public static class OutputFile
{
    /// <summary>Sees before long work whether its result can be written.</summary>
    /// <param name="path">Where the result shall be.</param>
    /// <param name="input">What it is made from, which must not be lost.</param>
    /// <exception cref="InputException">The place is a folder, or that of the input.</exception>
    public static void CheckPlace(string path, string input)
    {
        if (Directory.Exists(path))
        {
            throw new InputException($"{path}: is a folder; name a file.");
        }

        if (string.Equals(Path.GetFullPath(path), Path.GetFullPath(input), StringComparison.Ordinal))
        {
            throw new InputException($"{path}: is the catalog itself; give the output another name.");
        }
    }

    /// <summary>Writes a file; creates its folder where needed.</summary>
    /// <param name="path">Where the file shall be.</param>
    /// <param name="write">Writes the whole file at the path it is given.</param>
    public static void Write(string path, Action<string> write)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder)
        {
            Directory.CreateDirectory(folder);
        }

        var beside = path + ".tmp";
        try
        {
            write(beside);
            File.Move(beside, path, overwrite: true);
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }
}
