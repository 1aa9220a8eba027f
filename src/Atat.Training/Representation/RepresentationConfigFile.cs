using Atat.LightCurves;
using Atat.Training.Configuration;

namespace Atat.Training.Representation;

/// <summary>Reads and writes <see cref="RepresentationConfig"/> as YAML. Strict: a key that does not exist is an error that names the nearest one.</summary>
public static class RepresentationConfigFile
{
    /// <summary>Reads a file over the defaults.</summary>
    /// <exception cref="InputException">The file cannot be read, is no YAML, or has an unknown key or a value of the wrong kind.</exception>
    public static RepresentationConfig Read(string path) => StrictYaml.Read(path, Parse);

    /// <summary>Reads YAML text; <paramref name="source"/> names it in messages.</summary>
    /// <exception cref="InputException">As <see cref="Read"/>.</exception>
    public static RepresentationConfig Parse(TextReader text, string source) =>
        Check(StrictYaml.Over(new RepresentationConfig(), StrictYaml.Keys(text, source), source), source);

    /// <summary>Applies overrides of the form <c>key.key=value</c>.</summary>
    /// <exception cref="InputException">An unknown key or a value of the wrong kind.</exception>
    public static RepresentationConfig With(RepresentationConfig config, IEnumerable<string> overrides) =>
        Check(StrictYaml.With(config, overrides), "--set");

    /// <summary>Writes YAML that <see cref="Read"/> gives back.</summary>
    public static string Write(RepresentationConfig config) => StrictYaml.Write(config);

    private static RepresentationConfig Check(RepresentationConfig config, string source)
    {
        (bool Holds, string Message)[] rules =
        [
            (config.BatchSize >= 1, "batch_size must be at least 1"),
            (config.MicroBatch >= 0, "micro_batch must not be negative"),
            (config.LearningRate > 0 && double.IsFinite(config.LearningRate), "learning_rate must be above 0"),
            (config.Patience >= 1, "patience must be at least 1"),
            (config.Tolerance is >= 0 and < 1, "tolerance must be at least 0 and below 1"),
            (config.MostEpochs >= 1, "most_epochs must be at least 1"),
            (config.LeastSteps >= 1, "least_steps must be at least 1"),
            (config.FineTuningShare is >= 0 and <= 1, "fine_tuning_share must be from 0 to 1"),
            (config.Data.MostInBand >= 1, "data.most_in_band must be at least 1"),
            (config.Data.NoiseVariance >= 0 && double.IsFinite(config.Data.NoiseVariance), "data.noise_variance must not be negative"),
        ];
        foreach (var (holds, message) in rules)
        {
            if (!holds)
            {
                throw new InputException($"{source}: {message}.");
            }
        }

        return config;
    }
}
