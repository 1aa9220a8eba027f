namespace Atat.Features;

/// <summary>A step along a search direction.</summary>
/// <param name="Step">Length in units of the direction.</param>
/// <param name="Value">The function there.</param>
/// <param name="Slope">Its derivative along the direction.</param>
internal readonly record struct LineSearchPoint(double Step, double Value, double Slope)
{
    /// <summary>
    /// Where the cubic that has the values and slopes of two points is stationary, as a fraction of the way from the first to the second.
    /// </summary>
    /// <param name="other">The second point.</param>
    /// <param name="curved">Whether the cubic has an extremum at all and turns.</param>
    public double CubicMinimum(LineSearchPoint other, out bool curved)
    {
        var theta = (3 * (Value - other.Value) / (other.Step - Step)) + Slope + other.Slope;
        var scale = Math.Max(Math.Abs(theta), Math.Max(Math.Abs(Slope), Math.Abs(other.Slope)));
        var ratio = theta / scale;
        var gamma = scale * Math.Sqrt(Math.Max(0, (ratio * ratio) - (Slope / scale * (other.Slope / scale))));
        curved = gamma != 0;
        gamma = other.Step > Step ? gamma : -gamma;
        return (gamma - Slope + theta) / (gamma - Slope + gamma + other.Slope);
    }

    /// <summary>Where the line through two slopes is zero.</summary>
    public double Secant(LineSearchPoint other) => Step + (Slope / (Slope - other.Slope) * (other.Step - Step));

    /// <summary>Where the parabola through this value and slope and the other's value is lowest.</summary>
    public double Parabola(LineSearchPoint other) =>
        Step + (Slope / (((Value - other.Value) / (other.Step - Step)) + Slope) / 2 * (other.Step - Step));

    /// <summary>The point of the function from which a line of this slope is taken off.</summary>
    public LineSearchPoint Tilted(double slope) => new(Step, Value - (Step * slope), Slope - slope);
}
