using System.Collections.Immutable;
using Atat.Features;

namespace Atat.Training.FeatureParity;

/// <summary>What counts as agreement, family by family: exact arithmetic must agree exactly, single precision and optimisers within what they leave open.</summary>
/// <param name="settings">What is compared.</param>
internal sealed class ParityRules(FeatureSettings settings)
{
    private const double WellConditioned = 1e6;
    private const double SmallestAmplitude = 1e-9;

    // Below this the power at 10 days is what is left of two nearly equal numbers.
    private const double SmallestPower = 1e-5;

    // Values that depend on the order of equal times, which published codes sort as it happens.
    private const double TiedShare = 0.998;

    // Fits at periods of hours feel how an angle of ten million radians was rounded.
    private const double HarmonicShare = 0.997;

    private readonly Dictionary<string, ParityTally> tallies = new(StringComparer.Ordinal);

    private bool InDouble => !settings.Published;

    private bool Thesis => settings.Preset == FeaturePreset.Thesis;

    /// <summary>Counts a value.</summary>
    /// <param name="place">Object and column.</param>
    /// <param name="column">The column.</param>
    /// <param name="expected">The reference's value.</param>
    /// <param name="actual">Ours.</param>
    /// <param name="context">The reference's other values of the object and band.</param>
    public void Add(string place, FeatureColumn column, double expected, double actual, ParityContext context)
    {
        var name = column.Feature.Name;
        switch (column.Family.Name)
        {
            case "turbo-fats" when name == "IAR_phi":
                Tally("IAR_phi", "1e-6", 0.997).Add(place, expected, actual, 1e-6);
                break;
            case "turbo-fats":
                Tally("turbo-fats without IAR_phi", "1e-9 relative", Thesis ? TiedShare : 1).AddRelative(place, expected, actual, 1e-9);
                break;
            case "MHPS":
                AddPower(place, name, expected, actual, context.HighPower);
                break;
            case "period" or "period by band" or "power rates":
                AddPeriod(place, name, expected, actual);
                break;
            case "Folded-Kim":
                Tally("Folded-Kim", "1e-9 relative, at the reference's period", Thesis ? TiedShare : 1).AddRelative(place, expected, actual, 1e-9);
                break;
            case "harmonics":
                AddHarmonic(place, name, expected, actual, context);
                break;
            case "GP-DRW":
                Tally("GP-DRW", "1e-2 relative", 0.8).AddRelative(place, expected, actual, 1e-2);
                break;
            case "SPM":
                break;
            default:
                Tally(column.Family.Name, "1e-12 relative", 1).AddRelative(place, expected, actual, 1e-12);
                break;
        }
    }

    /// <summary>Counts a fit of the supernova model: its loss may exceed by 5 % the highest that the reference itself ends at.</summary>
    public void AddLoss(string place, double highest, double actual)
    {
        if (settings.Published)
        {
            Tally("SPM", "loss at most 5 % above the reference's", 0.9).Add(place, highest, Math.Max(highest, actual), 0.05 * highest);
        }
    }

    /// <summary>What was counted.</summary>
    public ImmutableArray<ParityRow> Rows(string set) => [.. tallies.Values.Select(tally => tally.ToRow(set))];

    private void AddPower(string place, string name, double expected, double actual, double highPower)
    {
        if (name is "MHPS_PN_flag" or "MHPS_non_zero")
        {
            Tally("MHPS flag and count", "equal", InDouble && Thesis ? 0.95 : 1).Add(place, expected, actual, 0);
        }
        else if (name == "MHPS_low" || !(highPower < SmallestPower))
        {
            var (tolerance, rule, required) = (InDouble, Thesis) switch
            {
                (true, true) => (2e-2, "2e-2 relative", 0.95),
                (true, false) => (1e-6, "1e-6 relative", 1),
                _ when name == "MHPS_low" => (1e-4, "1e-4 relative", 0.998),
                _ => (1e-3, "1e-3 relative", 1),
            };
            Tally(name == "MHPS_low" ? name : "MHPS_high, MHPS_ratio", rule, required).AddRelative(place, expected, actual, tolerance);
        }
    }

    private void AddPeriod(string place, string name, double expected, double actual)
    {
        var isPeriod = name is "Multiband_period" or "Period_band" or "delta_period";
        if (!Thesis)
        {
            Tally(isPeriod ? "periods" : "PPE, power rates", isPeriod ? "1e-6 relative" : "3e-4 relative", 0.99).AddRelative(place, expected, actual, isPeriod ? 1e-6 : 3e-4);
        }
        else if (settings.Published)
        {
            Tally(name == "Multiband_period" ? name : isPeriod ? "Period_band, delta_period" : "PPE, power rates", "1e-3 relative", 0.97).AddRelative(place, expected, actual, 1e-3);
        }
        else
        {
            // Single precision alone moves these: no more is asked of double precision than that most periods are the same.
            Tally(name == "Multiband_period" ? name : isPeriod ? "Period_band, delta_period" : "PPE, power rates", "1e-3 relative", 0).AddRelative(place, expected, actual, 1e-3);
        }
    }

    private void AddHarmonic(string place, string name, double expected, double actual, ParityContext context)
    {
        var condition = context.Condition;
        if (!(condition <= WellConditioned))
        {
            return;
        }

        if (name.StartsWith("Harmonics_phase", StringComparison.Ordinal))
        {
            if (!(context.Amplitude(name) < SmallestAmplitude))
            {
                var distance = Math.Abs(expected - actual) % (2 * Math.PI);
                distance = Math.Min(distance, (2 * Math.PI) - distance);
                Tally("harmonics, phases", "1e-5 or 1e-8 of the condition number", HarmonicShare).Add(place, double.IsNaN(distance) ? expected : 0, double.IsNaN(distance) ? actual : distance, Math.Max(1e-5, 1e-8 * condition));
            }
        }
        else if (name.StartsWith("Harmonics_mag", StringComparison.Ordinal) ? !(expected < SmallestAmplitude) : !context.ExactFit)
        {
            Tally("harmonics, amplitudes and residuals", "1e-6 or 1e-9 of the condition number, relative", HarmonicShare).AddRelative(place, expected, actual, Math.Max(1e-6, 1e-9 * condition));
        }
    }

    private ParityTally Tally(string family, string rule, double required)
    {
        if (!tallies.TryGetValue(family, out var tally))
        {
            tallies.Add(family, tally = new ParityTally(family, rule, required));
        }

        return tally;
    }
}
