namespace Atat.Networks.Quantiles;

/// <summary>What one tabular column goes through before its token is made of it.</summary>
public interface IColumnTransformation
{
    /// <summary>Transforms one value; one that is not finite counts as missing.</summary>
    /// <returns>A finite value.</returns>
    double Transform(double value);
}
