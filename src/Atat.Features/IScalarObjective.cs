namespace Atat.Features;

/// <summary>A function of one variable that is minimised.</summary>
internal interface IScalarObjective
{
    /// <summary>Its value; may be NaN.</summary>
    double Value(double x);
}
