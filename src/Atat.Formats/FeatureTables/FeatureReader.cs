using Atat.Formats.Parquet;
using Atat.LightCurves;

namespace Atat.Formats.FeatureTables;

/// <summary>Reads the record batches of a <see cref="FeatureFile"/>, and checks everything on the way.</summary>
internal sealed class FeatureReader : IDisposable
{
    // A file of another program may have row groups of any size.
    private const int RowsPerBatch = 1 << 14;
    private static readonly string[] Keys = [FeatureFile.ObjectId, FeatureFile.Day];
    private readonly ParquetInput input;

    /// <summary>Opens a file and reads which features it holds.</summary>
    /// <param name="path">File.</param>
    /// <param name="features">Names of the features to read, in the order wanted; null for all.</param>
    /// <exception cref="InputException">The file is no feature table, or has not the features.</exception>
    public FeatureReader(string path, IReadOnlyList<string>? features)
    {
        if (FeatureFile.IsCsv(path))
        {
            throw new InputException($"{path}: features are read from Parquet only; CSV is written for other programs.");
        }

        input = new ParquetInput(path, RowsPerBatch);
        try
        {
            if (Array.Find(Keys, key => input.Schema.GetFieldIndex(key) < 0) is { } missing)
            {
                throw new InputException($"{path}: has no column '{missing}', so it is no feature table; 'atat features' makes one.");
            }

            Array.ForEach(Keys, key => input.Find(key));
            var set = SetOf(input);
            foreach (var name in features ?? set.Features)
            {
                if (Keys.Contains(name, StringComparer.Ordinal))
                {
                    throw new InputException($"{path}: '{name}' is no feature.");
                }

                input.Find(name);
            }

            Set = features is null ? set : set with { Features = [.. features] };
        }
        catch
        {
            input.Dispose();
            throw;
        }
    }

    /// <summary>The features that are read.</summary>
    public FeatureSet Set { get; }

    /// <summary>Reads all rows, part by part.</summary>
    /// <exception cref="InputException">The file is damaged, or a value is not what it must be.</exception>
    public IEnumerable<FeatureTable> Parts()
    {
        string[] columns = [FeatureFile.ObjectId, FeatureFile.Day, .. Set.Features];
        foreach (var (batch, firstRow) in input.Read(columns))
        {
            var values = new ArrowValues(input, batch, firstRow);
            yield return new FeatureTable(
                Set,
                values.RequiredStrings(FeatureFile.ObjectId),
                Checked(values, FeatureFile.Day, double.IsFinite, "is no number of days"),
                [.. Set.Features.Select(name => Checked(values, name, value => !double.IsInfinity(value), "is infinite; a missing value is null"))]);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => input.Dispose();

    private static FeatureSet SetOf(ParquetInput input) =>
        input.KeyValues.TryGetValue(FeatureFile.SetKey, out var json)
            ? FeatureSetJson.Read(json, input.FilePath)
            : new FeatureSet(null, null, false, [.. input.Schema.FieldsList.Select(f => f.Name).Except(Keys, StringComparer.Ordinal)]);

    private double[] Checked(ArrowValues values, string column, Predicate<double> isRight, string otherwise)
    {
        var numbers = values.Doubles(column);
        var wrong = Array.FindIndex(numbers, value => !isRight(value));
        return wrong < 0 ? numbers : throw input.Wrong(values.FileRow(wrong), column, otherwise);
    }
}
