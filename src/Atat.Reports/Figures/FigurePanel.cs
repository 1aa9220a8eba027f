using ScottPlot;

namespace Atat.Reports.Figures;

/// <summary>A plot and where it stands in a figure.</summary>
/// <param name="Plot">The plot.</param>
/// <param name="Place">Its rectangle in pixels, from the top left corner.</param>
internal readonly record struct FigurePanel(Plot Plot, PixelRect Place);
