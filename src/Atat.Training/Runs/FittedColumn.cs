using System.Collections.Immutable;
using Atat.Formats.FeatureTables;
using Atat.Networks.Quantiles;
using Atat.Training.Data;

namespace Atat.Training.Runs;

/// <summary>The transformation of one tabular column, at one day for a feature.</summary>
/// <param name="Column">Column.</param>
/// <param name="Day">Days after the first detection; null for metadata, which does not change.</param>
/// <param name="Transformation">Fitted on the training rows.</param>
internal sealed record FittedColumn(string Column, double? Day, IColumnTransformation Transformation)
{
    /// <summary>All columns: metadata, then features day by day.</summary>
    public static IReadOnlyList<FittedColumn> Of(MetadataTransformation metadata, FeatureTransformation features) =>
    [
        .. metadata.Columns.Zip(metadata.Transformations, (c, t) => new FittedColumn(c, Day: null, t)),
        .. features.Days.Zip(features.Transformations, (day, columns) => features.Set.Features.Zip(columns, (c, t) => new FittedColumn(c, day, t))).SelectMany(rows => rows),
    ];

    /// <summary>Metadata among columns.</summary>
    public static MetadataTransformation Metadata(IReadOnlyList<FittedColumn> columns)
    {
        var metadata = columns.Where(r => r.Day is null).ToArray();
        return new MetadataTransformation([.. metadata.Select(r => r.Column)], [.. metadata.Select(r => r.Transformation)]);
    }

    /// <summary>Features among columns; null where they are not those of the set.</summary>
    public static FeatureTransformation? Features(IReadOnlyList<FittedColumn> columns, FeatureSet set)
    {
        var days = columns.Where(r => r.Day is not null).GroupBy(r => r.Day!.Value).OrderBy(g => g.Key).ToArray();
        return days.Length == 0 || days.Any(day => !day.Select(r => r.Column).SequenceEqual(set.Features, StringComparer.Ordinal)) ? null
            : new FeatureTransformation(set, [.. days.Select(day => day.Key)], [.. days.Select(day => day.Select(r => r.Transformation).ToImmutableArray())]);
    }
}
