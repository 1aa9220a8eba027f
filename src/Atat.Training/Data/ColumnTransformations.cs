using Atat.Networks.Quantiles;

namespace Atat.Training.Data;

/// <summary>Fits the transformation of a tabular column.</summary>
internal static class ColumnTransformations
{
    /// <summary>Fits one column.</summary>
    /// <param name="values">Its training rows.</param>
    /// <param name="quantiles">Quantiles at most; 0 for a standardisation.</param>
    public static IColumnTransformation Fit(ReadOnlySpan<double> values, int quantiles) =>
        quantiles == 0 ? Standardisation.Fit(values) : QuantileTransformation.Fit(values, quantiles);
}
