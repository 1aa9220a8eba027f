using Atat.Networks;
using Atat.Training.Configuration;

namespace Atat.Cli.Verbs;

/// <summary>How long a demo takes.</summary>
/// <param name="Folder">Folder that it writes to unless told otherwise.</param>
/// <param name="ObjectsPerClass">Objects that are simulated of every class.</param>
/// <param name="TestPerClass">Of these, for the test.</param>
/// <param name="Network">Network.</param>
/// <param name="Steps">Steps of training.</param>
/// <param name="EvaluateEvery">Steps between two looks at the validation fold.</param>
/// <param name="Days">Days after the first detection that the report shows.</param>
internal sealed record DemoSize(string Folder, int ObjectsPerClass, int TestPerClass, NetworkConfig Network, int Steps, int EvaluateEvery, double[] Days)
{
    /// <summary>Within a minute.</summary>
    public static DemoSize Quick { get; } = new(
        "demo-quick",
        100,
        25,
        new NetworkConfig { LightCurve = new TransformerShape(4, 12, 2), Tabular = new TransformerShape(4, 8, 1), Harmonics = 32 },
        150,
        50,
        [2, 8, 32, 128, 2048]);

    /// <summary>Some minutes: the default.</summary>
    public static DemoSize Usual { get; } = new(
        "demo",
        400,
        100,
        new NetworkConfig { LightCurve = new TransformerShape(4, 16, 3), Tabular = new TransformerShape(4, 12, 2), Harmonics = 48 },
        700,
        100,
        EvaluateVerb.DefaultDays);

    /// <summary>Hours, with the network of the default preset.</summary>
    public static DemoSize Full { get; } = new("demo-full", 2000, 250, new NetworkConfig(), 12_000, 500, EvaluateVerb.DefaultDays);
}
