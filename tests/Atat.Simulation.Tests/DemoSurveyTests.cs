using Atat.LightCurves;

namespace Atat.Simulation.Tests;

public sealed class DemoSurveyTests
{
    private static readonly Catalog Demo = DemoSurvey.Make(60, seed: 1);

    [Fact]
    public void Every_class_has_as_many_objects_and_each_is_detected()
    {
        Assert.Equal(240, Demo.Count);
        for (var i = 0; i < Demo.Count; i++)
        {
            var curve = Demo[i].LightCurve;
            Assert.True(curve.Detected.Count(true) >= 3);
            for (var k = 0; k < curve.Length; k++)
            {
                Assert.Equal(Math.Abs(curve.Flux[k]) > 5 * curve.FluxError[k], curve.Detected[k]);
            }
        }

        Assert.All(Demo.Labels.ToArray().CountBy(l => l!), c => Assert.Equal(60, c.Value));
        Assert.Equal(0, Demo.UnsortedCount);
    }

    [Fact]
    public void The_seed_decides_everything()
    {
        var (a, b, c) = (DemoSurvey.Make(3, 7), DemoSurvey.Make(3, 7), DemoSurvey.Make(3, 8));
        Assert.Equal(a.Observations.Flux.ToArray(), b.Observations.Flux.ToArray());
        Assert.Equal(a.Metadata.ToArray(), b.Metadata.ToArray());
        Assert.NotEqual(a.Observations.Flux.ToArray(), c.Observations.Flux.ToArray());
    }

    [Fact]
    public void Before_a_supernova_there_is_noise_of_the_stated_size()
    {
        double sum = 0, squares = 0;
        var count = 0;
        for (var i = 0; i < Demo.Count; i++)
        {
            if (Demo.Labels[i] is not ['S', 'N', ..])
            {
                continue;
            }

            var curve = Demo[i].LightCurve;
            var first = Window.FirstDetection(curve);
            for (var k = 0; k < curve.Length && curve.Mjd[k] < first - 60; k++)
            {
                var pull = curve.Flux[k] / curve.FluxError[k];
                (sum, squares, count) = (sum + pull, squares + (pull * pull), count + 1);
            }
        }

        Assert.True(count > 3000, $"{count} observations");
        Assert.InRange(sum / count, -0.06, 0.06);
        Assert.InRange(squares / count, 0.93, 1.07);
    }

    [Fact]
    public void Supernovae_redden_with_age()
    {
        foreach (var name in new[] { "SN Ia", "SN II" })
        {
            var (early, late) = (new List<double>(), new List<double>());
            for (var i = 0; i < Demo.Count; i++)
            {
                if (Demo.Labels[i] == name)
                {
                    AddColours(Demo[i].LightCurve, early, late);
                }
            }

            Assert.True(Median(late) > Median(early) + 0.3, $"{name}: r/g {Median(early)} -> {Median(late)}");
        }
    }

    [Fact]
    public void Stars_seldom_have_a_host_and_galaxies_often()
    {
        var missing = Enumerable.Range(0, Demo.Count).ToLookup(i => Demo.Labels[i]!, i => float.IsNaN(Demo[i].Metadata[0]) ? 1.0 : 0);
        Assert.InRange(missing["SN Ia"].Average(), 0.08, 0.45);
        Assert.InRange(missing["Cepheid"].Average(), 0.6, 0.95);
    }

    [Fact]
    public void Nights_are_irregular_and_the_field_is_not_seen_between_seasons()
    {
        var cadence = new Cadence { Depths = [24, 23] };
        var visits = cadence.Draw(new Random(3));
        var gaps = visits.Zip(visits.Skip(1), (a, b) => b.Mjd - a.Mjd).Where(g => g > 0.5).ToArray();
        Assert.All(visits.Zip(visits.Skip(1)), p => Assert.True(p.First.Mjd <= p.Second.Mjd));
        Assert.Single(gaps, g => g > 150);
        Assert.True(gaps.Distinct().Count() > gaps.Length / 2);
        Assert.InRange(visits.Count, 40, 140);
    }

    // Flux in r over flux in g, of neighbouring detections.
    private static void AddColours(LightCurve curve, List<double> early, List<double> late)
    {
        var first = Window.FirstDetection(curve);
        for (var k = 1; k < curve.Length; k++)
        {
            if (curve.Band[k - 1] == 0 && curve.Band[k] == 1 && curve.Detected[k - 1] && curve.Detected[k])
            {
                var age = curve.Mjd[k] - first;
                (age < 8 ? early : age > 25 ? late : []).Add(curve.Flux[k] / curve.Flux[k - 1]);
            }
        }
    }

    private static double Median(List<double> values) => values.Order().ElementAt(values.Count / 2);
}
