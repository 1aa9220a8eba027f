using Atat.LightCurves;
using Atat.Networks;
using Atat.Training.Runs;

namespace Atat.Cli;

/// <summary>Guards verbs that run a network.</summary>
internal static class NativeNetwork
{
    /// <summary>Loads the native libraries if a run needs them: trees do not.</summary>
    /// <exception cref="InputException">It does, and they do not load here; says why.</exception>
    public static void RequireFor(RunFolder run)
    {
        if (run.ReadInfo().Model is ModelKind.Network or ModelKind.Autoencoder)
        {
            Require();
        }
    }

    /// <summary>Loads the native libraries.</summary>
    /// <exception cref="InputException">They do not load here; says why.</exception>
    public static void Require()
    {
        if (TorchRuntime.Problem() is { } problem)
        {
            throw new InputException($"The network cannot run here: {problem}");
        }
    }
}
