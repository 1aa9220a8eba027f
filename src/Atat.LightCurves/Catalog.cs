namespace Atat.LightCurves;

/// <summary>
/// A set of objects with one <see cref="CatalogSchema"/>, packed: the observations of all objects stand in flat arrays, object
/// <c>i</c> has those from <c>Offsets[i]</c> up to <c>Offsets[i + 1]</c>. Built by <see cref="CatalogBuilder"/>; immutable.
/// </summary>
public sealed class Catalog
{
    private readonly CatalogColumns columns;

    internal Catalog(CatalogSchema schema, CatalogColumns columns)
    {
        Schema = schema;
        this.columns = columns;
    }

    /// <summary>What all objects have in common.</summary>
    public CatalogSchema Schema { get; }

    /// <summary>Number of objects.</summary>
    public int Count => columns.Ids.Length;

    /// <summary>Number of observations of all objects.</summary>
    public int ObservationCount => columns.Offsets[^1];

    /// <summary>Objects whose observations were given out of time order, and were sorted.</summary>
    public int UnsortedCount => columns.UnsortedCount;

    /// <summary>Identifiers, unique.</summary>
    public ReadOnlySpan<string> Ids => columns.Ids;

    /// <summary>Labels as in the data; null where unlabelled.</summary>
    public ReadOnlySpan<string?> Labels => columns.Labels;

    /// <summary>Right ascensions in degrees; NaN if unknown.</summary>
    public ReadOnlySpan<double> RightAscensions => columns.RightAscensions;

    /// <summary>Declinations in degrees; NaN if unknown.</summary>
    public ReadOnlySpan<double> Declinations => columns.Declinations;

    /// <summary>Parts of the split.</summary>
    public ReadOnlySpan<Partition> Partitions => columns.Partitions;

    /// <summary>0-based fold of training objects, -1 for all others.</summary>
    public ReadOnlySpan<int> Folds => columns.Folds;

    /// <summary>Metadata, row-major (objects, columns); NaN = missing.</summary>
    public ReadOnlySpan<float> Metadata => columns.Metadata;

    /// <summary>First observation of each object, and one past the last: (objects + 1).</summary>
    public ReadOnlySpan<int> Offsets => columns.Offsets;

    /// <summary>All observations of all objects, one after the other.</summary>
    public LightCurve Observations => Slice(0, ObservationCount);

    /// <summary>The object at an index; allocates nothing.</summary>
    /// <exception cref="ArgumentOutOfRangeException">No such index.</exception>
    public AstroObject this[int index]
    {
        get
        {
            ArgumentOutOfRangeException.ThrowIfNegative(index);
            ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
            var width = Schema.Metadata.Length;
            return new AstroObject
            {
                Id = columns.Ids[index],
                Label = columns.Labels[index],
                RightAscension = columns.RightAscensions[index],
                Declination = columns.Declinations[index],
                Metadata = columns.Metadata.AsSpan(index * width, width),
                LightCurve = Slice(columns.Offsets[index], columns.Offsets[index + 1]),
            };
        }
    }

    /// <summary>The same objects with another split; shares everything else.</summary>
    /// <param name="partitions">Part of each object.</param>
    /// <param name="folds">0-based fold of each training object, -1 for all others.</param>
    /// <exception cref="ArgumentException">The lengths are not <see cref="Count"/>.</exception>
    public Catalog WithSplit(Partition[] partitions, int[] folds)
    {
        if (partitions.Length != Count || folds.Length != Count)
        {
            throw new ArgumentException($"A split of {partitions.Length} parts and {folds.Length} folds does not fit {Count} objects.", nameof(partitions));
        }

        return new Catalog(Schema, columns with { Partitions = partitions, Folds = folds });
    }

    /// <summary>The same objects under another schema with as many bands and metadata columns: renamed, given roles or a taxonomy.</summary>
    /// <exception cref="ArgumentException">The number of bands or columns differs.</exception>
    public Catalog WithSchema(CatalogSchema schema)
    {
        if (schema.Passbands.Length != Schema.Passbands.Length || schema.Metadata.Length != Schema.Metadata.Length)
        {
            throw new ArgumentException("A schema with other numbers of passbands or metadata columns does not fit.", nameof(schema));
        }

        return new Catalog(schema, columns);
    }

    /// <summary>Some of the objects, in the order asked for: a part of the catalog, or all of it shuffled.</summary>
    /// <param name="rows">Index of each object; none twice.</param>
    /// <exception cref="InputException">An index stands twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">No such index.</exception>
    public Catalog Select(ReadOnlySpan<int> rows)
    {
        var builder = new CatalogBuilder(Schema);
        foreach (var row in rows)
        {
            builder.Add(this, row);
        }

        return builder.Build();
    }

    private LightCurve Slice(int start, int end)
    {
        var range = start..end;
        return new LightCurve(
            columns.Mjd.AsSpan(range),
            columns.Flux.AsSpan(range),
            columns.FluxError.AsSpan(range),
            columns.Band.AsSpan(range),
            columns.Detected.AsSpan(range),
            columns.Saturated.AsSpan(range));
    }
}
