using Atat.Features;

namespace Atat.Training.FeatureParity;

/// <summary>One light curve of the reference, as its extractors were given it.</summary>
/// <param name="Id">Identifier.</param>
/// <param name="Information">Position, redshift and reddening.</param>
/// <param name="Time">MJD, in the order of the file.</param>
/// <param name="Band">Index into ugrizY.</param>
/// <param name="Flux">FLUXCAL; NaN where it is missing.</param>
/// <param name="Error">FLUXCAL.</param>
/// <param name="Detected">The survey's flag.</param>
public sealed record ReferenceObject(string Id, ObjectInformation Information, double[] Time, byte[] Band, double[] Flux, double[] Error, bool[] Detected)
{
    /// <summary>The observations as the extractor takes them.</summary>
    public Observations Observations => new() { Time = Time, Flux = Flux, Error = Error, Band = Band, Detected = Detected };
}
