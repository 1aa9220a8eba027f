using System.Collections.Immutable;
using Atat.LightCurves;

namespace Atat.Features;

/// <summary>Computes the features of one object after the other; one for each thread.</summary>
public sealed class FeatureExtractor
{
    /// <summary>Makes an extractor for the objects of a survey.</summary>
    /// <param name="schema">Gives passbands, unit and the roles of metadata columns.</param>
    /// <param name="settings">Which features, and how.</param>
    public FeatureExtractor(CatalogSchema schema, FeatureSettings settings)
    {
        Schema = schema;
        Settings = settings;
        Columns = [];
    }

    /// <summary>The survey's schema.</summary>
    public CatalogSchema Schema { get; }

    /// <summary>Which features, and how.</summary>
    public FeatureSettings Settings { get; }

    /// <summary>What <see cref="Compute"/> writes, in order.</summary>
    public ImmutableArray<FeatureColumn> Columns { get; }

    /// <summary>Computes the features of an object as it is known at a day.</summary>
    /// <param name="item">The object.</param>
    /// <param name="day">Days after the first detection; from 2048 on the whole light curve (see <see cref="Window"/>).</param>
    /// <param name="values">Receives one value for each of <see cref="Columns"/>; NaN where undefined, never an infinity.</param>
    public void Compute(AstroObject item, double day, Span<double> values) => values[..Columns.Length].Fill(double.NaN);
}
