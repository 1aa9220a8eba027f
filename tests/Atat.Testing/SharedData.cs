using Xunit;

namespace Atat.Testing;

/// <summary>
/// Optional data beside the checkout, in <c>../shared</c> or in the folder that <c>ATAT_SHARED</c> names.
/// Tests that read it are skipped where it is absent.
/// </summary>
public static class SharedData
{
    private static readonly string Root =
        Environment.GetEnvironmentVariable("ATAT_SHARED") is { Length: > 0 } folder
            ? folder
            : System.IO.Path.GetFullPath(Repository.Path("..", "shared"));

    /// <summary>The full path of a file or folder of the data, given by its parts; skips the calling test when absent.</summary>
    public static string Path(params string[] parts)
    {
        var path = System.IO.Path.Combine([Root, .. parts]);
        if (!File.Exists(path) && !Directory.Exists(path))
        {
            Assert.Skip($"needs {path}");
        }

        return path;
    }
}
