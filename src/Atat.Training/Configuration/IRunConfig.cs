namespace Atat.Training.Configuration;

/// <summary>What the configurations of all kinds of models have.</summary>
public interface IRunConfig
{
    /// <summary>Seed of everything random.</summary>
    int Seed { get; }

    /// <summary>What the model reads: <c>lc</c> (light curve), <c>md</c> (metadata), <c>feat</c> (features).</summary>
    string[] Inputs { get; }

    /// <summary>Which data.</summary>
    DataConfig Data { get; }

    /// <summary>The model in some words, for reports.</summary>
    string Summary { get; }
}
