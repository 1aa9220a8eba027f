using Atat.Formats.Parquet;
using Atat.LightCurves.Splits;

namespace Atat.Cli.Tests;

/// <summary>A small hierarchical forest, trained by the command line: shared by the tests of what can be done with one.</summary>
public sealed class TrainedForest : IAsyncLifetime
{
    /// <summary>Settings that make trees small.</summary>
    public static readonly string[] Small =
    [
        "--days", "8,2048", "--seed", "3", "--threads", "1", "--set", "forest.trees=20", "--set", "forest.transient_trees=10",
        "--set", "boosted.rounds=5", "--set", "boosted.min_data_in_leaf=3",
    ];

    /// <summary>Everything lies here.</summary>
    public TemporaryFolder Folder { get; } = new();

    /// <summary>Path of the catalog: 12 objects of each of 4 classes, 2 of each for the test.</summary>
    public string CatalogPath => Folder["c.parquet"];

    /// <summary>Path of the table of features.</summary>
    public string Features => Folder["f.parquet"];

    /// <summary>Path of the run folder.</summary>
    public string Run => Folder["run"];

    /// <summary>What training printed.</summary>
    public (int Exit, string Output, string Error) Training { get; private set; }

    /// <summary>Trains a model.</summary>
    public Task<(int Exit, string Output, string Error)> Train(string run, params string[] options) =>
        CommandLine.Run(["forest", "--data", CatalogPath, "--features", Features, "--run", run, .. Small, .. options]);

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        CatalogFile.Write(CatalogPath, StratifiedSplit.Apply(TrainedRun.FourClasses(), TestSize.PerClass(2), 5, 0));
        await CommandLine.Succeed("features", CatalogPath, "--days", "8,2048", "--out", Features, "--threads", "1");
        Training = await Train(Run);
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
