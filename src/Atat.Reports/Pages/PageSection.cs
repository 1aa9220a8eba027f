namespace Atat.Reports.Pages;

/// <summary>A section of a page.</summary>
/// <param name="Id">Its place, of lower-case letters.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Content">What it holds; a section without is left out.</param>
internal readonly record struct PageSection(string Id, string Title, Markup Content)
{
    /// <summary>Whether it may use more than the page's usual width.</summary>
    public bool Wide { get; init; }
}
