using Atat.Features;
using Atat.Formats.FeatureTables;
using Atat.Formats.Parquet;
using Atat.LightCurves;
using Atat.Training.FeatureTables;

namespace Atat.Training.Tests.FeatureTables;

public sealed class FeatureComputationTests : IDisposable
{
    private const int Objects = 203;
    private readonly string folder = Directory.CreateTempSubdirectory("atat-features-").FullName;

    public FeatureComputationTests() => CatalogFile.Write(Catalog, Survey(seed: 1));

    private string Catalog => Path.Combine(folder, "catalog.parquet");

    private string Out => Path.Combine(folder, "out", "features.parquet");

    private string Parts => Out + ".parts";

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Rows_are_those_of_each_object_at_each_day()
    {
        var report = Run(Job(threads: 2));
        var table = FeatureFile.Read(Out);
        var catalog = CatalogFile.Read(Catalog);
        var extractor = new FeatureExtractor(catalog.Schema, new FeatureSettings());
        Assert.Equal(new FeatureSet("toy", "thesis", false, []), table.Set with { Features = [] });
        Assert.Equal(extractor.Columns.Select(c => c.Name), table.Set.Features);
        Assert.Equal((Objects, Objects * 3, extractor.Columns.Length, 0, 0), (report.Objects, report.Rows, report.Features, report.PartsTakenOver, report.ObjectsTakenOver));
        Assert.Equal(catalog.Ids.ToArray().SelectMany(id => Enumerable.Repeat(id, 3)), table.ObjectIds);
        Assert.Equal([1, 8.5, 2048, 1], table.Days[..4]);
        var undetected = 0;
        var (values, row) = (new double[extractor.Columns.Length], new double[extractor.Columns.Length]);
        for (var i = 0; i < table.Count; i++)
        {
            extractor.Compute(catalog[i / 3], table.Days[i], values);
            table.CopyRow(i, row);
            Assert.Equal(values, row);
            undetected += i % 3 == 0 && row.All(double.IsNaN) ? 1 : 0;
        }

        Assert.InRange(report.Undetected, 1, undetected);
        Assert.False(Directory.Exists(Parts));
    }

    [Fact]
    public void The_number_of_threads_changes_nothing()
    {
        Run(Job(threads: 1));
        var one = File.ReadAllBytes(Out);
        Run(Job(threads: 5));
        Assert.Equal(one, File.ReadAllBytes(Out));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void What_was_interrupted_goes_on_and_ends_the_same(int threads)
    {
        Run(Job());
        var whole = File.ReadAllBytes(Out);
        File.Delete(Out);
        Interrupt(Job(threads: threads), after: 96);
        Assert.False(File.Exists(Out));
        var kept = Directory.GetFiles(Parts, "*.parquet").Length;
        Assert.InRange(kept, 3, 7);

        var report = Run(Job(threads: threads));
        Assert.Equal((kept, kept * 16), (report.PartsTakenOver, report.ObjectsTakenOver));
        Assert.Equal(whole, File.ReadAllBytes(Out));
        Assert.False(Directory.Exists(Parts));
    }

    [Fact]
    public void Parts_of_another_catalog_or_other_days_or_settings_are_not_taken_over()
    {
        Interrupt(Job(), after: 96);
        CatalogFile.Write(Catalog, Survey(seed: 2));
        Assert.Equal(0, Run(Job()).PartsTakenOver);
        var changed = FeatureFile.Read(Out).Columns;
        Run(Job() with { Out = Out + "2" });
        Assert.Equal(FeatureFile.Read(Out + "2").Columns, changed);

        Interrupt(Job(), after: 96);
        Assert.Equal(0, Run(Job() with { Days = [1] }).PartsTakenOver);
        Interrupt(Job(), after: 96);
        Assert.Equal(0, Run(Job() with { Settings = new FeatureSettings { Published = true } }).PartsTakenOver);
    }

    [Fact]
    public void A_damaged_part_is_computed_again()
    {
        Run(Job());
        var whole = File.ReadAllBytes(Out);
        Interrupt(Job(threads: 1), after: 96);
        var part = Path.Combine(Parts, "2.parquet");
        File.WriteAllBytes(part, new byte[new FileInfo(part).Length]);
        File.Copy(Path.Combine(Parts, "1.parquet"), Path.Combine(Parts, "3.parquet"), overwrite: true);
        var kept = Directory.GetFiles(Parts, "*.parquet").Length;
        Assert.Equal(kept - 2, Run(Job()).PartsTakenOver);
        Assert.Equal(whole, File.ReadAllBytes(Out));
    }

    [Fact]
    public void A_mistake_in_the_catalog_is_said_and_parts_are_kept()
    {
        var catalog = ToySurvey.Make(Objects);
        CatalogFile.Write(Catalog, catalog.Schema, [catalog, catalog.Select([3])]);
        var error = Assert.Throws<InputException>(() => Run(Job(threads: 2)));
        Assert.Contains("'toy-3' stands twice", error.Message, StringComparison.Ordinal);
        Assert.NotEmpty(Directory.GetFiles(Parts, "*.parquet"));
        Assert.False(File.Exists(Out));
        Assert.Throws<InputException>(() => Run(Job() with { Out = Catalog }));
        Assert.Throws<InputException>(() => Run(Job() with { Catalog = Out }));
    }

    [Fact]
    public void Progress_ends_at_the_number_of_objects()
    {
        var seen = new List<FeatureProgress>();
        FeatureComputation.Run(Job(threads: 2), new Listener(seen.Add));
        Assert.Equal(new FeatureProgress(Objects, 0, Objects), seen[^1]);
        Assert.Equal(seen.Select(p => p.Objects).Order(), seen.Select(p => p.Objects));
    }

    [Fact]
    public void Csv_and_an_empty_catalog_are_written_too()
    {
        var csv = Path.Combine(folder, "f.csv");
        Run(Job() with { Out = csv, Days = [2048] });
        Assert.Equal(Objects + 1, File.ReadLines(csv).Count());
        Assert.StartsWith("object_id,day,iqr_", File.ReadLines(csv).First(), StringComparison.Ordinal);
        CatalogFile.Write(Catalog, new CatalogBuilder(ToySurvey.Schema).Build());
        Assert.Equal(0, Run(Job()).Rows);
        Assert.Equal(0, FeatureFile.Read(Out).Count);
    }

    // Every seventh object without a detection.
    private static Catalog Survey(int seed)
    {
        var toy = ToySurvey.Make(Objects, seed);
        var builder = new CatalogBuilder(toy.Schema);
        for (var i = 0; i < toy.Count; i++)
        {
            var light = toy[i].LightCurve;
            builder.Add(new ObjectRow(toy.Ids[i], toy.Labels[i]), toy[i].Metadata, new LightCurve(light.Mjd, light.Flux, light.FluxError, light.Band, i % 7 == 0 ? new bool[light.Length] : light.Detected, light.Saturated));
        }

        return builder.Build();
    }

    private FeatureJob Job(int threads = 0) => new(Catalog, [2048, 8.5, 1, 8.5], new FeatureSettings(), Out, threads);

    private static FeatureReport Run(FeatureJob job) => FeatureComputation.Run(job);

    private static void Interrupt(FeatureJob job, int after)
    {
        using var source = new CancellationTokenSource();
        Assert.ThrowsAny<OperationCanceledException>(() => FeatureComputation.Run(
            job,
            new Listener(progress =>
            {
                if (progress.Objects >= after)
                {
                    source.Cancel();
                }
            }),
            source.Token));
    }

    private sealed class Listener(Action<FeatureProgress> seen) : IProgress<FeatureProgress>
    {
        public void Report(FeatureProgress value) => seen(value);
    }
}
