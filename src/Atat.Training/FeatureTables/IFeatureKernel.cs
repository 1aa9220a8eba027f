using System.Collections.Immutable;
using Atat.LightCurves;

namespace Atat.Training.FeatureTables;

/// <summary>What computes the features of an object; one for each thread.</summary>
internal interface IFeatureKernel
{
    /// <summary>Names of the values, in order.</summary>
    ImmutableArray<string> Names { get; }

    /// <summary>Computes the features of an object as it is known at a day.</summary>
    /// <param name="item">The object.</param>
    /// <param name="day">Days after the first detection.</param>
    /// <param name="values">Receives one value for each name; NaN where undefined.</param>
    void Compute(AstroObject item, double day, Span<double> values);
}
