using System.Buffers;
using System.Reflection;
using System.Security.Cryptography;
using Atat.Training.Configuration;

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

    /// <summary>SHA-256 of the table of features that a run reads; empty without one, and where it is not there, which training tells better.</summary>
    public static string FeaturesHash(IRunConfig config) => config.ReadsFeatures() && File.Exists(config.Data.Features) ? Hash(config.Data.Features) : "";

    /// <summary>SHA-256 of a file, hexadecimal.</summary>
    public static string Hash(string path)
    {
        using var file = File.OpenRead(path);
        return Convert.ToHexStringLower(SHA256.HashData(file));
    }
}
