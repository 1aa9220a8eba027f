using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Atat.Formats.FeatureTables;
using Atat.Formats.Files;
using Atat.Formats.Parquet;
using Atat.LightCurves;
using Atat.Networks.Quantiles;
using Atat.Training.Configuration;
using Atat.Training.Data;
using Atat.Training.Representation;

namespace Atat.Training.Runs;

/// <summary>A folder that holds one trained model and all that is needed to use it again; it may be copied anywhere.</summary>
/// <param name="Path">The folder.</param>
public sealed record RunFolder(string Path)
{
    private const string Quantiles = "quantiles.parquet";
    private const string Standardised = "standardisation.json";

    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
        NumberHandling = JsonNumberHandling.AllowNamedFloatingPointLiterals,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
        WriteIndented = true,
    };

    private static readonly JsonSerializerOptions JsonLine = new(Json) { WriteIndented = false };

    /// <summary>Weights of the best evaluation.</summary>
    public string Best => File("best.safetensors");

    /// <summary>Weights of the last evaluation.</summary>
    public string Last => File("last.safetensors");

    /// <summary>Balanced random forests.</summary>
    public string Forest => File("forest.bin");

    /// <summary>Boosted trees, in LightGBM's text format.</summary>
    public string Boosted => File("boosted.txt");

    /// <summary>How much each column tells trees.</summary>
    public string Importances => File("importances.csv");

    /// <summary>Everything that training goes on from.</summary>
    public string Checkpoint => System.IO.Path.Combine(Path, "checkpoint", "state.safetensors");

    /// <summary>Predictions, scores, figures and the report.</summary>
    public string Evaluation => File("evaluation");

    /// <summary>TensorBoard's event files.</summary>
    public string TensorBoard => File("tensorboard");

    /// <summary>Whether anything was trained here.</summary>
    public bool Exists => System.IO.File.Exists(File("run.json"));

    /// <summary>Reads <c>run.json</c>.</summary>
    /// <exception cref="InputException">The file is missing or damaged.</exception>
    public RunInfo ReadInfo() => ReadJson<RunInfo>("run.json") is { FormatVersion: <= RunInfo.Format } info
        ? info
        : throw new InputException($"{File("run.json")}: written by a newer version of the program; update it.");

    /// <summary>Writes <c>run.json</c>.</summary>
    public void Write(RunInfo info) => WriteText("run.json", JsonSerializer.Serialize(info, Json));

    /// <summary>Reads <c>config.yaml</c> of a network.</summary>
    /// <exception cref="InputException">The file is missing or damaged, or the model is no network.</exception>
    public TrainingConfig ReadConfig() => ReadInfo().Model == ModelKind.Network
        ? ConfigFile.Read(File("config.yaml"))
        : throw new InputException($"{Path} holds trees, not a network; 'atat forest' trains them, and they are not resumed.");

    /// <summary>Reads what <c>config.yaml</c> has of any model.</summary>
    /// <exception cref="InputException">The file is missing or damaged.</exception>
    public IRunConfig ReadRunConfig() => ReadInfo().Model switch
    {
        ModelKind.Network => ConfigFile.Read(File("config.yaml")),
        ModelKind.Autoencoder => RepresentationConfigFile.Read(File("config.yaml")),
        _ => TreeConfigFile.Read(File("config.yaml")),
    };

    /// <summary>Text of <c>config.yaml</c>.</summary>
    public string ConfigText() => ReadText("config.yaml");

    /// <summary>Writes <c>config.yaml</c> of trees.</summary>
    public void Write(TreeConfig config) => WriteText("config.yaml", TreeConfigFile.Write(config));

    /// <summary>Writes <c>config.yaml</c>.</summary>
    public void Write(TrainingConfig config) => WriteText("config.yaml", ConfigFile.Write(config));

    /// <summary>Reads <c>classes.json</c>.</summary>
    /// <exception cref="InputException">The file is missing or damaged.</exception>
    public ModelDescription ReadDescription()
    {
        var description = ReadJson<ModelDescription>("classes.json");
        return description.IsWhole ? description : throw new InputException($"{File("classes.json")}: a class, a passband or a column has no name; restore it from a copy of the run.");
    }

    /// <summary>Writes <c>classes.json</c>.</summary>
    public void Write(ModelDescription description) => WriteText("classes.json", JsonSerializer.Serialize(description, Json));

    /// <summary>Reads what tabular columns go through: <c>quantiles.parquet</c>, or <c>standardisation.json</c> of a run without quantiles.</summary>
    /// <param name="features">The model's features, from its description; null without features.</param>
    /// <exception cref="InputException">The file is missing or damaged, or lacks a feature.</exception>
    public (MetadataTransformation Metadata, FeatureTransformation Features) ReadTransformations(FeatureSet? features)
    {
        var isStandardised = System.IO.File.Exists(File(Standardised));
        var name = isStandardised ? Standardised : Quantiles;
        FittedColumn[] columns = isStandardised
            ? [.. ReadJson<StandardisedColumn[]>(name).Select(c => Fitted(name, c.Column, c.Day, () => new Standardisation(c.Mean, c.Deviation)))]
            : [.. QuantileTableFile.Read(File(name)).Select(r => Fitted(name, r.Column, r.Day, () => new QuantileTransformation(r.Quantiles)))];
        return (FittedColumn.Metadata(columns), features is null ? FeatureTransformation.None
            : FittedColumn.Features(columns, features) ?? throw new InputException($"{File(name)}: its features are not those of classes.json; restore it from a copy of the run."));
    }

    /// <summary>Writes <c>quantiles.parquet</c>, or <c>standardisation.json</c>.</summary>
    public void Write(MetadataTransformation metadata, FeatureTransformation features)
    {
        var columns = FittedColumn.Of(metadata, features);
        StandardisedColumn[] standardised = [.. columns.SelectMany(c => c.Transformation is Standardisation s ? [new StandardisedColumn(c.Column, c.Day, s.Mean, s.Deviation)] : Array.Empty<StandardisedColumn>())];
        if (standardised.Length > 0)
        {
            WriteText(Standardised, JsonSerializer.Serialize(standardised, Json));
        }
        else
        {
            QuantileTableFile.Write(File(Quantiles), [.. columns.Select(c => new QuantileRow(c.Column, c.Day, ((QuantileTransformation)c.Transformation).Quantiles.ToArray()))]);
        }

        // A run that was killed before it had begun may have left the other.
        System.IO.File.Delete(File(standardised.Length > 0 ? Quantiles : Standardised));
    }

    /// <summary>Identifiers of the objects trained and validated on, from <c>objects.json</c>: none of them may be evaluated on as if unseen.</summary>
    /// <exception cref="InputException">The file is missing or damaged.</exception>
    public HashSet<string> ReadSeenObjects() => new(ReadJson<string?[]>("objects.json").OfType<string>(), StringComparer.Ordinal);

    /// <summary>Writes <c>objects.json</c>.</summary>
    public void WriteSeenObjects(IEnumerable<string> ids) => WriteText("objects.json", JsonSerializer.Serialize(ids, JsonLine));

    /// <summary>Reads <c>metrics.jsonl</c>; a last line cut off by an interruption is left out.</summary>
    public ImmutableArray<MetricsLine> ReadMetrics()
    {
        if (!System.IO.File.Exists(File("metrics.jsonl")))
        {
            return [];
        }

        var lines = ImmutableArray.CreateBuilder<MetricsLine>();
        foreach (var line in System.IO.File.ReadLines(File("metrics.jsonl")))
        {
            try
            {
                lines.Add(JsonSerializer.Deserialize<MetricsLine>(line, JsonLine)!);
            }
            catch (JsonException)
            {
                break;
            }
        }

        return lines.ToImmutable();
    }

    /// <summary>Writes <c>metrics.jsonl</c> anew.</summary>
    public void Write(IEnumerable<MetricsLine> lines) =>
        WriteText("metrics.jsonl", string.Concat(lines.Select(l => JsonSerializer.Serialize(l, JsonLine) + "\n")));

    /// <summary>Reads the calibration; null where the run has none: it was made before its first evaluation, or is of an older version.</summary>
    /// <exception cref="InputException">The file is damaged.</exception>
    public Calibration? ReadCalibration() => !System.IO.File.Exists(File("calibration.json")) ? null
        : ReadJson<Calibration>("calibration.json") is { } calibration && double.IsFinite(calibration.Temperature) && calibration.Temperature > 0 ? calibration
        : throw new InputException($"{File("calibration.json")}: the temperature is not a positive number; restore it from a copy of the run.");

    /// <summary>Writes the calibration.</summary>
    public void Write(Calibration calibration) => WriteText("calibration.json", JsonSerializer.Serialize(calibration, Json));

    private FittedColumn Fitted(string file, string column, double? day, Func<IColumnTransformation> transformation)
    {
        try
        {
            return new FittedColumn(column, day, transformation());
        }
        catch (ArgumentException e)
        {
            throw new InputException($"{File(file)}: column {column}: {e.Message}", e);
        }
    }

    private string File(string name) => System.IO.Path.Combine(Path, name);

    private T ReadJson<T>(string name)
    {
        try
        {
            return JsonSerializer.Deserialize<T>(ReadText(name), Json)
                ?? throw new InputException($"{File(name)}: holds nothing; restore it from a copy of the run.");
        }
        catch (JsonException e)
        {
            throw new InputException($"{File(name)}: {e.Message}", e);
        }
    }

    private string ReadText(string name)
    {
        try
        {
            return System.IO.File.ReadAllText(File(name));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new InputException($"{Path} is not a run folder: {name} cannot be read. Give the folder that training wrote.", e);
        }
    }

    private void WriteText(string name, string text) =>
        OutputFile.Write(File(name), path => System.IO.File.WriteAllText(path, text));
}
