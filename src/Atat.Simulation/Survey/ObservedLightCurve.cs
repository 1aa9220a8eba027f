using Atat.LightCurves;
using Atat.Simulation.Hosts;
using Atat.Simulation.Light;

namespace Atat.Simulation.Survey;

/// <summary>What the survey measures of one source; the buffers serve one object after the other.</summary>
internal sealed class ObservedLightCurve
{
    private readonly double[] steady = new double[LsstPassbands.Count];
    private readonly double[] surface = new double[LsstPassbands.Count];
    private double[] expected = [];
    private double[] mjd = [];
    private float[] flux = [];
    private float[] error = [];
    private byte[] band = [];
    private bool[] detected = [];
    private bool[] saturated = [];
    private int start;
    private int end;

    /// <summary>Number of observations.</summary>
    public int Count => end - start;

    /// <summary>The observations; a view that the next object overwrites.</summary>
    public LightCurve LightCurve => new(
        mjd.AsSpan(start, Count),
        flux.AsSpan(start, Count),
        error.AsSpan(start, Count),
        band.AsSpan(start, Count),
        detected.AsSpan(start, Count),
        saturated.AsSpan(start, Count));

    /// <summary>Observes a source; false where no visit detects it.</summary>
    /// <param name="visits">Visits before the source is active, and while it is.</param>
    /// <param name="active">Index of the first visit while it is active.</param>
    /// <param name="source">What shines.</param>
    /// <param name="host">Galaxy beneath it, or null.</param>
    /// <param name="dust">The Milky Way's dust before it.</param>
    /// <param name="random">Source of randomness.</param>
    public bool Observe(ReadOnlySpan<Visit> visits, int active, ISource source, Galaxy? host, GalacticDust dust, Random random)
    {
        Reserve(visits.Length);
        Array.Clear(expected, 0, active);
        source.Observe(visits[active..], expected.AsSpan(active, visits.Length - active));
        for (var b = 0; b < LsstPassbands.Count; b++)
        {
            steady[b] = source.Steady(b) * dust[b];
            surface[b] = host?.SurfaceBrightness(b) ?? 0;
        }

        var first = Detect(visits, active, dust, random);
        if (first < 0)
        {
            return false;
        }

        start = visits.FirstFrom(visits[first].Mjd - SimulatedSurvey.DaysBefore);
        end = visits.Length;
        for (var i = start; i < end; i++)
        {
            Measure(i, visits[i], random);
        }

        return true;
    }

    // Index of the first detection, or -1.
    private int Detect(ReadOnlySpan<Visit> visits, int active, GalacticDust dust, Random random)
    {
        var first = -1;
        Array.Clear(detected, 0, visits.Length);
        for (var i = active; i < visits.Length; i++)
        {
            ref var value = ref expected[i];
            var b = visits[i].Band;
            value *= dust[b];
            if (Math.Abs(value) > Noise.LeastSignal * visits[i].Sky
                && !Noise.IsSaturated(visits[i], steady[b] + value)
                && random.NextDouble() < Noise.DetectionEfficiency(Math.Abs(value) / Noise.Deviation(visits[i], value, steady[b], surface[b])))
            {
                detected[i] = true;
                first = first < 0 ? i : first;
            }
        }

        return first;
    }

    private void Measure(int i, in Visit visit, Random random)
    {
        var difference = expected[i];
        var deviation = Noise.Deviation(visit, difference, steady[visit.Band], surface[visit.Band]);
        mjd[i] = visit.Mjd;
        band[i] = visit.Band;
        flux[i] = (float)random.NextNormal(difference, deviation);
        error[i] = (float)deviation;
        saturated[i] = Noise.IsSaturated(visit, steady[visit.Band] + difference);
    }

    private void Reserve(int count)
    {
        if (mjd.Length < count)
        {
            expected = new double[2 * count];
            mjd = new double[2 * count];
            flux = new float[2 * count];
            error = new float[2 * count];
            band = new byte[2 * count];
            detected = new bool[2 * count];
            saturated = new bool[2 * count];
        }
    }
}
