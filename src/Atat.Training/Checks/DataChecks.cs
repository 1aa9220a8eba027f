using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using Atat.LightCurves;

namespace Atat.Training.Checks;

/// <summary>
/// Looks at a catalog before a run for what spoils results without any error: the same light curve on both sides of a split, classes too
/// small to be learned or measured, columns that are mostly missing, bands and objects that a model never sees.
/// </summary>
public static class DataChecks
{
    private const int FewTraining = 20;
    private const int FewEvaluated = 20;
    private const double MostlyMissing = 0.5;
    private const double ManyEarly = 0.5;
    private const int Named = 5;

    /// <summary>Checks a catalog that is divided.</summary>
    /// <param name="catalog">The objects.</param>
    /// <param name="split">Training and validation rows; every object of the test part counts as test.</param>
    /// <param name="metadata">Metadata columns that the model will read.</param>
    /// <returns>One sentence for each finding, the worst first; empty where nothing is wrong.</returns>
    public static ImmutableArray<string> Of(Catalog catalog, TrainingSplit split, IReadOnlyCollection<string> metadata) =>
        [.. Repeated(catalog, split), .. SmallClasses(catalog, split), .. Bands(catalog, split), .. Times(catalog, split), .. Missing(catalog, split, metadata)];

    // The same observations under two identifiers: an alert stream read twice, a survey's releases put together.
    private static IEnumerable<string> Repeated(Catalog catalog, TrainingSplit split)
    {
        var part = Parts(catalog, split);
        var seen = new Dictionary<UInt128, int>();
        List<(int First, int Second)> leaks = [], duplicates = [];
        for (var i = 0; i < catalog.Count; i++)
        {
            if (part[i] == 0 || catalog[i].LightCurve.Length == 0)
            {
                continue;
            }

            ref var first = ref CollectionsMarshal.GetValueRefOrAddDefault(seen, Hash(catalog[i].LightCurve), out var exists);
            if (!exists)
            {
                first = i;
            }
            else
            {
                (part[first] == part[i] ? duplicates : leaks).Add((first, i));
            }
        }

        string Pairs(List<(int First, int Second)> pairs) => string.Join(", ", pairs.Take(Named).Select(p => $"{catalog.Ids[p.First]} = {catalog.Ids[p.Second]}")) + (pairs.Count > Named ? " …" : "");
        if (leaks.Count > 0)
        {
            yield return Text($"{Objects(leaks.Count)} of one part {(leaks.Count == 1 ? "has" : "have")} the very observations of an object in another (training, validation, test): scores will be too good ({Pairs(leaks)}).");
        }

        if (duplicates.Count > 0)
        {
            yield return Text($"{Objects(duplicates.Count)} {(duplicates.Count == 1 ? "repeats" : "repeat")} the observations of another object of the same part ({Pairs(duplicates)}).");
        }
    }

    private static IEnumerable<string> SmallClasses(Catalog catalog, TrainingSplit split)
    {
        var names = catalog.Schema.Taxonomy.Classes;
        var counts = new int[3, names.Length];
        var part = Parts(catalog, split);
        for (var i = 0; i < catalog.Count; i++)
        {
            if (part[i] > 0 && split.Classes[i] >= 0)
            {
                counts[part[i] - 1, split.Classes[i]]++;
            }
        }

        for (var c = 0; c < names.Length; c++)
        {
            if (counts[0, c] < FewTraining)
            {
                yield return Text($"Class {names[c]} has {Objects(counts[0, c])} to train on: too few to be learned.");
            }

            if (counts[1, c] < FewEvaluated || counts[2, c] is > 0 and < FewEvaluated)
            {
                var (where, count) = counts[1, c] < FewEvaluated ? ("validation", counts[1, c]) : ("test", counts[2, c]);

                // Half a 95 % interval of a share near one half.
                yield return Text($"Class {names[c]} has {Objects(count)} for {where}: its score will be uncertain by ± {(count == 0 ? 1 : Math.Min(1, 0.98 / Math.Sqrt(count))):F2}.");
            }
        }
    }

    private static IEnumerable<string> Bands(Catalog catalog, TrainingSplit split)
    {
        var counts = new long[catalog.Schema.Passbands.Length];
        foreach (var row in split.Training)
        {
            foreach (var band in catalog[row].LightCurve.Band)
            {
                counts[band]++;
            }
        }

        var unseen = catalog.Schema.Passbands.Where((_, b) => counts[b] == 0).Select(b => b.Name).ToArray();
        if (unseen.Length > 0)
        {
            yield return Text($"No training object was observed in {string.Join(' ', unseen)}: the model cannot know {(unseen.Length == 1 ? "this band" : "these bands")} when it meets {(unseen.Length == 1 ? "it" : "them")}.");
        }
    }

    private static IEnumerable<string> Times(Catalog catalog, TrainingSplit split)
    {
        var (undetected, early, observations) = (0, 0L, 0L);
        foreach (var row in split.Training)
        {
            var lightCurve = catalog[row].LightCurve;
            var first = Window.FirstDetection(lightCurve);
            undetected += double.IsNaN(first) ? 1 : 0;
            observations += lightCurve.Length;
            foreach (var time in lightCurve.Mjd)
            {
                early += time < first - Window.DaysBefore ? 1 : 0;
            }
        }

        if (undetected > 0)
        {
            yield return Text($"{Objects(undetected)} to train on {(undetected == 1 ? "has" : "have")} no detection: the model sees no observation of {(undetected == 1 ? "it" : "them")}.");
        }

        if (observations > 0 && early > ManyEarly * observations)
        {
            yield return Text($"{(double)early / observations:P0} of the training observations are more than {Window.DaysBefore:F0} days before the object's first detection and are left out: are detections flagged?");
        }
    }

    private static IEnumerable<string> Missing(Catalog catalog, TrainingSplit split, IReadOnlyCollection<string> metadata)
    {
        var width = catalog.Schema.Metadata.Length;
        foreach (var name in metadata)
        {
            if (catalog.Schema.MetadataIndex(name) is not (>= 0 and var column))
            {
                continue;
            }

            var values = split.Training.Select(row => catalog.Metadata[(row * width) + column]).ToArray();
            var missing = values.Count(float.IsNaN);
            if (missing == values.Length)
            {
                yield return Text($"Metadata column {name} has no value in training: it tells the model nothing.");
            }
            else if (values.Where(v => !float.IsNaN(v)).Distinct().Take(2).Count() == 1 && missing == 0)
            {
                yield return Text($"Metadata column {name} is the same for all training objects: it tells the model nothing.");
            }
            else if (missing > MostlyMissing * values.Length)
            {
                yield return Text($"Metadata column {name} is missing in {(double)missing / values.Length:P0} of the training objects.");
            }
        }
    }

    // 1 training, 2 validation, 3 test, 0 for what a run never touches.
    private static byte[] Parts(Catalog catalog, TrainingSplit split)
    {
        var part = new byte[catalog.Count];
        foreach (var row in split.Training)
        {
            part[row] = 1;
        }

        foreach (var row in split.Validation)
        {
            part[row] = 2;
        }

        for (var i = 0; i < part.Length; i++)
        {
            part[i] = catalog.Partitions[i] == Partition.Test ? (byte)3 : part[i];
        }

        return part;
    }

    private static UInt128 Hash(LightCurve lightCurve)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(MemoryMarshal.AsBytes(lightCurve.Mjd));
        hash.AppendData(MemoryMarshal.AsBytes(lightCurve.Flux));
        hash.AppendData(lightCurve.Band);
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        hash.GetHashAndReset(digest);
        return MemoryMarshal.Read<UInt128>(digest);
    }

    private static string Objects(int count) => Text($"{count:N0} object{(count == 1 ? "" : "s")}");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
