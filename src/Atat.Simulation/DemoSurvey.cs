using Atat.LightCurves;
using Atat.Simulation.Sources;

namespace Atat.Simulation;

/// <summary>
/// A small survey in four bands with four classes, two of them easily confused, made to try the whole chain without any data:
/// irregular and noisy difference fluxes over two seasons, photometric redshifts of host galaxies that are often missing or wrong.
/// </summary>
public static class DemoSurvey
{
    /// <summary>An observation this many standard deviations above the noise is a detection.</summary>
    public const double DetectionThreshold = 5;

    private const int Fields = 12;
    private const int MinimumDetections = 3;

    private static readonly CatalogSchema Schema = new(
        "demo",
        [new("g", 4827), new("r", 6223), new("i", 7546), new("z", 8691)],
        BrightnessUnit.Flux,
        Magnitudes.ZeroPoint,
        [new("host_photoz", MetadataRole.Redshift), new("host_photoz_err", MetadataRole.RedshiftError), new("mwebv", MetadataRole.MilkyWayReddening)],
        new Taxonomy(
        [
            new("SN Ia", "SN Ia", Branch.Transient),
            new("SN II", "SN II", Branch.Transient),
            new("Dwarf nova", "Dwarf nova", Branch.Stochastic),
            new("Cepheid", "Cepheid", Branch.Periodic),
        ]));

    /// <summary>Galactic extinction in magnitudes for E(B-V) = 1 (Schlafly and Finkbeiner 2011, R_V = 3.1).</summary>
    private static readonly double[] Extinction = [3.237, 2.176, 1.595, 1.217];

    /// <summary>Simulates so many objects of every class.</summary>
    /// <param name="objectsPerClass">Objects of every class, each with at least three detections.</param>
    /// <param name="seed">The same seed gives the same catalog.</param>
    public static Catalog Make(int objectsPerClass, int seed)
    {
        var random = new Random(seed);
        var cadence = new Cadence { Depths = [24.0, 23.8, 23.5, 23.0] };
        var fields = Enumerable.Range(0, Fields).Select(_ => cadence.Draw(random)).ToArray();
        var builder = new CatalogBuilder(Schema);
        for (var n = 0; n < objectsPerClass; n++)
        {
            foreach (var name in Schema.Taxonomy.Classes)
            {
                var id = $"DEMO-{builder.Count + 1:D5}";
                while (!TryAdd(builder, id, name, cadence, fields, random))
                {
                }
            }
        }

        return builder.Build();
    }

    private static Source Draw(string name, Cadence cadence, Random random) => name switch
    {
        "SN Ia" => TypeIa.Draw(cadence.Start - 30, cadence.End, random),
        "SN II" => TypeII.Draw(cadence.Start - 30, cadence.End, random),
        "Dwarf nova" => DwarfNova.Draw(cadence.Start, cadence.End, random),
        _ => Cepheid.Draw(random),
    };

    // What is too faint or falls between the seasons is not in a survey's catalog: false, and another is drawn.
    private static bool TryAdd(CatalogBuilder builder, string id, string name, Cadence cadence, List<Visit>[] fields, Random random)
    {
        var source = Draw(name, cadence, random);
        var field = random.Next(fields.Length);
        var visits = fields[field];
        var reddening = Math.Exp(random.NextNormal(Math.Log(0.04), 0.6));
        var flux = new float[visits.Count];
        var error = new float[visits.Count];
        var detected = new bool[visits.Count];
        for (var i = 0; i < visits.Count; i++)
        {
            var visit = visits[i];
            var dust = Math.Pow(10, -0.4 * Extinction[visit.Band] * reddening);
            var expected = dust * source.Flux(visit.Mjd, Schema.Passbands[visit.Band].Wavelength);
            var deviation = Math.Sqrt((visit.Sky * visit.Sky) + (0.02 * visit.Sky * Math.Abs(expected)) + (1e-4 * expected * expected));
            flux[i] = (float)random.NextNormal(expected, deviation);
            error[i] = (float)deviation;
            detected[i] = Math.Abs(flux[i]) > DetectionThreshold * error[i];
        }

        if (detected.Count(d => d) < MinimumDetections)
        {
            return false;
        }

        var (photoz, photozError) = HostRedshift(source.Redshift, random);
        builder.Add(
            new ObjectRow(id, name, (30 * field) + random.NextUniform(-1.5, 1.5), random.NextUniform(-45, -42)),
            [photoz, photozError, (float)reddening],
            new LightCurve(
                [.. visits.Select(v => v.Mjd)],
                flux,
                error,
                [.. visits.Select(v => v.Band)],
                detected,
                new bool[visits.Count]));
        return true;
    }

    // A quarter of the hosts is too faint to be seen; a star has a chance neighbour instead, now and then.
    private static (float Value, float Error) HostRedshift(double redshift, Random random)
    {
        if (redshift > 0 ? random.NextDouble() < 0.25 : random.NextDouble() < 0.8)
        {
            return (float.NaN, float.NaN);
        }

        var hidden = redshift > 0 && random.NextDouble() > 0.05 ? redshift : random.NextUniform(0.05, 0.9);
        var error = 0.03 * (1 + hidden) * random.NextUniform(0.7, 1.5);
        return ((float)Math.Abs(random.NextNormal(hidden, error)), (float)error);
    }
}
