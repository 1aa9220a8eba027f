namespace Atat.Features.SupernovaModel;

/// <summary>A function to be minimised with an approximate matrix of second derivatives, such as a sum of squares.</summary>
internal interface IBoundedObjective
{
    /// <summary>Evaluates the function.</summary>
    /// <param name="x">Where.</param>
    /// <param name="gradient">Receives the first derivatives.</param>
    /// <param name="curvature">
    /// Receives a symmetric matrix, nowhere of negative curvature, that stands for the second derivatives; row by row, each in
    /// <see cref="PositiveSystem.Stride"/> numbers with zeros at the end.
    /// </param>
    double Evaluate(ReadOnlySpan<double> x, Span<double> gradient, Span<double> curvature);
}
