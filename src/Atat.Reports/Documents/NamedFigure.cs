using Atat.Reports.Figures;

namespace Atat.Reports.Documents;

/// <summary>A figure with its place on disk.</summary>
/// <param name="Name">Name of its files, without folder and ending.</param>
/// <param name="Title">What stands above it where several stand beside each other.</param>
/// <param name="Figure">The figure.</param>
public sealed record NamedFigure(string Name, string Title, Figure Figure)
{
    /// <summary>Whether Markdown shows the PNG: as SVG the figure is a large file.</summary>
    public bool IsDense { get; init; }
}
