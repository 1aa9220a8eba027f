using Atat.LightCurves;

namespace Atat.Training.Configuration;

/// <summary>
/// Reads and writes <see cref="TreeConfig"/> as YAML. Strict: a key that does not exist is an error that names the nearest one.
/// </summary>
public static class TreeConfigFile
{
    /// <summary>Reads a file over the defaults.</summary>
    /// <exception cref="InputException">The file cannot be read, is no YAML, or has an unknown key or a value of the wrong kind.</exception>
    public static TreeConfig Read(string path) => StrictYaml.Read(path, Parse);

    /// <summary>Reads YAML text; <paramref name="source"/> names it in messages.</summary>
    /// <exception cref="InputException">As <see cref="Read"/>.</exception>
    public static TreeConfig Parse(TextReader text, string source) =>
        TreeConfigChecks.Check(StrictYaml.Over(new TreeConfig(), StrictYaml.Keys(text, source), source), source);

    /// <summary>Applies overrides of the form <c>key.key=value</c>; lists as <c>[a, b]</c>.</summary>
    /// <exception cref="InputException">An unknown key or a value of the wrong kind.</exception>
    public static TreeConfig With(TreeConfig config, IEnumerable<string> overrides) =>
        TreeConfigChecks.Check(StrictYaml.With(config, overrides), "--set");

    /// <summary>Writes YAML that <see cref="Read"/> gives back.</summary>
    public static string Write(TreeConfig config) => StrictYaml.Write(config);
}
