using System.Collections.Immutable;

namespace Atat.Reports.Documents;

/// <summary>A report that is written both as a page and as Markdown.</summary>
internal sealed record Document
{
    /// <summary>Title.</summary>
    public required string Title { get; init; }

    /// <summary>What it is about, in a sentence or two.</summary>
    public required string Lead { get; init; }

    /// <summary>Where it comes from: data, command, version; empty values are left out.</summary>
    public ImmutableArray<(string Name, string Value)> Facts { get; init; } = [];

    /// <summary>What a reader should know before trusting the numbers, one sentence each.</summary>
    public ImmutableArray<string> Notes { get; init; } = [];

    /// <summary>The sections; those without blocks are left out.</summary>
    public required ImmutableArray<DocumentSection> Sections { get; init; }
}
