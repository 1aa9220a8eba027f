using Atat.LightCurves;
using Atat.Networks;
using Atat.Training.Batches;
using Atat.Training.Configuration;
using Atat.Training.Data;
using static TorchSharp.torch;

namespace Atat.Training.Tests;

[Collection("Networks, whose live tensors are counted for the whole process")]
public sealed class AugmentationTests
{
    private static readonly ModelInputs Inputs = Prepare(ToySurvey.Make(60, fallEvery: 4));

    private static readonly RedshiftColumns Redshift = RedshiftColumns.Find(Inputs.Catalog.Schema, Inputs.Metadata)!;

    [Fact]
    public void FluxesFollowTheLuminosityDistanceAndTimesOnePlusRedshift() =>
        Gen.Select(Gen.Double[1e-4, 3], Gen.Double[0, 0.2], Gen.Int).Sample((z, largest, seed) =>
        {
            var shift = RedshiftShift.Draw(z, largest, new Random(seed));
            var moved = ((1 + z) * shift.Stretch) - 1;
            Assert.InRange(Math.Abs(Math.Log(shift.Stretch)), 0, Math.Min(largest, Math.Log(1 + z) / 2) + 1e-12);
            var (near, far) = (Cosmology.Standard.LuminosityDistance(z), Cosmology.Standard.LuminosityDistance(moved));
            Assert.Equal(near * near / far / far, shift.Brightness, 1e-9 * shift.Brightness);
            Assert.True(Math.Abs(moved - z) < 1e-9 || moved > z == shift.Brightness < 1);
            Assert.Equal(moved, shift.Redshift((float)z), 1e-6);
            Assert.Equal(0.01 * shift.Stretch, shift.RedshiftError(0.01f), 1e-8);
            Assert.Equal(-9, shift.Redshift(-9));
        });

    [Theory]
    [InlineData(0)]
    [InlineData(-9)]
    [InlineData(double.NaN)]
    [InlineData(11.9)]
    public void WhatHasNoRedshiftStays(double redshift) => Assert.All(
        Enumerable.Range(0, 20).Select(seed => RedshiftShift.Draw(redshift, 0.2, new Random(seed))),
        shift => Assert.True(shift == RedshiftShift.None || (redshift == 11.9 && shift.Stretch <= 13 / 12.9)));

    [Fact]
    public void AnObservationIsMovedWithItsObject()
    {
        var config = new AugmentationConfig { Redshift = 0.2 };
        var moved = new HashSet<bool>();
        for (var seed = 0; seed < 20; seed++)
        {
            var perturbation = new Perturbation(config, Redshift, 0.5, new Random(seed));
            var shift = perturbation.Moved;
            moved.Add(shift.Brightness < 1);
            var (time, flux, error) = (10f, 40f, 0f);
            Assert.True(perturbation.Observation(ref time, ref flux, ref error));
            Assert.Equal(10 * shift.Stretch, time, 1e-5);
            Assert.Equal(40 * shift.Brightness, flux, 1e-3);

            // Noise of deviation 1 is of deviation max(1, brightness) afterwards, as its error says: this much of it is new.
            var fresh = Enumerable.Range(0, 4000).Select(_ =>
            {
                var (t, f, e) = (0f, 0f, 1f);
                perturbation.Observation(ref t, ref f, ref e);
                Assert.Equal(Math.Max(1, shift.Brightness), e, 1e-5);
                return (double)f;
            }).ToArray();
            var expected = Math.Max(0, 1 - (shift.Brightness * shift.Brightness));
            Assert.InRange(fresh.Average(f => f * f), 0.85 * expected, 1.15 * expected);
        }

        Assert.Equal(2, moved.Count);
    }

    [Fact]
    public void MetadataMoveInStep()
    {
        var augmentation = new Augmentation(new AugmentationConfig { Redshift = 0.1 }, Redshift, rare: null, 3, 0);
        var columns = Inputs.Metadata.Columns;
        foreach (var sample in Samples(double.PositiveInfinity))
        {
            var perturbation = augmentation.Draw(Inputs, sample)!;
            var row = Inputs.TabularRow(sample.Index).ToArray();
            perturbation.Tabular(Inputs, sample.Index, row);
            var metadata = Inputs.Catalog[sample.Index].Metadata;
            Assert.NotEqual(1, perturbation.Moved.Stretch);
            Assert.Equal((float)Inputs.Metadata.Transformations[0].Transform(perturbation.Moved.Redshift(metadata[0])), row[0]);
            Assert.Equal((float)Inputs.Metadata.Transformations[1].Transform(perturbation.Moved.RedshiftError(metadata[1])), row[1]);
            Assert.Equal(Inputs.TabularRow(sample.Index)[columns.IndexOf("size")], row[2]);
        }
    }

    [Fact]
    public void NothingChangesAtZeroAndTheSeedDecidesTheRest()
    {
        Assert.Null(new Augmentation(new AugmentationConfig(), Redshift, rare: null, 1, 0).Draw(Inputs, Samples(8)[0]));
        var config = new AugmentationConfig { Redshift = 0.1, Cadence = 0.5 };
        var plain = Build(new AugmentationConfig(), 1);
        Assert.Equal(plain, Build(new AugmentationConfig { FluxFactor = 1e-30 }, 1));
        Assert.NotEqual(plain, Build(config, 1));
        Assert.Equal(Build(config, 1), Build(config, 1));
        Assert.NotEqual(Build(config, 2), Build(config, 1));
    }

    [Fact]
    public void NightsAreLeftOutWhole()
    {
        var left = new List<double>();
        for (var seed = 0; seed < 200; seed++)
        {
            var perturbation = new Perturbation(new AugmentationConfig { Cadence = 0.6 }, redshift: null, double.NaN, new Random(seed));
            var seen = new List<bool>();
            for (var night = 0; night < 40; night++)
            {
                bool[] observations = [.. Enumerable.Range(0, 3).Select(i => Observe(perturbation, night + (0.1f * i)))];
                seen.Add(Assert.Single(observations.Distinct()));
            }

            left.Add(seen.Count(s => !s) / 40.0);
        }

        Assert.InRange(left.Average(), 0.25, 0.35);
        Assert.InRange(left.Max(), 0.5, 0.85);
    }

    [Fact]
    public void ACutIsOfTheStretchedTimes()
    {
        var augmentation = new Augmentation(new AugmentationConfig { Redshift = 0.2 }, Redshift, rare: null, 5, 0);
        var (shorter, longer) = (0, 0);
        foreach (var sample in Samples(20))
        {
            var perturbation = augmentation.Draw(Inputs, sample)!;
            var length = perturbation.Length(Inputs.Windows, sample);
            Assert.Equal(Inputs.Windows.Length(sample.Index, 20 / perturbation.Moved.Stretch), length);
            Assert.True(perturbation.Moved.Stretch > 1 ? length <= sample.Length : length >= sample.Length);
            shorter += length < sample.Length ? 1 : 0;
            longer += length > sample.Length ? 1 : 0;
        }

        Assert.True(shorter > 0 && longer > 0);
        var whole = Samples(double.PositiveInfinity)[0];
        Assert.Equal(whole.Length, augmentation.Draw(Inputs, whole)!.Length(Inputs.Windows, whole));
    }

    [Fact]
    public void TheRarerTheOftener()
    {
        var rare = new RareObjects([0, 1, 2], [100, 25, 1]);
        Assert.Equal([0, 0.75, 0.99], new[] { 0, 1, 2 }.Select(rare.Share));
        var drawn = Enumerable.Range(0, 4000).Select(i => new Augmentation(new AugmentationConfig { FluxNoise = 1 }, Redshift, rare, 1, i).Draw(Inputs, new Sample(1, 3, 0))).Count(p => p is not null);
        Assert.InRange(drawn, 2900, 3100);
        Assert.Null(new Augmentation(new AugmentationConfig { FluxNoise = 1 }, Redshift, rare, 1, 0).Draw(Inputs, new Sample(0, 3, 0)));
    }

    private static bool Observe(Perturbation perturbation, float time)
    {
        var (flux, error) = (1f, 1f);
        return perturbation.Observation(ref time, ref flux, ref error);
    }

    private static float[] Build(AugmentationConfig config, int seed)
    {
        using var scope = NewDisposeScope();
        var architecture = new AtatArchitecture { Classes = 2, Bands = 2, TabularColumns = 3 };
        var parts = new BatchBuilder(Inputs, architecture, 10_000, CPU).Build(Samples(20), new Augmentation(config, Redshift, rare: null, seed, 0)).ToArray();
        return [.. parts.SelectMany(p => p.Tabular!.data<float>().ToArray().Concat(p.LightCurves!.Inputs.data<float>().ToArray()).Concat(p.LightCurves.Times.data<float>().ToArray()))];
    }

    private static Sample[] Samples(double day) => [.. Enumerable.Range(0, Inputs.Catalog.Count).Select(i => Inputs.At(i, day, i))];

    private static ModelInputs Prepare(Catalog catalog)
    {
        var windows = new WindowedLightCurves(catalog, WindowRule.Causal, 0);
        int[] rows = [.. Enumerable.Range(0, catalog.Count)];
        return new ModelInputs(catalog, windows, InputScaling.Fit(FluxScaling.Auto, catalog.Schema.Unit, windows, rows), MetadataTransformation.Fit(catalog, ["z", "z_err", "size"], rows), 2);
    }
}
