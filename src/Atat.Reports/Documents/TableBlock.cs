using System.Collections.Immutable;

namespace Atat.Reports.Documents;

/// <summary>A table: the first column names, the others hold numbers unless said.</summary>
public sealed record TableBlock : DocumentBlock
{
    /// <summary>What it shows; may be empty.</summary>
    public string Caption { get; init; } = "";

    /// <summary>Columns that belong together, with the number of columns of each; empty where none do.</summary>
    public ImmutableArray<(string Name, int Columns)> Groups { get; init; } = [];

    /// <summary>Heads of the columns.</summary>
    public required ImmutableArray<string> Head { get; init; }

    /// <summary>The rows.</summary>
    public required ImmutableArray<ImmutableArray<Cell>> Rows { get; init; }

    /// <summary>Rows below the line, which sorting leaves in place.</summary>
    public ImmutableArray<ImmutableArray<Cell>> Foot { get; init; } = [];

    /// <summary>Columns that hold text, counted from 0; the first always does.</summary>
    public ImmutableArray<int> TextColumns { get; init; } = [];
}
