using System.Collections.Immutable;
using Atat.Features.SupernovaModel;

namespace Atat.Features.Tests.SupernovaModel;

/// <summary>An object of the reference light curves, with what the fit needs of it.</summary>
internal sealed record ReferenceObject(
    string Id, double Redshift, double Reddening, double[] Time, double[] Flux, double[] Error, byte[] Band, bool[] Detected)
{
    public static readonly ImmutableArray<string> Bands = ["u", "g", "r", "i", "z", "Y"];

    public static readonly SupernovaBands Survey = new(Bands, [3671, 4827, 6223, 7546, 8691, 9712]);

    public static ReferenceObject[] ReadAll()
    {
        var curves = ReferenceFeatures.Cells("light_curves.csv").ToLookup(row => row[0]);
        return
        [
            .. ReferenceFeatures.Cells("objects.csv").Select(row => new ReferenceObject(
                row[0],
                ReferenceFeatures.Number(row[1]),
                ReferenceFeatures.Number(row[2]),
                [.. curves[row[0]].Select(point => ReferenceFeatures.Number(point[1]))],
                [.. curves[row[0]].Select(point => ReferenceFeatures.Number(point[3]))],
                [.. curves[row[0]].Select(point => ReferenceFeatures.Number(point[4]))],
                [.. curves[row[0]].Select(point => (byte)Bands.IndexOf(point[2]))],
                [.. curves[row[0]].Select(point => point[5] == "1")])),
        ];
    }

    /// <summary>The rows that a preset fits, or null where it fits none.</summary>
    public BandedObservations? Prepare(FeaturePreset preset)
    {
        var thesis = preset == FeaturePreset.Thesis;
        var first = Enumerable.Range(0, Time.Length).Where(i => Detected[i]).Select(i => Time[i]).DefaultIfEmpty(double.NaN).Min();
        var kept = Enumerable.Range(0, Time.Length)
            .Where(i => !double.IsNaN(Flux[i]) && !double.IsNaN(Error[i])
                && (thesis ? Error[i] < 300 && Math.Abs(Flux[i]) < 50_000 : Time[i] > first - 30))
            .OrderBy(i => Time[i]).ToArray();
        if (kept.Length < (thesis ? 6 : 1))
        {
            return null;
        }

        var origin = thesis ? Time[kept[0]] : first;
        var rows = new Observations
        {
            Time = kept.Select(i => Time[i] - origin).ToArray(),
            Flux = kept.Select(i => Flux[i]).ToArray(),
            Error = kept.Select(i => Error[i]).ToArray(),
            Band = kept.Select(i => Band[i]).ToArray(),
            Detected = kept.Select(i => Detected[i]).ToArray(),
        };
        var result = new BandedObservations(Bands.Length);
        result.Fill(rows, Enumerable.Range(0, kept.Length).ToArray());
        return result;
    }

    public SupernovaFitOptions Options(FeaturePreset preset, bool published) => new()
    {
        Bands = Survey,
        Preset = preset,
        Published = published,
        Redshift = Redshift,
        Reddening = Reddening,
    };
}
