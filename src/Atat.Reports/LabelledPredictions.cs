using System.Collections.Immutable;
using System.Globalization;
using Atat.Formats.Predictions;
using Atat.LightCurves;

namespace Atat.Reports;

/// <summary>The rows of a prediction table whose object has a label that the classifier knows, checked and grouped by day.</summary>
internal sealed class LabelledPredictions
{
    // Probabilities are stored in single precision; a sum further off than this is no rounding.
    private const double SumTolerance = 1e-3;

    private readonly PredictionTable table;
    private readonly Dictionary<string, int> objects = new(StringComparer.Ordinal);
    private readonly List<int> truth = [];

    public LabelledPredictions(PredictionTable table)
    {
        this.table = table;
        var unlabelled = new HashSet<string>(StringComparer.Ordinal);
        var unknown = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        var days = new SortedDictionary<double, List<int>>();
        for (var row = 0; row < table.Count; row++)
        {
            CheckRow(row);
            var (id, label) = (table.ObjectIds[row], table.Labels[row]);
            if (label is null)
            {
                unlabelled.Add(id);
            }
            else if (table.Classes.IndexOf(label) is var known and >= 0)
            {
                AddObject(row, id, known);
                Entry(days, table.Days[row]).Add(row);
            }
            else
            {
                Entry(unknown, label).Add(id);
            }
        }

        Unlabelled = unlabelled.Count;
        UnknownLabels = [.. unknown.OrderBy(u => u.Key, StringComparer.Ordinal).Select(u => (u.Key, u.Value.Count))];
        Truth = [.. truth];
        Days = [.. days.Select(day => new DayPredictions(table, day.Key, [.. day.Value], [.. day.Value.Select(row => objects[table.ObjectIds[row]])], Truth))];
        if (Days.IsEmpty)
        {
            throw new InputException($"None of the {table.Count} predictions has a label among the classes {string.Join(", ", table.Classes)}; evaluate on labelled objects.");
        }
    }

    /// <summary>True class of each object.</summary>
    public int[] Truth { get; }

    /// <summary>Objects without label.</summary>
    public int Unlabelled { get; }

    /// <summary>Labels that are no class, and their numbers of objects.</summary>
    public ImmutableArray<(string Label, int Objects)> UnknownLabels { get; }

    /// <summary>Predictions by day, ascending.</summary>
    public ImmutableArray<DayPredictions> Days { get; }

    private void AddObject(int row, string id, int label)
    {
        if (objects.TryAdd(id, truth.Count))
        {
            truth.Add(label);
        }
        else if (truth[objects[id]] != label)
        {
            throw new InputException($"Predictions, row {row + 1}: object '{id}' is labelled '{table.Classes[label]}' here and '{table.Classes[truth[objects[id]]]}' before; an object has one label.");
        }
    }

    private void CheckRow(int row)
    {
        double sum = 0;
        foreach (var p in table.Row(row))
        {
            sum += p >= 0 ? p : double.NaN;
        }

        if (!(Math.Abs(sum - 1) <= SumTolerance) || !(table.Days[row] > 0 && double.IsFinite(table.Days[row])))
        {
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"Predictions, row {row + 1}: object '{table.ObjectIds[row]}' at day {table.Days[row]} has probabilities that sum to {sum}; a row needs a finite day above 0 and probabilities that sum to 1."));
        }
    }

    private static TValue Entry<TKey, TValue>(IDictionary<TKey, TValue> dictionary, TKey key)
        where TValue : new()
    {
        if (!dictionary.TryGetValue(key, out var value))
        {
            dictionary[key] = value = new TValue();
        }

        return value;
    }
}
