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
}
