using System.Globalization;
using Atat.LightCurves;
using Atat.Simulation.Hosts;
using Atat.Simulation.Light;
using Atat.Simulation.Survey;

namespace Atat.Simulation;

/// <summary>
/// Three years of an LSST-like survey: difference photometry in ugrizY with forced photometry from 30 days before the first detection, and
/// ELAsTiCC's 64 columns of metadata, for objects of the 20 classes. Every object depends on the seed and its index alone, so any shard can
/// be made anywhere, in any order, by any number of threads.
/// </summary>
public sealed class SimulatedSurvey
{
    /// <summary>Days of forced photometry before the first detection.</summary>
    public const double DaysBefore = 30;

    private const int FieldCount = 300;
    private const int MinimumVisits = 10;

    // So rare an object that it is not found in so many tries cannot be meant.
    private const int MaximumTries = 200_000;

    private readonly long seed;
    private readonly SurveyClass[] classes;
    private readonly double[] cumulative;
    private readonly bool isBalanced;
    private readonly SurveyField[] fields;

    /// <summary>Prepares a survey.</summary>
    /// <param name="seed">The same seed gives the same survey.</param>
    /// <param name="rates">How often each class occurs among the objects.</param>
    public SimulatedSurvey(long seed, ClassRates rates)
    {
        this.seed = seed;
        isBalanced = rates.IsBalanced;
        classes = [.. rates.Weights.Where(w => w.Weight > 0).Select(w => new SurveyClass(w.Class))];
        var sum = 0.0;
        cumulative = [.. rates.Weights.Where(w => w.Weight > 0).Select(w => sum += w.Weight)];
        var random = new ObjectRandom(seed, -1);
        fields = [.. Enumerable.Range(0, FieldCount).Select(_ => SurveyField.Draw(Timeline, random))];
    }

    /// <summary>The three years that ELAsTiCC simulates.</summary>
    public static Timeline Timeline { get; } = new(60275, 61380);

    /// <summary>What all objects have in common.</summary>
    public static CatalogSchema Schema { get; } =
        new("LSST-like simulation", LsstPassbands.All, BrightnessUnit.Flux, Magnitudes.ZeroPoint, ElasticcMetadata.Columns, Taxonomies.Elasticc);

    /// <summary>All visits of all fields.</summary>
    internal IEnumerable<Visit[]> Fields => fields.Select(pointing => pointing.Between(Timeline.Start, Timeline.End).ToArray());

    /// <summary>Simulates objects one after the other.</summary>
    /// <param name="first">Index of the first.</param>
    /// <param name="count">How many.</param>
    public Catalog Make(long first, int count)
    {
        var builder = new CatalogBuilder(Schema);
        var metadata = new float[Schema.Metadata.Length];
        var observed = new ObservedLightCurve();
        for (var index = first; index < first + count; index++)
        {
            Add(builder, index, metadata, observed);
        }

        return builder.Build();
    }

    /// <summary>Simulates objects in parallel and hands them out in order, some thousands at a time.</summary>
    /// <param name="first">Index of the first.</param>
    /// <param name="count">How many.</param>
    /// <param name="cancellation">Ends it between two chunks.</param>
    /// <exception cref="OperationCanceledException">It was ended.</exception>
    public IEnumerable<Catalog> Stream(long first, long count, CancellationToken cancellation = default)
    {
        var chunk = (int)Math.Clamp(count / 16, 100, 4000);
        var waiting = new Queue<Task<Catalog>>();
        for (var next = first; next < first + count || waiting.Count > 0;)
        {
            while (next < first + count && waiting.Count <= Environment.ProcessorCount)
            {
                var (start, length) = (next, (int)Math.Min(chunk, first + count - next));
                waiting.Enqueue(Task.Run(() => Make(start, length), cancellation));
                next += length;
            }

            cancellation.ThrowIfCancellationRequested();
            yield return waiting.Dequeue().GetAwaiter().GetResult();
        }
    }

    // An object that no visit detects is not in a survey's catalog: another of the same class is drawn.
    private void Add(CatalogBuilder builder, long index, float[] metadata, ObservedLightCurve observed)
    {
        var random = new ObjectRandom(seed, index);
        var ofObject = ClassOf(index, random);
        for (var attempt = 0; attempt < MaximumTries; attempt++)
        {
            var model = ofObject.Draw(random);
            if (model.Draw(Timeline, random) is { } source && TryAdd(builder, index, model, source, random, metadata, observed))
            {
                return;
            }
        }

        throw new InvalidOperationException($"No object of class '{ofObject.Name}' was detected in {MaximumTries} tries.");
    }

    private SurveyClass ClassOf(long index, Random random)
    {
        if (isBalanced)
        {
            return classes[index % classes.Length];
        }

        var place = Array.BinarySearch(cumulative, random.NextDouble() * cumulative[^1]);
        return classes[Math.Min(place < 0 ? ~place : place, classes.Length - 1)];
    }

    private bool TryAdd(CatalogBuilder builder, long index, SourceModel model, ISource source, Random random, float[] metadata, ObservedLightCurve observed)
    {
        var field = fields[random.Next(fields.Length)];
        var (from, to) = (Math.Max(source.Start, Timeline.Start), Math.Min(source.End, Timeline.End));
        var visits = field.Between(from - DaysBefore, to);
        var active = visits.FirstFrom(from);
        if (active == visits.Length)
        {
            return false;
        }

        var rightAscension = field.RightAscension + random.NextUniform(-1.5, 1.5);
        var declination = field.Declination + random.NextUniform(-1.5, 1.5);
        var reddening = SkyPosition.Reddening(SkyPosition.GalacticLatitude(rightAscension, declination), random);
        var dust = new GalacticDust(reddening * source.DustShare * Math.Max(0.5, random.NextNormal(1, 0.1)));
        var (host, second) = HostCandidates.Draw(model.Host, source, random);
        if (!observed.Observe(visits, active, source, host, dust, random) || observed.Count < MinimumVisits)
        {
            return false;
        }

        HostMetadata.Write(metadata, host, second, reddening, random);
        var id = string.Create(CultureInfo.InvariantCulture, $"{seed}-{index:D8}");
        builder.Add(new ObjectRow(id, model.Label, (rightAscension + 360) % 360, declination), metadata, observed.LightCurve);
        return true;
    }
}
