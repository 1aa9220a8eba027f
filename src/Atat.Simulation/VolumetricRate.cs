using Atat.LightCurves;

namespace Atat.Simulation;

/// <summary>Redshifts of events that happen so often per comoving volume and time at the source, seen on Earth.</summary>
public sealed class VolumetricRate
{
    private const int Steps = 1000;

    private readonly double maximum;
    private readonly double[] cumulative = new double[Steps + 1];

    /// <summary>Tabulates the distribution.</summary>
    /// <param name="maximum">Largest redshift.</param>
    /// <param name="rate">Rate at a redshift, in any unit.</param>
    public VolumetricRate(double maximum, Func<double, double> rate)
    {
        this.maximum = maximum;
        for (var i = 1; i <= Steps; i++)
        {
            var (from, to) = (maximum * (i - 1) / Steps, maximum * i / Steps);
            var volume = Cosmology.Standard.ComovingVolume(to) - Cosmology.Standard.ComovingVolume(from);
            var middle = (from + to) / 2;
            cumulative[i] = cumulative[i - 1] + (volume * rate(middle) / (1 + middle));
        }
    }

    /// <summary>Rate of star formation (Madau and Dickinson 2014, equation 15), M☉ per year and Mpc³.</summary>
    public static double StarFormation(double redshift) => 0.015 * Math.Pow(1 + redshift, 2.7) / (1 + Math.Pow((1 + redshift) / 2.9, 5.6));

    /// <summary>Draws a redshift.</summary>
    public double Draw(Random random)
    {
        var target = random.NextDouble() * cumulative[^1];
        var i = Array.BinarySearch(cumulative, target);
        i = Math.Clamp(i < 0 ? ~i : i, 1, Steps);
        var width = cumulative[i] - cumulative[i - 1];
        return maximum * (i - 1 + (width > 0 ? (target - cumulative[i - 1]) / width : 1)) / Steps;
    }
}
