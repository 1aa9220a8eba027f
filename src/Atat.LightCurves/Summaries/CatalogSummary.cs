using System.Collections.Immutable;

namespace Atat.LightCurves.Summaries;

/// <summary>What a catalog holds, to look over before training on it.</summary>
public sealed record CatalogSummary
{
    /// <summary>Name of the survey or sample.</summary>
    public required string Survey { get; init; }

    /// <summary>What the brightness numbers are.</summary>
    public required BrightnessUnit Unit { get; init; }

    /// <summary>Magnitude of unit flux; NaN where it means nothing.</summary>
    public required double ZeroPoint { get; init; }

    /// <summary>Number of objects.</summary>
    public required int Objects { get; init; }

    /// <summary>Number of observations.</summary>
    public required long Observations { get; init; }

    /// <summary>Share of observations that are detections.</summary>
    public required double DetectedShare { get; init; }

    /// <summary>Share of observations that are saturated.</summary>
    public required double SaturatedShare { get; init; }

    /// <summary>Objects without an unsaturated detection: no window holds anything of them.</summary>
    public required int NeverDetected { get; init; }

    /// <summary>Objects of each part: none, train, test.</summary>
    public required ImmutableSortedDictionary<Partition, int> Partitions { get; init; }

    /// <summary>Training objects of each fold.</summary>
    public required ImmutableArray<int> Folds { get; init; }

    /// <summary>Time of the first and the last observation (MJD); NaN without observations.</summary>
    public required (double First, double Last) Mjd { get; init; }

    /// <summary>Observations of an object.</summary>
    public required Quantiles ObservationsPerObject { get; init; }

    /// <summary>Days from an object's first observation to its last.</summary>
    public required Quantiles DaysPerObject { get; init; }

    /// <summary>Classes in the taxonomy's order, the unlabelled last; those without objects left out.</summary>
    public required ImmutableArray<ClassSummary> Classes { get; init; }

    /// <summary>Passbands in the schema's order.</summary>
    public required ImmutableArray<BandSummary> Bands { get; init; }

    /// <summary>Metadata columns in the schema's order.</summary>
    public required ImmutableArray<MetadataSummary> Metadata { get; init; }

    /// <summary>Summarises a catalog.</summary>
    public static CatalogSummary Of(Catalog catalog)
    {
        var all = catalog.Observations;
        var lengths = new double[catalog.Count];
        var spans = new List<double>(catalog.Count);
        var (first, last, neverDetected) = (double.NaN, double.NaN, 0);
        for (var i = 0; i < catalog.Count; i++)
        {
            var curve = catalog[i].LightCurve;
            lengths[i] = curve.Length;
            neverDetected += double.IsNaN(Window.FirstDetection(curve)) ? 1 : 0;
            if (curve.Length > 0)
            {
                spans.Add(curve.Mjd[^1] - curve.Mjd[0]);
                first = double.MinNumber(first, curve.Mjd[0]);
                last = double.MaxNumber(last, curve.Mjd[^1]);
            }
        }

        return new CatalogSummary
        {
            Survey = catalog.Schema.Survey,
            Unit = catalog.Schema.Unit,
            ZeroPoint = catalog.Schema.ZeroPoint,
            Objects = catalog.Count,
            Observations = catalog.ObservationCount,
            DetectedShare = (double)all.Detected.Count(true) / all.Length,
            SaturatedShare = (double)all.Saturated.Count(true) / all.Length,
            NeverDetected = neverDetected,
            Partitions = catalog.Partitions.ToArray().CountBy(p => p).ToImmutableSortedDictionary(),
            Folds = FoldSizes(catalog),
            Mjd = (first, last),
            ObservationsPerObject = Quantiles.Of(lengths),
            DaysPerObject = Quantiles.Of(spans),
            Classes = ClassesOf(catalog, lengths),
            Bands = BandsOf(catalog),
            Metadata = [.. Enumerable.Range(0, catalog.Schema.Metadata.Length).Select(c => MetadataOf(catalog, c))],
        };
    }

    private static ImmutableArray<int> FoldSizes(Catalog catalog)
    {
        var folds = catalog.Folds.ToArray().Where(f => f >= 0).ToArray();
        return [.. Enumerable.Range(0, folds.DefaultIfEmpty(-1).Max() + 1).Select(f => folds.Count(x => x == f))];
    }

    private static ImmutableArray<ClassSummary> ClassesOf(Catalog catalog, double[] lengths)
    {
        var taxonomy = catalog.Schema.Taxonomy;
        var members = new List<int>[taxonomy.Classes.Length + 1];
        for (var i = 0; i < catalog.Count; i++)
        {
            var c = catalog.Labels[i] is { } label ? taxonomy.ClassOf(label) : -1;
            (members[c < 0 ? ^1 : c] ??= []).Add(i);
        }

        return
        [
            .. members.Select((list, c) => (Objects: list, Name: c < taxonomy.Classes.Length ? taxonomy.Classes[c] : null))
                .Where(m => m.Objects is not null)
                .Select(m => new ClassSummary(
                    m.Name,
                    m.Objects.Count,
                    m.Objects.Count(i => catalog.Partitions[i] == Partition.Train),
                    m.Objects.Count(i => catalog.Partitions[i] == Partition.Test),
                    Quantiles.Of(m.Objects.Select(i => lengths[i])).Median)),
        ];
    }

    private static ImmutableArray<BandSummary> BandsOf(Catalog catalog)
    {
        var observations = new long[catalog.Schema.Passbands.Length];
        var detections = new long[observations.Length];
        var all = catalog.Observations;
        for (var i = 0; i < all.Length; i++)
        {
            observations[all.Band[i]]++;
            detections[all.Band[i]] += all.Detected[i] ? 1 : 0;
        }

        return [.. catalog.Schema.Passbands.Select((b, i) => new BandSummary(b.Name, b.Wavelength, observations[i], detections[i]))];
    }

    private static MetadataSummary MetadataOf(Catalog catalog, int column)
    {
        var width = catalog.Schema.Metadata.Length;
        var values = Enumerable.Range(0, catalog.Count).Select(i => (double)catalog.Metadata[(i * width) + column]).Where(v => !double.IsNaN(v)).ToArray();
        var (name, role) = catalog.Schema.Metadata[column];
        return new MetadataSummary(name, role, 1 - ((double)values.Length / catalog.Count), Quantiles.Of(values));
    }
}
