using System.Runtime.InteropServices;
using Atat.LightCurves;

namespace Atat.Formats;

/// <summary>Collects one object's observations; used again for the next object.</summary>
internal sealed class LightCurveBuffer
{
    private readonly List<double> mjd = [];
    private readonly List<float> flux = [];
    private readonly List<float> fluxError = [];
    private readonly List<byte> band = [];
    private readonly List<bool> detected = [];
    private readonly List<bool> saturated = [];

    /// <summary>The observations added since it was cleared; valid until the next change.</summary>
    public LightCurve LightCurve => Slice(0, Count);

    /// <summary>Number of observations.</summary>
    public int Count => mjd.Count;

    /// <summary>Some of the observations; valid until the next change.</summary>
    public LightCurve Slice(int start, int length) => new(
        CollectionsMarshal.AsSpan(mjd).Slice(start, length),
        CollectionsMarshal.AsSpan(flux).Slice(start, length),
        CollectionsMarshal.AsSpan(fluxError).Slice(start, length),
        CollectionsMarshal.AsSpan(band).Slice(start, length),
        CollectionsMarshal.AsSpan(detected).Slice(start, length),
        CollectionsMarshal.AsSpan(saturated).Slice(start, length));

    /// <summary>Adds an observation.</summary>
    public void Add(double time, float value, float error, byte bandIndex, bool isDetected, bool isSaturated)
    {
        mjd.Add(time);
        flux.Add(value);
        fluxError.Add(error);
        band.Add(bandIndex);
        detected.Add(isDetected);
        saturated.Add(isSaturated);
    }

    /// <summary>Empties it.</summary>
    public void Clear()
    {
        mjd.Clear();
        flux.Clear();
        fluxError.Clear();
        band.Clear();
        detected.Clear();
        saturated.Clear();
    }
}
