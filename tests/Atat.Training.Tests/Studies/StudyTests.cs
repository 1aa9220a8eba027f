using System.Collections.Concurrent;
using Atat.LightCurves;
using Atat.Training.Configuration;
using Atat.Training.Studies;

namespace Atat.Training.Tests.Studies;

public sealed class StudyTests
{
    private static readonly StudyPlan Plan = new()
    {
        Catalog = "c.parquet",
        Features = "f.parquet",
        Objects = 6400,
        HeadlineFolds = 3,
        Settings = ["batch.size=64"],
        Variants = [.. ChapterFourVariants.Trees, .. ChapterFourVariants.Networks],
    };

    [Fact]
    public void TheElevenNetworksOfTheFigureDifferInInputsAndAugmentationOnly()
    {
        Assert.Equal(11, ChapterFourVariants.Networks.Length);
        var configs = ChapterFourVariants.Networks.Select(v => Plan.Network(new StudyJob(v, 2))).ToArray();
        Assert.Equal(11, configs.Select(c => (string.Join(',', c.Inputs), c.Window.Mta)).Distinct().Count());
        Assert.All(configs, c =>
        {
            Assert.Equal((100, 25, 2, 3, 64), (c.Stopping.Steps, c.Stopping.EvaluateEvery, c.Data.ValidationFold, c.Seed, c.Batch.Size));
            Assert.Equal(c.ReadsFeatures(), c.Data.Features.Length > 0);
        });
        var plain = configs.Select(c => ConfigFile.Write(c with { Inputs = ["lc"], Window = new WindowConfig(), Data = new DataConfig() })).Distinct(StringComparer.Ordinal);
        Assert.Single(plain);
    }

    [Fact]
    public void HeadlineVariantsComeFirstAndHaveAllFolds()
    {
        var jobs = Plan.Jobs();
        Assert.Equal(["forest", "boosted", "lc+md+mta", "lc+md+feat+mta"], jobs.Take(4).Select(j => j.Variant.Key));
        Assert.Equal(13 + (2 * 4), jobs.Length);
        Assert.Equal(jobs.Length, jobs.Select(j => j.Folder).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal([0, 1, 2], jobs.Where(j => j.Variant.Key == "forest").Select(j => j.Fold));
        Assert.Single(jobs, j => j.Variant.Key == "lc");
    }

    [Fact]
    public void AblationsAndRemediesDifferFromTheirReferenceInTheirSettingsAndRunWhenNamed()
    {
        Variant[] others = [.. ChapterFourVariants.Ablations, .. ChapterFourVariants.Remedies];
        var reference = ConfigFile.Write(Plan.Network(new StudyJob(ChapterFourVariants.Networks.Single(v => v.Key == "lc+md+mta"), 0))).Split('\n');
        foreach (var variant in others)
        {
            var lines = ConfigFile.Write(Plan.Network(new StudyJob(variant, 0))).Split('\n');
            Assert.Equal(variant.Settings.Length, lines.Zip(reference).Count(pair => pair.First != pair.Second));
        }

        Assert.Equal(others.Length + 13, ChapterFourVariants.All.Select(v => v.Title).Distinct(StringComparer.Ordinal).Count());
        Assert.DoesNotContain(StudyPlan.Choose(ChapterFourVariants.All, ChapterFourVariants.Default, []), others.Contains);
        Assert.Equal(["lc+md+mta", "lc+md+mta+raw"], StudyPlan.Choose(ChapterFourVariants.All, ChapterFourVariants.Default, ["lc+md+mta", "lc+md+mta+raw"]).Select(v => v.Key));
    }

    [Fact]
    public void AnUnknownVariantNamesTheNearest() =>
        Assert.Contains("'lc+md+mta'", Assert.Throws<InputException>(() => StudyPlan.Choose(ChapterFourVariants.All, ChapterFourVariants.Default, ["lc+md+mtb"])).Message, StringComparison.Ordinal);

    [Fact]
    public async Task EveryJobIsCarriedOutOnceByAtMostSoManyWorkers()
    {
        var (now, most, seen) = (0, 0, new ConcurrentBag<string>());
        var jobs = Plan.Jobs();
        var states = await StudyScheduler.Run(
            jobs,
            job => job.Name,
            3,
            null,
            async (job, left, _) =>
            {
                Assert.Null(left);
                most = Math.Max(most, Interlocked.Increment(ref now));
                seen.Add(job.Folder);
                await Task.Yield();
                Interlocked.Decrement(ref now);
                return job.Fold == 2 ? JobState.Failed : JobState.Done;
            },
            cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(jobs.Select(j => j.Folder).Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
        Assert.InRange(most, 1, 3);
        Assert.Equal(jobs.Select(j => j.Fold == 2 ? JobState.Failed : JobState.Done), states);
    }

    [Fact]
    public async Task WhatABudgetLeavesOutWaits()
    {
        var states = await StudyScheduler.Run(
            Plan.Jobs(),
            job => job.Name,
            1,
            TimeSpan.FromMilliseconds(40),
            async (_, left, cancellation) =>
            {
                Assert.InRange(left!.Value.TotalMilliseconds, 0, 40);
                await Task.Delay(60, cancellation);
                return JobState.Interrupted;
            },
            cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(JobState.Interrupted, states[0]);
        Assert.All(states.Skip(1), s => Assert.Equal(JobState.Waiting, s));
    }
}
