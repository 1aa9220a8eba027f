using Atat.LightCurves;

namespace Atat.Simulation.Tests;

public sealed class SimulatedSurveyTests
{
    private static readonly SimulatedSurvey Survey = new(3, ClassRates.Balanced);
    private static readonly Catalog Objects = Survey.Make(0, 600);

    [Fact]
    public void ClassesComeInTurn() =>
        Assert.All(Objects.Labels.ToArray().CountBy(label => Taxonomies.Elasticc.ClassOf(label!)), count => Assert.Equal(30, count.Value));

    [Fact]
    public void AnyShardIsTheSameWhereverItIsMade()
    {
        var again = new SimulatedSurvey(3, ClassRates.Balanced);
        Equal(Objects, 400, again.Make(400, 10));
        Equal(Objects, 0, again.Stream(0, 250, TestContext.Current.CancellationToken).First());
        Assert.NotEqual(Objects[0].LightCurve.Mjd.ToArray(), new SimulatedSurvey(4, ClassRates.Balanced).Make(0, 1)[0].LightCurve.Mjd.ToArray());
    }

    [Fact]
    public void PartsOfAStreamAreInOrderAndComplete()
    {
        var ids = Survey.Stream(5, 333, TestContext.Current.CancellationToken).SelectMany(part => part.Ids.ToArray()).ToArray();
        Assert.Equal(Enumerable.Range(5, 333).Select(i => $"3-{i:D8}"), ids);
    }

    [Fact]
    public void LightCurvesAreDetectedAndBeginThirtyDaysBefore()
    {
        for (var i = 0; i < Objects.Count; i++)
        {
            var curve = Objects[i].LightCurve;
            Assert.True(curve.Length >= 10);
            Assert.True(curve.Detected.Contains(true));
            Assert.True(curve.Mjd[0] >= Window.FirstDetection(curve) - SimulatedSurvey.DaysBefore);
            Assert.DoesNotContain(Enumerable.Range(0, curve.Length), k => Objects[i].LightCurve.Detected[k] && Objects[i].LightCurve.Saturated[k]);
        }

        Assert.Equal(0, Objects.UnsortedCount);
    }

    [Fact]
    public void BeforeATransientThereIsNoiseOfTheStatedSize()
    {
        double sum = 0, squares = 0;
        var count = 0;
        var kilonovae = new SimulatedSurvey(1, ClassRates.Of([new("KN", 1)])).Make(0, 400);
        for (var i = 0; i < kilonovae.Count; i++)
        {
            var curve = kilonovae[i].LightCurve;
            var first = Window.FirstDetection(curve);
            for (var k = 0; k < curve.Length && curve.Mjd[k] < first - 10; k++)
            {
                var pull = curve.Flux[k] / curve.FluxError[k];
                (sum, squares, count) = (sum + pull, squares + (pull * pull), count + 1);
            }
        }

        Assert.True(count > 1500, $"{count} observations");
        Assert.InRange(sum / count, -0.1, 0.1);
        Assert.InRange(squares / count, 0.9, 1.1);
    }

    [Fact]
    public void MetadataAreWhatASurveyWouldKnow()
    {
        var schema = Objects.Schema;
        Assert.Equal(64, schema.Metadata.Length);
        for (var i = 0; i < Objects.Count; i++)
        {
            var item = Objects[i];
            float Value(string name) => Objects[i].Metadata[schema.MetadataIndex(name)];
            Assert.InRange(Value("MWEBV"), 0.001f, 3);
            var (photometric, spectroscopic) = (Value("HOSTGAL_PHOTOZ"), Value("HOSTGAL_SPECZ"));
            Assert.Equal(float.IsNaN(photometric), float.IsNaN(Value("HOSTGAL_MAG_r")));
            Assert.Equal(float.IsNaN(spectroscopic) ? photometric : spectroscopic, Value("REDSHIFT_HELIO"));
            Assert.Equal(photometric, Value("HOSTGAL_ZPHOT_Q050"));
            if (!float.IsNaN(photometric))
            {
                var quantiles = Enumerable.Range(0, 11).Select(q => Value($"HOSTGAL_ZPHOT_Q{10 * q:000}")).ToArray();
                Assert.Equal(quantiles.Order(), quantiles);
                Assert.InRange(photometric, 0, 3);
                Assert.True(Value("HOSTGAL_MAGERR_r") > 0);
            }
        }
    }

    [Fact]
    public void HostsBelongToTheirClasses()
    {
        var (hosted, galactic, galacticHosted) = (0, 0, 0);
        var transients = 0;
        for (var i = 0; i < Objects.Count; i++)
        {
            var hasHost = !float.IsNaN(Objects[i].Metadata[Objects.Schema.MetadataIndex("HOSTGAL_PHOTOZ")]);
            var model = SourceModels.All.Single(m => m.Label == Objects[i].Label);
            if (model.Host == HostPopulation.None)
            {
                galactic++;
                galacticHosted += hasHost ? 1 : 0;
            }
            else
            {
                transients++;
                hosted += hasHost ? 1 : 0;
            }
        }

        Assert.InRange((double)hosted / transients, 0.85, 1);
        Assert.InRange((double)galacticHosted / galactic, 0, 0.1);
    }

    [Fact]
    public void SkewedRatesAreKept()
    {
        var labels = new SimulatedSurvey(1, ClassRates.Skewed).Make(0, 1500).Labels.ToArray();
        var classes = labels.CountBy(label => Taxonomies.Elasticc.Classes[Taxonomies.Elasticc.ClassOf(label!)]).ToDictionary();
        var total = ClassRates.Skewed.Weights.Sum(w => w.Weight);
        Assert.All(ClassRates.Skewed.Weights, w =>
        {
            var expected = 1500 * w.Weight / total;
            Assert.InRange(classes.GetValueOrDefault(w.Class), expected - (5 * Math.Sqrt(expected)) - 1, expected + (5 * Math.Sqrt(expected)) + 1);
        });
    }

    [Fact]
    public void StreamStopsWhenCancelled()
    {
        using var source = new CancellationTokenSource();
        using var parts = Survey.Stream(0, 100_000, source.Token).GetEnumerator();
        Assert.True(parts.MoveNext());
        source.Cancel();
        Assert.Throws<OperationCanceledException>(() => parts.MoveNext());
    }

    private static void Equal(Catalog whole, int first, Catalog part)
    {
        for (var i = 0; i < part.Count; i++)
        {
            Assert.Equal(whole.Ids[first + i], part.Ids[i]);
            LightCurveAssert.Equal(whole[first + i].LightCurve, part[i].LightCurve);
            Assert.Equal(whole[first + i].Metadata.ToArray(), part[i].Metadata.ToArray());
        }
    }
}
