namespace Atat.Formats.Files;

/// <summary>Writes files beside their place and renames them into it, so that a reader never sees half a file.</summary>
public static class OutputFile
{
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
