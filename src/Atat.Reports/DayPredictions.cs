using System.Globalization;
using Atat.Formats.Predictions;
using Atat.LightCurves;
using Atat.Metrics;

namespace Atat.Reports;

/// <summary>The labelled predictions of one day, as the metrics take them.</summary>
internal sealed class DayPredictions
{
    public DayPredictions(PredictionTable table, double day, int[] rows, int[] objects, int[] truthOfObject)
    {
        var seen = new HashSet<int>();
        Day = day;
        Objects = objects;
        Ids = Array.ConvertAll(rows, row => table.ObjectIds[row]);
        Truth = Array.ConvertAll(objects, o => truthOfObject[o]);
        Probabilities = [.. rows.SelectMany(row => Array.ConvertAll(table.Row(row).ToArray(), p => (double)p))];
        Predicted = ArgMax.OfRows<double>(Probabilities, table.Classes.Length);
        Confusion = ConfusionMatrix.FromLabels(Truth, Predicted, table.Classes.Length);
        for (var i = 0; i < objects.Length; i++)
        {
            if (!seen.Add(objects[i]))
            {
                throw new InputException(string.Create(CultureInfo.InvariantCulture, $"Predictions, row {rows[i] + 1}: object '{Ids[i]}' stands twice at day {day}; keep one row an object and day."));
            }
        }
    }

    /// <summary>Days after the first detection.</summary>
    public double Day { get; }

    /// <summary>Number of predictions, N.</summary>
    public int Count => Objects.Length;

    /// <summary>Object of each prediction, an index into the labelled objects, (N).</summary>
    public int[] Objects { get; }

    /// <summary>Identifiers, (N).</summary>
    public string[] Ids { get; }

    /// <summary>True classes, (N).</summary>
    public int[] Truth { get; }

    /// <summary>Predicted classes, (N).</summary>
    public int[] Predicted { get; }

    /// <summary>Row-major (N, K).</summary>
    public double[] Probabilities { get; }

    /// <summary>Counts of truth and prediction.</summary>
    public ConfusionMatrix Confusion { get; }

    /// <summary>Probability that a prediction gives a class.</summary>
    public double Probability(int prediction, int k) => Probabilities[(prediction * Confusion.ClassCount) + k];
}
