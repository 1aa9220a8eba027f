using System.Globalization;
using Atat.Metrics;

namespace Atat.Reports.Studies;

/// <summary>Scores and amounts as a study's tables write them.</summary>
internal static class StudyText
{
    public const string Missing = "–";

    /// <summary>"0.823 ± 0.004" over folds, "0.823 (0.812 … 0.834)" over objects.</summary>
    public static string Score(StudyScore? score, int digits = 3) => score is not { } s || double.IsNaN(s.Mean) ? Missing
        : double.IsNaN(s.Deviation) ? $"{Fixed(s.Mean, digits)} ({Fixed(s.Low, digits)}\u00a0…\u00a0{Fixed(s.High, digits)})"
        : $"{Fixed(s.Mean, digits)}\u00a0±\u00a0{Fixed(s.Deviation, digits)}";

    /// <summary>"0.823 ± 0.004" over folds, "0.823" of one fold.</summary>
    public static string Short(StudyScore score, int digits = 3) =>
        double.IsNaN(score.Deviation) && !double.IsNaN(score.Mean) ? Fixed(score.Mean, digits) : Score(score, digits);

    /// <summary>A number with a sign.</summary>
    public static string Signed(double value, int digits = 3) => double.IsNaN(value) ? Missing
        : value.ToString($"+{Fraction(digits)};−{Fraction(digits)};{Fraction(digits)}", CultureInfo.InvariantCulture);

    /// <summary>Both ends of an interval of a difference.</summary>
    public static string Range(Interval interval) => $"{Signed(interval.Low)} … {Signed(interval.High)}";

    /// <summary>A p-value: three digits, or that it is smaller.</summary>
    public static string PValue(double p) => p < 0.001 ? "< 0.001" : Fixed(p, 3);

    /// <summary>A share in percent, with one digit, or more where it is close to the whole.</summary>
    public static string Percent(double share) => share.ToString(share > 0.99 ? "P2" : "P1", CultureInfo.InvariantCulture);

    /// <summary>A number with fixed digits.</summary>
    public static string Fixed(double value, int digits) =>
        double.IsNaN(value) ? Missing : value.ToString("F" + digits.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    /// <summary>A whole number with separators.</summary>
    public static string Whole(double value) => double.IsNaN(value) ? Missing : value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>Three significant digits.</summary>
    public static string Significant(double value) => double.IsNaN(value) ? Missing
        : value >= 100 ? Whole(value)
        : value.ToString("G3", CultureInfo.InvariantCulture);

    /// <summary>A day as text.</summary>
    public static string Day(double day) => day.ToString("0.##", CultureInfo.InvariantCulture);

    private static string Fraction(int digits) => "0." + new string('0', digits);
}
