using System.Collections.Immutable;
using System.Globalization;
using Atat.LightCurves;

namespace Atat.Reports.Studies;

/// <summary>The predictions of all runs of a study in one numbering of objects and classes.</summary>
internal sealed class StudyPredictions
{
    private readonly Dictionary<string, int> numbers;

    /// <summary>Takes the runs.</summary>
    /// <exception cref="InputException">No run, an unknown variant, a variant and fold twice, other classes or labels, or a table that <see cref="Evaluation"/> refuses.</exception>
    public StudyPredictions(IReadOnlyList<StudyVariant> variants, IReadOnlyList<StudyRun> runs, StudyContext context)
    {
        Check(variants, runs);
        Classes = ClassesOf(runs, context.Taxonomy);
        string[] ids = [.. runs.SelectMany(run => run.Predictions.ObjectIds).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
        numbers = ids.Select((id, number) => (id, number)).ToDictionary(x => x.id, x => x.number, StringComparer.Ordinal);
        Truth = new int[ids.Length];
        Array.Fill(Truth, -1);
        Folds = [.. runs.Select(run => Fold(run, context.Days)).OrderBy(fold => fold.Run.Fold)];
        Days = context.Days.IsEmpty ? [.. Folds.SelectMany(fold => fold.Days).Select(day => day.Day).Distinct().Order()] : [.. context.Days.Order()];
    }

    /// <summary>Class names, (K): in the order of the taxonomy where it has them all.</summary>
    public ImmutableArray<string> Classes { get; }

    /// <summary>Days to report, ascending.</summary>
    public ImmutableArray<double> Days { get; }

    /// <summary>True class of each object; -1 where it has no label that the classifiers know.</summary>
    public int[] Truth { get; }

    /// <summary>The runs, by fold.</summary>
    public ImmutableArray<StudyFold> Folds { get; }

    /// <summary>The runs of a variant, by fold.</summary>
    public IEnumerable<StudyFold> Of(string variant) => Folds.Where(fold => fold.Run.Variant == variant);

    private static void Check(IReadOnlyList<StudyVariant> variants, IReadOnlyList<StudyRun> runs)
    {
        if (runs.Count == 0)
        {
            throw new InputException("The study has no run; train and evaluate at least one of its variants.");
        }

        foreach (var twice in variants.CountBy(v => v.Key).Where(v => v.Value > 1))
        {
            throw new InputException($"Study: variant '{twice.Key}' stands {twice.Value} times; keep one of each.");
        }

        foreach (var twice in runs.CountBy(run => (run.Variant, run.Fold)).Where(r => r.Value > 1))
        {
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"Study: variant '{twice.Key.Variant}' has {twice.Value} runs of fold {twice.Key.Fold}; keep one."));
        }

        var keys = variants.Select(v => v.Key).ToHashSet(StringComparer.Ordinal);
        foreach (var run in runs.Where(run => !keys.Contains(run.Variant)))
        {
            throw new InputException($"Study: {Name(run)} is of no variant of the study; its variants are {string.Join(", ", variants.Select(v => v.Key))}.");
        }
    }

    private static ImmutableArray<string> ClassesOf(IReadOnlyList<StudyRun> runs, Taxonomy? taxonomy)
    {
        var first = runs[0].Predictions.Classes;
        foreach (var run in runs.Where(run => !run.Predictions.Classes.ToHashSet(StringComparer.Ordinal).SetEquals(first)))
        {
            throw new InputException($"Study: {Name(run)} has the classes {string.Join(", ", run.Predictions.Classes)}, but {Name(runs[0])} {string.Join(", ", first)}; a study compares runs of one taxonomy.");
        }

        ImmutableArray<string> known = [.. (taxonomy?.Classes ?? []).Where(first.Contains)];
        return known.Length == first.Length ? known : first;
    }

    private StudyFold Fold(StudyRun run, ImmutableArray<double> days)
    {
        LabelledPredictions labelled;
        try
        {
            labelled = new LabelledPredictions(run.Predictions);
        }
        catch (InputException e)
        {
            throw new InputException($"Study: {Name(run)}: {e.Message}", e);
        }

        int[] toStudy = [.. run.Predictions.Classes.Select(name => Classes.IndexOf(name))];
        return new StudyFold(run, [.. labelled.Days.Where(day => days.IsEmpty || days.Contains(day.Day)).Select(day => Day(day, run, toStudy))]);
    }

    private StudyDay Day(DayPredictions day, StudyRun run, int[] toStudy)
    {
        var objects = Array.ConvertAll(day.Ids, id => numbers[id]);
        var predicted = Array.ConvertAll(day.Predicted, k => toStudy[k]);
        for (var i = 0; i < objects.Length; i++)
        {
            var truth = toStudy[day.Truth[i]];
            if (Truth[objects[i]] >= 0 && Truth[objects[i]] != truth)
            {
                throw new InputException($"Study: {Name(run)} labels object '{day.Ids[i]}' as '{Classes[truth]}', another run as '{Classes[Truth[objects[i]]]}'; evaluate all runs on the same catalog.");
            }

            Truth[objects[i]] = truth;
        }

        Array.Sort(objects, predicted);
        return new StudyDay(day.Day, objects, predicted);
    }

    private static string Name(StudyRun run) => string.Create(CultureInfo.InvariantCulture, $"run '{run.Variant}' of fold {run.Fold}");
}
