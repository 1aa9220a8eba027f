using Atat.LightCurves;
using Atat.Training.Batches;

namespace Atat.Training.Data;

/// <summary>A catalog as a network reads it: windows, their scaling, transformed metadata and features.</summary>
public sealed record ModelInputs
{
    /// <summary>Prepares a catalog.</summary>
    /// <param name="catalog">The objects.</param>
    /// <param name="windows">Their windows.</param>
    /// <param name="scaling">How brightness becomes an input.</param>
    /// <param name="metadata">The tabular columns.</param>
    /// <param name="inputs">Values per observation: 1 (flux) or 2 (flux and error).</param>
    public ModelInputs(Catalog catalog, WindowedLightCurves windows, InputScaling scaling, MetadataTransformation metadata, int inputs)
    {
        Catalog = catalog;
        Windows = windows;
        Scaling = scaling;
        Metadata = metadata;
        Inputs = inputs;
        Tabular = metadata.Apply(catalog);
    }

    /// <summary>The objects.</summary>
    public Catalog Catalog { get; }

    /// <summary>Their windows.</summary>
    public WindowedLightCurves Windows { get; }

    /// <summary>How brightness becomes an input.</summary>
    public InputScaling Scaling { get; }

    /// <summary>The tabular columns.</summary>
    public MetadataTransformation Metadata { get; }

    /// <summary>Values per observation.</summary>
    public int Inputs { get; }

    /// <summary>Transformed features; those of the metadata's columns come before them.</summary>
    public FeatureInputs Features { get; init; } = FeatureInputs.None;

    /// <summary>Transformed metadata (objects, columns), row-major.</summary>
    public float[] Tabular { get; }

    /// <summary>One object cut at a day.</summary>
    /// <param name="index">Object in the catalog.</param>
    /// <param name="day">Days after the first detection; positive infinity for the whole light curve.</param>
    /// <param name="row">Place in the batch or table that asks for it.</param>
    public Sample At(int index, double day, int row) => new(index, Windows.Length(index, day), row, day);

    /// <summary>Transformed metadata of one object.</summary>
    public ReadOnlySpan<float> TabularRow(int index) => Tabular.AsSpan(index * Metadata.Columns.Length, Metadata.Columns.Length);
}
