using Atat.Features;
using Atat.Formats.Parquet;
using Atat.LightCurves;
using Atat.Training.Configuration;
using Atat.Training.FeatureTables;

namespace Atat.Training.Tests.Trees;

/// <summary>The toy survey with the features of its objects at two days.</summary>
public sealed class TreeSurvey : IDisposable
{
    /// <summary>Objects of the survey.</summary>
    public const int Objects = 160;

    private readonly string folder = Directory.CreateTempSubdirectory("atat-tree-survey-").FullName;

    public TreeSurvey()
    {
        var path = Path.Combine(folder, "catalog.parquet");
        CatalogFile.Write(path, Catalog);
        FeatureComputation.Run(new FeatureJob(path, [8, 2048], new FeatureSettings { Preset = FeaturePreset.Composite }, Features, 2), null, CancellationToken.None);
    }

    /// <summary>The objects.</summary>
    public Catalog Catalog { get; } = ToySurvey.Make(Objects);

    /// <summary>Path of the table of features.</summary>
    public string Features => Path.Combine(folder, "features.parquet");

    /// <summary>A small model.</summary>
    public TreeConfig Config(TreeKind kind) => new()
    {
        Model = kind,
        Seed = 3,
        Days = [8, 2048],
        Data = new DataConfig { Features = Features },
        Forest = new ForestConfig { Trees = 30, TransientTrees = 20 },
        Boosted = new BoostedSettings { Rounds = 30, Patience = 5, FeatureFraction = 0.5, MinDataInLeaf = 5 },
    };

    /// <inheritdoc/>
    public void Dispose() => Directory.Delete(folder, recursive: true);
}
