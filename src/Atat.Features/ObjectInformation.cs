namespace Atat.Features;

/// <summary>What features use of an object beyond its light curve; NaN where it is unknown.</summary>
/// <param name="RightAscension">Degrees.</param>
/// <param name="Declination">Degrees.</param>
/// <param name="Redshift">Heliocentric redshift; negative where there is no host.</param>
/// <param name="Reddening">Milky Way reddening E(B-V), mag.</param>
public readonly record struct ObjectInformation(double RightAscension, double Declination, double Redshift, double Reddening)
{
    /// <summary>The metadata that the thesis counts among the features.</summary>
    public static FeatureFamily Metadata { get; } = new(
        "metadata",
        "Metadata that the supernova model uses, as the survey gives them.",
        "Thesis section 4.4.1",
        FeatureScope.Object,
        [
            new("redshift_helio", "heliocentric redshift of the host", "1", 0, "NaN where the survey has none"),
            new("mwebv", "Milky Way reddening E(B-V)", "mag", 0, "NaN where the survey has none"),
        ]);

    /// <summary>The time over which an object was detected.</summary>
    public static FeatureFamily Timespan { get; } = new(
        "timespan",
        "How long the object was seen.",
        "ALeRCE's lc_classifier",
        FeatureScope.Object,
        [new("Timespan", "last - first detection", "days", 1)]);

    /// <summary>The position on the sky.</summary>
    public static FeatureFamily Coordinates { get; } = new(
        "coordinates",
        "Unit vector to the object; leave it out where objects are not simulated where they are seen (thesis section 4.4.1).",
        "ALeRCE's lc_classifier",
        FeatureScope.Object,
        [
            new("Coordinate_x", "cos ra cos dec", "1", 1, "NaN without a detection or position"),
            new("Coordinate_y", "sin ra cos dec", "1", 1, "NaN without a detection or position"),
            new("Coordinate_z", "sin dec", "1", 1, "NaN without a detection or position"),
        ]);

    /// <summary>The unit vector to the object.</summary>
    /// <param name="values">Receives x, y and z.</param>
    internal void Direction(Span<double> values)
    {
        var (sinAscension, cosAscension) = Math.SinCos(RightAscension * Math.PI / 180);
        var (sinDeclination, cosDeclination) = Math.SinCos(Declination * Math.PI / 180);
        values[0] = cosAscension * cosDeclination;
        values[1] = sinAscension * cosDeclination;
        values[2] = double.IsNaN(RightAscension) ? double.NaN : sinDeclination;
    }
}
