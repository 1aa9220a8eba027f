using System.Collections.Immutable;
using Atat.Reports.Pages;

namespace Atat.Reports.Documents;

/// <summary>Figures beside each other under one caption.</summary>
/// <param name="Figures">The figures.</param>
/// <param name="Caption">What they show.</param>
internal sealed record FigureBlock(ImmutableArray<NamedFigure> Figures, string Caption) : DocumentBlock
{
    /// <summary>What the page shows in place of the figures; null for the figures.</summary>
    public Markup? InPage { get; init; }
}
