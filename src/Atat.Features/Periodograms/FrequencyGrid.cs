using System.Globalization;
using Atat.LightCurves;

namespace Atat.Features.Periodograms;

/// <summary>Equally spaced trial frequencies.</summary>
/// <param name="Start">First frequency, cycles a day.</param>
/// <param name="Step">Distance of neighbours, cycles a day.</param>
/// <param name="Count">Number of frequencies.</param>
public readonly record struct FrequencyGrid(double Start, double Step, int Count)
{
    /// <summary>Most frequencies of a fitted grid.</summary>
    public const int MostFrequencies = 8_000_000;

    /// <summary>The thesis's grid: 0.001 to 19.999 cycles a day in steps of 0.001, whatever the length of the light curve.</summary>
    public static FrequencyGrid Thesis { get; } = new(0.001, 0.001, 19_999);

    /// <summary>The frequency at an index, cycles a day.</summary>
    public double this[int index] => Start + (index * Step);

    /// <summary>A grid from one frequency to another with steps of about a share of the resolution 1/span.</summary>
    /// <param name="lowest">First frequency, cycles a day.</param>
    /// <param name="highest">Last frequency, cycles a day.</param>
    /// <param name="span">Time from first to last observation, days.</param>
    /// <param name="share">Step times span.</param>
    /// <param name="fewest">Fewest frequencies.</param>
    /// <exception cref="InputException">That would be more than <see cref="MostFrequencies"/>.</exception>
    public static FrequencyGrid OfSpan(double lowest, double highest, double span, double share = 0.2, int fewest = 1000)
    {
        var wanted = Math.Ceiling((highest - lowest) * span / share);
        if (wanted > MostFrequencies)
        {
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"A light curve of {span:G6} days searched down to periods of {1 / highest:G4} days needs {wanted:G6} frequencies, more than {MostFrequencies:N0}; search for longer periods, or with fewer harmonics."));
        }

        var count = Math.Max(fewest, (int)wanted);
        return new FrequencyGrid(lowest, (highest - lowest) / (count - 1), count);
    }

    /// <summary>Index of the frequency next to one, within the grid.</summary>
    public int Nearest(double frequency) => (int)Math.Clamp(Math.Round((frequency - Start) / Step), 0, Count - 1);
}
