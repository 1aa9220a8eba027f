using System.Xml.Linq;

namespace Atat.Architecture.Tests;

public sealed class ProjectTests
{
    /// <summary>From the ground up: a project references only projects before it.</summary>
    private static readonly string[] Order =
    [
        "Atat.LightCurves", "Atat.Formats", "Atat.Simulation", "Atat.Features", "Atat.Forests", "Atat.Networks",
        "Atat.Metrics", "Atat.Training", "Atat.Reports", "Atat.Streaming", "Atat.Web", "Atat.Cli",
    ];

    /// <summary>Packages of managed code alone, which projects without native dependencies may use.</summary>
    private static readonly string[] ManagedPackages = ["System.Numerics.Tensors", "MathNet.Numerics"];

    [Fact]
    public void ReferencesFollowTheFlow()
    {
        var wrong = from project in SourceProject.All
                    from reference in project.References
                    where Array.IndexOf(Order, reference) >= Array.IndexOf(Order, project.Name)
                    select $"{project.Name} -> {reference}";

        Assert.Empty(wrong);
        Assert.Empty(SourceProject.All.Select(project => project.Name).Except(Order));
    }

    [Theory]
    [InlineData("Atat.LightCurves")]
    [InlineData("Atat.Features")]
    [InlineData("Atat.Forests")]
    [InlineData("Atat.Metrics")]
    public void HasNoNativeDependency(string name)
    {
        var packages = from project in SourceProject.All
                       where project.Name == name
                       from dependency in project.Closure()
                       from package in dependency.Packages
                       select package;

        Assert.Empty(packages.Except(ManagedPackages));
    }

    [Fact]
    public void EachHasItsTests()
    {
        var without = SourceProject.All.Select(project => project.Name)
            .Where(name => !File.Exists(Repository.Path("tests", $"{name}.Tests", $"{name}.Tests.csproj")));

        Assert.Empty(without);
    }

    [Fact]
    public void SolutionHoldsEveryProjectOnce()
    {
        var listed = XDocument.Load(Repository.Path("Atat.slnx")).Descendants("Project").Select(project => (string)project.Attribute("Path")!);
        var projects = from folder in (string[])["src", "tests", "bench"]
                       where Directory.Exists(Repository.Path(folder))
                       from path in Directory.GetFiles(Repository.Path(folder), "*.csproj", SearchOption.AllDirectories)
                       select Path.GetRelativePath(Repository.Root, path).Replace('\\', '/');

        Assert.Equal(projects.Order(StringComparer.Ordinal), listed.Order(StringComparer.Ordinal));
    }
}
