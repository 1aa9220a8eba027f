using System.Globalization;
using Atat.LightCurves;

namespace Atat.Training.Configuration;

/// <summary>Everything needed to train trees again; stands as <c>config.yaml</c> in the run folder.</summary>
public sealed record TreeConfig : IRunConfig
{
    /// <summary>How the trees are put together.</summary>
    public TreeKind Model { get; init; }

    /// <inheritdoc/>
    public int Seed { get; init; } = 1;

    /// <summary>What the trees read: <c>md</c> (metadata), <c>feat</c> (features).</summary>
    public string[] Inputs { get; init; } = ["md", "feat"];

    /// <summary>Days after the first detection that every object is trained at, one row each (thesis section 4.4.1).</summary>
    public double[] Days { get; init; } = [8, 128, 2048];

    /// <inheritdoc/>
    public DataConfig Data { get; init; } = new();

    /// <summary>How random forests are grown.</summary>
    public ForestConfig Forest { get; init; } = new();

    /// <summary>How boosted trees are grown.</summary>
    public BoostedSettings Boosted { get; init; } = new();

    /// <inheritdoc/>
    public string Summary => string.Create(CultureInfo.InvariantCulture, $"{Name}, inputs {string.Join(" + ", Inputs)} at days {string.Join(", ", TrainingDays())}");

    /// <summary>Training days, ascending, each once; whole light curves stand at day 2048.</summary>
    public double[] TrainingDays() => Window.Distinct(Days);

    private string Name => Model switch
    {
        TreeKind.Hierarchical => "balanced hierarchical random forest",
        TreeKind.Balanced => "balanced random forest",
        _ => "gradient-boosted trees",
    };
}
