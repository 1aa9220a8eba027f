using Atat.LightCurves;

namespace Atat.Training.Benchmarks;

/// <summary>
/// Light curves as long as those of the Supernova Photometric Classification Challenge in their window: four bands, every quantile of
/// the lengths in turn. Their fluxes mean nothing.
/// </summary>
public static class SpccLengths
{
    // Observations in the windows of the challenge's 15,956 objects: the quantiles at 1 %, 3 % … 99 %.
    private static readonly int[] Lengths =
    [
        16, 20, 23, 24, 27, 28, 32, 33, 36, 36, 38, 40, 43, 44, 47, 49, 52, 54, 57, 60, 63, 66, 69, 72, 74,
        76, 79, 81, 82, 85, 87, 89, 91, 92, 94, 96, 98, 100, 102, 104, 107, 109, 112, 114, 116, 119, 124, 128, 133, 144,
    ];

    /// <summary>Makes a catalog of some objects.</summary>
    public static Catalog Make(int count)
    {
        Passband[] bands = [new("g", 4820), new("r", 6422), new("i", 7807), new("z", 9158)];
        var schema = new CatalogSchema("SPCC lengths", [.. bands], BrightnessUnit.Flux, 27.5, [], Taxonomies.Elasticc);
        var builder = new CatalogBuilder(schema);
        var random = new Random(1);
        for (var i = 0; i < count; i++)
        {
            var length = Lengths[i % Lengths.Length];
            var (mjd, flux, error, band) = (new double[length], new float[length], new float[length], new byte[length]);
            for (var j = 0; j < length; j++)
            {
                (mjd[j], flux[j], error[j], band[j]) = (56000 + (2.0 * j / bands.Length), 100 * random.NextSingle(), 1, (byte)(j % bands.Length));
            }

            // All detected: the window is the whole of it.
            var detected = new bool[length];
            Array.Fill(detected, value: true);
            builder.Add(new ObjectRow($"{i}"), [], new LightCurve(mjd, flux, error, band, detected, new bool[length]));
        }

        return builder.Build();
    }
}
