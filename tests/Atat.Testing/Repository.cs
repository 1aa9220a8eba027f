namespace Atat.Testing;

/// <summary>The checkout that the running tests were built from.</summary>
public static class Repository
{
    /// <summary>Its root: the folder with the solution file.</summary>
    /// <exception cref="DirectoryNotFoundException">The tests do not run from a checkout's output folder.</exception>
    public static string Root { get; } = FindRoot();

    /// <summary>The full path of a file or folder of the checkout, given by its parts.</summary>
    public static string Path(params string[] parts) => System.IO.Path.Combine([Root, .. parts]);

    private static string FindRoot()
    {
        for (DirectoryInfo? folder = new(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(System.IO.Path.Combine(folder.FullName, "Atat.slnx")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException($"No folder above {AppContext.BaseDirectory} holds Atat.slnx.");
    }
}
