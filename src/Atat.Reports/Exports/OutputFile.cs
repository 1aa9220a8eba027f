namespace Atat.Reports.Exports;

/// <summary>Writes files beside their place and renames them into it, so that a reader never sees half a file.</summary>
internal static class OutputFile
{
    /// <summary>Writes a text file (UTF-8); creates its folder where needed.</summary>
    public static void WriteText(string path, string text) => Write(path, beside => File.WriteAllText(beside, text));

    /// <summary>Writes a file; creates its folder where needed.</summary>
    /// <param name="path">Where the file shall be.</param>
    /// <param name="write">Writes the whole file at the path it is given.</param>
    public static void Write(string path, Action<string> write)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var beside = path + ".tmp";
        try
        {
            write(beside);
            File.Move(beside, path, overwrite: true);
        }
        finally
        {
            File.Delete(beside);
        }
    }
}
