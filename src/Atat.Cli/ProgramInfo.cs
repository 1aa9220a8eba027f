using System.Buffers;
using System.Reflection;
using System.Security.Cryptography;

namespace Atat.Cli;

/// <summary>What runs and reports record of the program and its data.</summary>
internal static class ProgramInfo
{
    private static readonly SearchValues<char> Special = SearchValues.Create(" \"'$*?[]{}();&|<>\\");

    /// <summary>Version with the revision it was built from.</summary>
    public static string Version { get; } =
        typeof(ProgramInfo).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion ?? "unknown";

    /// <summary>A command line as it would be typed.</summary>
    public static string Command(IEnumerable<string> tokens) =>
        string.Join(' ', tokens.Prepend("atat").Select(t => t.Length > 0 && !t.AsSpan().ContainsAny(Special) ? t : $"'{t.Replace("'", "'\\''", StringComparison.Ordinal)}'"));

    /// <summary>SHA-256 of a file, hexadecimal.</summary>
    public static string Hash(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
