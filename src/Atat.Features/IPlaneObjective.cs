using System.Runtime.Intrinsics;

namespace Atat.Features;

/// <summary>A smooth function of two variables that is minimised.</summary>
internal interface IPlaneObjective
{
    /// <summary>Its value, and its gradient; what is not finite counts as too far away.</summary>
    double Value(Vector128<double> point, out Vector128<double> gradient);
}
