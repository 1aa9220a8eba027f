using System.Collections.Immutable;

namespace Atat.Reports.Documents;

/// <summary>A section of a report.</summary>
/// <param name="Id">Its place in the page, of lower-case letters.</param>
/// <param name="Title">Its heading.</param>
/// <param name="Blocks">What it holds, in order.</param>
internal sealed record DocumentSection(string Id, string Title, params ImmutableArray<DocumentBlock> Blocks)
{
    /// <summary>Whether the page may use more than its usual width for it.</summary>
    public bool Wide { get; init; }
}
