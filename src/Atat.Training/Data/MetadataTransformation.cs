using System.Collections.Immutable;
using Atat.LightCurves;
using Atat.Networks.Quantiles;

namespace Atat.Training.Data;

/// <summary>The metadata columns that a network reads, each with its transformation.</summary>
/// <param name="Columns">Names, in the order of the network's tabular columns.</param>
/// <param name="Transformations">One for each column.</param>
public sealed record MetadataTransformation(ImmutableArray<string> Columns, ImmutableArray<IColumnTransformation> Transformations)
{
    /// <summary>No columns: a network without metadata.</summary>
    public static MetadataTransformation None { get; } = new([], []);

    /// <summary>Fits the columns on training rows only.</summary>
    /// <param name="catalog">The objects.</param>
    /// <param name="columns">Which columns.</param>
    /// <param name="rows">Training rows.</param>
    /// <param name="quantile">Whether by their quantiles; standardised otherwise.</param>
    /// <exception cref="InputException">The catalog lacks a column.</exception>
    public static MetadataTransformation Fit(Catalog catalog, ImmutableArray<string> columns, ReadOnlySpan<int> rows, bool quantile = true)
    {
        var places = Places(catalog, columns);
        var width = catalog.Schema.Metadata.Length;
        var transformations = ImmutableArray.CreateBuilder<IColumnTransformation>(columns.Length);
        var values = new double[rows.Length];
        foreach (var place in places)
        {
            for (var i = 0; i < rows.Length; i++)
            {
                values[i] = catalog.Metadata[(rows[i] * width) + place];
            }

            transformations.Add(ColumnTransformations.Fit(values, quantile ? QuantileTransformation.DefaultQuantiles : 0));
        }

        return new MetadataTransformation(columns, transformations.ToImmutable());
    }

    /// <summary>Transforms the metadata of every object: (objects, columns), row-major.</summary>
    /// <exception cref="InputException">The catalog lacks a column.</exception>
    public float[] Apply(Catalog catalog)
    {
        var places = Places(catalog, Columns);
        var width = catalog.Schema.Metadata.Length;
        var result = new float[catalog.Count * places.Length];
        Parallel.For(0, catalog.Count, i =>
        {
            for (var k = 0; k < places.Length; k++)
            {
                result[(i * places.Length) + k] = (float)Transformations[k].Transform(catalog.Metadata[(i * width) + places[k]]);
            }
        });
        return result;
    }

    /// <summary>Places of columns among a catalog's metadata.</summary>
    /// <exception cref="InputException">The catalog lacks a column.</exception>
    internal static int[] Places(Catalog catalog, ImmutableArray<string> columns) =>
        [.. columns.Select(c => catalog.Schema.MetadataIndex(c) is var place and >= 0
            ? place
            : throw new InputException($"The catalog has no metadata column '{c}', which the model reads; it has {string.Join(", ", catalog.Schema.Metadata.Select(m => m.Name))}."))];
}
