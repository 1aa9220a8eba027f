using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Atat.Forests;
using Atat.LightCurves;
using Atat.Training.Configuration;

namespace Atat.Training.Trees;

/// <summary>Grows boosted trees with LightGBM, and ends where the validation rows are predicted best.</summary>
public static unsafe class BoostedTraining
{
    /// <summary>Trains; the result does not depend on the number of threads.</summary>
    /// <param name="features">Features of all rows.</param>
    /// <param name="training">Rows to train on.</param>
    /// <param name="validation">Rows that tell when to end; weighted as the training's.</param>
    /// <param name="classes">Number of classes.</param>
    /// <param name="settings">How the trees are grown.</param>
    /// <param name="seed">Seed of all random choices.</param>
    /// <param name="threads">Threads; 0 for all processors.</param>
    /// <param name="progress">Told after every round.</param>
    /// <param name="cancellation">Ends the training between rounds.</param>
    /// <returns>The model up to its best round, as LightGBM's text.</returns>
    /// <exception cref="InputException">LightGBM does not load here, or refuses the data.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public static string Train(FeatureMatrix features, LabelledRows training, LabelledRows validation, int classes, BoostedSettings settings, int seed, int threads, IProgress<BoostedRound>? progress = null, CancellationToken cancellation = default)
    {
        LightGbmLibrary.Require();
        LightGbm.Check(LightGbm.SetMaxThreads(threads == 0 ? Environment.ProcessorCount : threads));
        var weights = Weights(training, classes, settings.Balanced);
        var parameters = Parameters(settings, classes, seed);
        using var trainingSet = Dataset(features, training, weights, parameters, reference: null);
        using var validationSet = Dataset(features, validation, weights, parameters, trainingSet);
        LightGbm.Check(LightGbm.CreateBooster(trainingSet, parameters, out var booster));
        using var _ = booster;
        LightGbm.Check(LightGbm.AddValidation(booster, validationSet));
        var (best, bestRound) = (double.PositiveInfinity, 0);
        for (var round = 1; round <= settings.Rounds && round - bestRound <= settings.Patience; round++)
        {
            cancellation.ThrowIfCancellationRequested();
            LightGbm.Check(LightGbm.Update(booster, out var isFinished));
            var state = new BoostedRound(round, Loss(booster, 0), Loss(booster, 1));
            if (state.ValidationLoss < best)
            {
                (best, bestRound) = (state.ValidationLoss, round);
            }

            progress?.Report(state);
            if (isFinished != 0)
            {
                break;
            }
        }

        return Text(booster, Math.Max(1, bestRound));
    }

    private static string Parameters(BoostedSettings settings, int classes, int seed) => string.Create(
        CultureInfo.InvariantCulture,
        $"objective=multiclass metric=multi_logloss num_class={classes} learning_rate={settings.LearningRate:R} num_leaves={settings.NumLeaves} min_data_in_leaf={settings.MinDataInLeaf} feature_fraction={settings.FeatureFraction:R} lambda_l2={settings.LambdaL2:R} max_bin={settings.MaxBin} seed={seed} deterministic=true force_col_wise=true verbosity=-1");

    // Every class has the same weight in sum, the mean weight of a row being 1.
    private static float[] Weights(LabelledRows rows, int classes, bool isBalanced)
    {
        var weights = new float[classes];
        foreach (var c in rows.Classes)
        {
            weights[c]++;
        }

        return Array.ConvertAll(weights, count => isBalanced && count > 0 ? (float)(rows.Classes.Length / ((double)classes * count)) : 1);
    }

    private static DatasetHandle Dataset(FeatureMatrix features, LabelledRows rows, float[] weights, string parameters, DatasetHandle? reference)
    {
        var count = rows.Rows.Length;
        var values = (float*)NativeMemory.Alloc((nuint)count * (nuint)features.Columns, sizeof(float));
        try
        {
            for (var k = 0; k < features.Columns; k++)
            {
                var column = features.Column(k);
                var target = new Span<float>(values + ((nint)k * count), count);
                for (var i = 0; i < count; i++)
                {
                    var value = column[rows.Rows[i]];
                    target[i] = float.IsFinite(value) ? value : float.NaN;
                }
            }

            LightGbm.Check(LightGbm.CreateDataset(values, LightGbm.Float32, count, features.Columns, 0, parameters, reference?.DangerousGetHandle() ?? 0, out var dataset));
            float[] labels = Array.ConvertAll(rows.Classes, c => (float)c);
            float[] ofRows = Array.ConvertAll(rows.Classes, c => weights[c]);
            fixed (float* label = labels, weight = ofRows)
            {
                LightGbm.Check(LightGbm.SetField(dataset, "label", label, count, LightGbm.Float32));
                LightGbm.Check(LightGbm.SetField(dataset, "weight", weight, count, LightGbm.Float32));
            }

            LightGbm.Check(LightGbm.SetFeatureNames(dataset, Names(features.Names), features.Columns));
            return dataset;
        }
        finally
        {
            NativeMemory.Free(values);
        }
    }

    // LightGBM takes no spaces and none of JSON's marks in a name, and no name twice.
    private static string[] Names(ImmutableArray<string> names)
    {
        var taken = new HashSet<string>(StringComparer.Ordinal);
        return [.. names.Select((name, k) =>
        {
            var plain = string.Concat(name.Select(c => char.IsAsciiLetterOrDigit(c) || c is '.' or '-' or '+' ? c : '_'));
            return taken.Add(plain) ? plain : string.Create(CultureInfo.InvariantCulture, $"{plain}_column{k}");
        })];
    }

    private static double Loss(BoosterHandle booster, int dataset)
    {
        double loss;
        LightGbm.Check(LightGbm.Evaluate(booster, dataset, out _, &loss));
        return loss;
    }

    private static string Text(BoosterHandle booster, int rounds)
    {
        byte none;
        LightGbm.Check(LightGbm.Save(booster, 0, rounds, LightGbm.Gain, 1, out var length, &none));
        var bytes = new byte[length];
        fixed (byte* text = bytes)
        {
            LightGbm.Check(LightGbm.Save(booster, 0, rounds, LightGbm.Gain, length, out _, text));
        }

        return Encoding.UTF8.GetString(bytes.AsSpan()[..^1]);
    }
}
