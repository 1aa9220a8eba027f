using Atat.LightCurves;

namespace Atat.Training.Data;

/// <summary>A catalog as a network reads it: windows, their scaling, transformed metadata.</summary>
public sealed class ModelInputs
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

    /// <summary>Transformed metadata (objects, columns), row-major.</summary>
    public float[] Tabular { get; }

    /// <summary>Transformed metadata of one object.</summary>
    public ReadOnlySpan<float> TabularRow(int index) => Tabular.AsSpan(index * Metadata.Columns.Length, Metadata.Columns.Length);
}
