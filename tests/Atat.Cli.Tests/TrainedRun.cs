using Atat.Formats.Parquet;
using Atat.LightCurves;
using Atat.LightCurves.Splits;
using Atat.Simulation;

namespace Atat.Cli.Tests;

/// <summary>A tiny network, trained by the command line for two steps: shared by the tests of what can be done with a run.</summary>
public sealed class TrainedRun : IAsyncLifetime
{
    /// <summary>Settings that make a network tiny.</summary>
    public static readonly string[] Tiny =
    [
        "--set", "network.light_curve.heads=2", "--set", "network.light_curve.head_width=4", "--set", "network.light_curve.layers=1",
        "--set", "network.tabular.heads=1", "--set", "network.tabular.head_width=4", "--set", "network.tabular.layers=1",
        "--set", "network.harmonics=4", "--set", "batch.size=8", "--set", "stopping.steps=2", "--set", "stopping.evaluate_every=1",
    ];

    /// <summary>Everything lies here.</summary>
    public TemporaryFolder Folder { get; } = new();

    /// <summary>Path of the catalog: 12 objects of each of 4 classes, 2 of each for the test.</summary>
    public string CatalogPath => Folder["c.parquet"];

    /// <summary>Path of the run folder.</summary>
    public string Run => Folder["run"];

    /// <summary>What training printed.</summary>
    public (int Exit, string Output, string Error) Training { get; private set; }

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        CatalogFile.Write(CatalogPath, StratifiedSplit.Apply(FourClasses(), TestSize.PerClass(2), 5, 0));
        Training = await CommandLine.Run(["train", "--data", CatalogPath, "--inputs", "lc,md", "--mta", "--run", Run, "--seed", "3", "--threads", "1", .. Tiny]);
    }

    /// <summary>Twelve objects of each of four classes, of three branches.</summary>
    internal static Catalog FourClasses()
    {
        string[] names = ["Ia", "II", "Dwarf Novae", "Cepheid"];
        var builder = new CatalogBuilder(SimulatedSurvey.Schema with
        {
            Taxonomy = new Taxonomy(Taxonomies.Elasticc.Entries.Where(entry => names.Contains(entry.Class))),
        });
        for (var i = 0; i < names.Length; i++)
        {
            builder.Add(new SimulatedSurvey(5, ClassRates.Of([new ClassWeight(names[i], 1)])).Make(12 * i, 12));
        }

        return builder.Build();
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync()
    {
        Folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
