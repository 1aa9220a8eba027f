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
    public LightCurve LightCurve => new(
        CollectionsMarshal.AsSpan(mjd),
        CollectionsMarshal.AsSpan(flux),
        CollectionsMarshal.AsSpan(fluxError),
        CollectionsMarshal.AsSpan(band),
        CollectionsMarshal.AsSpan(detected),
        CollectionsMarshal.AsSpan(saturated));

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
