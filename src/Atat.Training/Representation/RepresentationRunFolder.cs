using System.Collections.Immutable;
using System.Text.Json;
using Atat.Formats.Files;
using Atat.LightCurves;
using Atat.Metrics.Embeddings;
using Atat.Networks.Weights;
using Atat.Training.Runs;
using static TorchSharp.torch;

namespace Atat.Training.Representation;

/// <summary>
/// The run folder of an autoencoder: <c>run.json</c>, <c>config.yaml</c>, <c>best.safetensors</c>, <c>bands.json</c>, <c>metrics.jsonl</c>, the checkpoint, and, once it is
/// evaluated, <c>evaluation/scores.json</c> and <c>evaluation/test.safetensors</c>.
/// </summary>
/// <param name="Path">The folder.</param>
public sealed record RepresentationRunFolder(string Path)
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
        WriteIndented = true,
    };

    private static readonly JsonSerializerOptions JsonLine = new(Json) { WriteIndented = false };

    private readonly RunFolder run = new(Path);

    /// <summary>What every run folder has.</summary>
    public RunFolder Run => run;

    /// <summary>Weights of the pass with the lowest squared error.</summary>
    public string Best => run.Best;

    /// <summary>Everything that training goes on from.</summary>
    public string Checkpoint => run.Checkpoint;

    /// <summary>Embeddings of the test series, their classes, and those that the probes gave them.</summary>
    public string TestEmbeddings => System.IO.Path.Combine(run.Evaluation, "test.safetensors");

    /// <summary>Whether the autoencoder is trained and evaluated.</summary>
    public bool IsDone => File.Exists(Scores);

    /// <summary>Whether weights and embeddings are still there, beside the scores.</summary>
    public bool IsDrawable => IsDone && File.Exists(Best) && File.Exists(TestEmbeddings);

    private string Scores => System.IO.Path.Combine(run.Evaluation, "scores.json");

    /// <summary>Reads <c>config.yaml</c>.</summary>
    /// <exception cref="InputException">The file is missing or damaged.</exception>
    public RepresentationConfig ReadConfig() => RepresentationConfigFile.Read(In("config.yaml"));

    /// <summary>Writes <c>config.yaml</c>.</summary>
    public void Write(RepresentationConfig config) => WriteText(In("config.yaml"), RepresentationConfigFile.Write(config));

    /// <summary>Reads the names of the bands that the autoencoder knows, from <c>bands.json</c>.</summary>
    /// <exception cref="InputException">The file is missing or damaged.</exception>
    public ImmutableArray<string> ReadBands() => Read<ImmutableArray<string>>(In("bands.json"), "restore it from a copy of the run");

    /// <summary>Writes <c>bands.json</c>.</summary>
    public void WriteBands(ImmutableArray<string> bands) => WriteText(In("bands.json"), JsonSerializer.Serialize(bands, Json));

    /// <summary>Reads the scores.</summary>
    /// <exception cref="InputException">The file is missing or damaged.</exception>
    public RepresentationScores ReadScores() => Read<RepresentationScores>(Scores, "delete it, and the run is evaluated again");

    /// <summary>Writes the scores, which makes the run a finished one.</summary>
    public void Write(RepresentationScores scores) => WriteText(Scores, JsonSerializer.Serialize(scores, Json));

    /// <summary>Reads the passes of <c>metrics.jsonl</c>.</summary>
    /// <exception cref="InputException">The file is damaged.</exception>
    public ImmutableArray<PretrainingPass> ReadPasses()
    {
        try
        {
            return File.Exists(In("metrics.jsonl")) ? [.. File.ReadLines(In("metrics.jsonl")).Select(l => JsonSerializer.Deserialize<PretrainingPass>(l, JsonLine)!)] : [];
        }
        catch (JsonException e)
        {
            throw new InputException($"{In("metrics.jsonl")}: {e.Message}", e);
        }
    }

    /// <summary>Writes <c>metrics.jsonl</c> anew.</summary>
    public void Write(IEnumerable<PretrainingPass> passes) =>
        WriteText(In("metrics.jsonl"), string.Concat(passes.Select(p => JsonSerializer.Serialize(p, JsonLine) + "\n")));

    /// <summary>Writes the embeddings of the test series.</summary>
    /// <param name="tensors">Name -> tensor.</param>
    public void WriteTest(IEnumerable<KeyValuePair<string, Tensor>> tensors)
    {
        Directory.CreateDirectory(run.Evaluation);
        SafetensorsFile.Write(TestEmbeddings, tensors);
    }

    /// <summary>Reads the embeddings of the test series.</summary>
    /// <exception cref="InputException">The file is missing or damaged.</exception>
    public TestEmbeddings ReadTest()
    {
        using var scope = NewDisposeScope();
        var tensors = SafetensorsFile.Read(TestEmbeddings);
        int[] Classes(string name) => [.. tensors[name].data<long>().Select(c => (int)c)];
        try
        {
            return new(tensors["embedding"].data<float>().ToArray(), Classes("label"), Classes("linear"), Classes("perceptron"));
        }
        catch (KeyNotFoundException e)
        {
            throw new InputException($"{TestEmbeddings}: {e.Message} Delete the folder {run.Evaluation}, and the run is evaluated again.", e);
        }
    }

    private static T Read<T>(string path, string advice)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(File.ReadAllText(path), Json) ?? throw new InputException($"{path}: holds nothing; {advice}.");
        }
        catch (Exception e) when (e is JsonException or IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{path}: {e.Message} ({advice})", e);
        }
    }

    private string In(string name) => System.IO.Path.Combine(Path, name);

    private static void WriteText(string path, string text) => OutputFile.Write(path, beside => File.WriteAllText(beside, text));
}
