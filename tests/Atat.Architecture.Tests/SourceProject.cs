using System.Xml.Linq;

namespace Atat.Architecture.Tests;

/// <summary>A project under src/, as its project file and folder describe it.</summary>
internal sealed record SourceProject(string Name, string Folder, IReadOnlyList<string> Packages, IReadOnlyList<string> References)
{
    /// <summary>Every project under src/.</summary>
    public static IReadOnlyList<SourceProject> All { get; } =
        [.. Directory.GetFiles(Repository.Path("src"), "*.csproj", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(Read)];

    /// <summary>Its C# files, without what the build generates.</summary>
    public IEnumerable<string> Files =>
        Directory.EnumerateFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .Where(file => !Path.GetRelativePath(Folder, file).Split(Path.DirectorySeparatorChar).Any(part => part is "bin" or "obj"));

    /// <summary>The projects that it is built with: itself and all that it references, directly or not.</summary>
    public IEnumerable<SourceProject> Closure() =>
        References.SelectMany(name => All.Single(project => project.Name == name).Closure()).Append(this).Distinct();

    private static SourceProject Read(string path)
    {
        var items = XDocument.Load(path).Descendants().ToLookup(item => item.Name.LocalName, item => (string?)item.Attribute("Include") ?? "");
        return new SourceProject(
            Path.GetFileNameWithoutExtension(path),
            Path.GetDirectoryName(path)!,
            [.. items["PackageReference"]],
            [.. items["ProjectReference"].Select(reference => Path.GetFileNameWithoutExtension(reference.Replace('\\', '/')))]);
    }
}
