namespace Atat.Training.Configuration;

/// <summary>Which data a run trains on.</summary>
public sealed record DataConfig
{
    /// <summary>Path of the catalog, split into training and test parts and folds.</summary>
    public string Catalog { get; init; } = "";

    /// <summary>Fold held out for validation and model selection.</summary>
    public int ValidationFold { get; init; }

    /// <summary>Metadata columns used; empty for all of the catalog's.</summary>
    public string[] Metadata { get; init; } = [];

    /// <summary>Path of the table of features, for the input <c>feat</c>.</summary>
    public string Features { get; init; } = "";

    /// <summary>Features used, by name or by family; empty for all of the table's.</summary>
    public string[] FeatureColumns { get; init; } = [];

    /// <summary>
    /// Whether a network reads tabular columns through their quantile transformations (thesis section 4.3.3); otherwise they are
    /// standardised, with missing values at the mean. Nothing to trees.
    /// </summary>
    public bool Quantile { get; init; } = true;

    /// <summary>The same with paths that hold in any folder.</summary>
    public DataConfig WithFullPaths() => this with { Catalog = Full(Catalog), Features = Full(Features) };

    private static string Full(string path) => path.Length == 0 ? path : Path.GetFullPath(path);
}
