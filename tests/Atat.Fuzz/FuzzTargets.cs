using System.IO.Compression;
using System.Text;
using Atat.Formats.Csv;
using Atat.Formats.Embeddings;
using Atat.Formats.FeatureTables;
using Atat.Formats.Parquet;
using Atat.Formats.Plasticc;
using Atat.Formats.Predictions;
using Atat.Formats.Snana;
using Atat.LightCurves;
using Atat.LightCurves.Splits;
using Atat.Networks;
using Atat.Networks.Weights;
using Atat.Simulation;
using Atat.Training.Configuration;
using Atat.Training.Optimisation;
using Atat.Training.Runs;
using Atat.Training.Trees;
using static TorchSharp.torch;

namespace Atat.Fuzz;

/// <summary>Every reader of the project.</summary>
public static class FuzzTargets
{
    private static readonly Dictionary<string, byte[]> None = [];

    /// <summary>Makes the valid files.</summary>
    public static IReadOnlyList<FuzzTarget> Make()
    {
        var folder = Directory.CreateTempSubdirectory("atat-fuzz-").FullName;
        try
        {
            return [.. Tables(), .. Snana(folder), .. Parquet(folder), .. Weights(folder), .. Runs(folder)];
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<FuzzTarget> Tables()
    {
        var objects = Bytes("object_id,label,z,ra,dec\n1,a,0.5,10,-5\n\"2\",\"b, \"\"c\"\"\",-9,11,-6\n3,,,,\n");
        var rows = new StringBuilder("object_id,mjd,band,flux,flux_err,detected\n");
        var plasticc = new StringBuilder("object_id,mjd,passband,flux,flux_err,detected\n");
        for (var i = 0; i < 60; i++)
        {
            rows.Append(System.Globalization.CultureInfo.InvariantCulture, $"{1 + (i % 3)},{59000.5 + i},{"gri"[i % 3]},{i * 1.5},\"{1 + i}\",{(i % 2 == 0 ? "true" : "0")}\n");
            plasticc.Append(System.Globalization.CultureInfo.InvariantCulture, $"{615 + (i % 2)},{59000.5 + i},{i % 6},{i * 1.5},{1 + i},{i % 2}\n");
        }

        var lightCurves = Bytes(rows.ToString());
        void ReadCsv(string folder) => Check(CsvImporter.Read(new CsvImportOptions
        {
            Objects = Path.Combine(folder, "objects.csv"),
            LightCurves = Path.Combine(folder, "lc.csv"),
            Label = "label",
            RightAscension = "ra",
            Declination = "dec",
            Detected = "detected",
            Metadata = [new("z")],
            Missing = ["", "-9"],
        }).Catalog);
        yield return new FuzzTarget("csv light curves", "lc.csv", lightCurves, new Dictionary<string, byte[]> { ["objects.csv"] = objects }, false, p => ReadCsv(Folder(p)));
        yield return new FuzzTarget("csv light curves, gzip", "lc.csv", lightCurves, new Dictionary<string, byte[]> { ["objects.csv"] = objects }, true, p => ReadCsv(Folder(p)));
        yield return new FuzzTarget("csv objects", "objects.csv", objects, new Dictionary<string, byte[]> { ["lc.csv"] = lightCurves }, false, p => ReadCsv(Folder(p)));

        var metadata = Bytes("object_id,ra,decl,ddf,hostgal_specz,hostgal_photoz,hostgal_photoz_err,distmod,mwebv,target\n615,349.0,-61.9,1,0,0,0,,0.017,92\n616,53.1,-27.8,1,1.8,1.6,0.25,45.4,0.007,88\n");
        void ReadPlasticc(string folder)
        {
            var plan = PlasticcImporter.Plan(new PlasticcImportOptions(Path.Combine(folder, "meta.csv"), [Path.Combine(folder, "lc.csv")]));
            Check(plan.Parts[0].Read(CancellationToken.None));
        }

        yield return new FuzzTarget("plasticc light curves", "lc.csv", Bytes(plasticc.ToString()), new Dictionary<string, byte[]> { ["meta.csv"] = metadata }, false, p => ReadPlasticc(Folder(p)));
        yield return new FuzzTarget("plasticc metadata, gzip", "meta.csv", metadata, new Dictionary<string, byte[]> { ["lc.csv"] = Bytes(plasticc.ToString()) }, true, p => ReadPlasticc(Folder(p)));
        yield return new FuzzTarget("split", "split.csv", Bytes("id,part\n1,train\n2,test\n3,train\n"), None, false, p => SplitFile.Read(p));
        yield return new FuzzTarget("class weights", "weights.csv", Bytes("class,weight\nIa,0.5\nII,2\n"), None, false, p => CsvWeights.Read(p));
        yield return new FuzzTarget("configuration", "c.yaml", Bytes(ConfigFile.Write(Presets.Atat)), None, false, p => ConfigFile.Read(p));
        yield return new FuzzTarget("configuration of trees", "c.yaml", Bytes(TreeConfigFile.Write(new TreeConfig())), None, false, p => TreeConfigFile.Read(p));
        yield return new FuzzTarget("boosted trees", "boosted.txt", Bytes(BoostedText.Model), None, false, p =>
        {
            var trees = BoostedTreesFile.Read(p);
            trees.Predict(new float[trees.Features], new float[trees.Classes]);
        });
        yield return new FuzzTarget("settings", "c.yaml", Bytes(ConfigFile.Write(Presets.Atat)), None, false, p => ConfigText.Settings(File.ReadAllText(p), p));
    }

    private static IEnumerable<FuzzTarget> Snana(string folder)
    {
        SnanaWriter.Write(folder, [new SimulatedSurvey(1, ClassRates.Balanced).Make(0, 2)]);
        var heads = Directory.GetFiles(folder, "*HEAD.FITS*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        var (head, phot) = (Plain(heads[0]), Plain(heads[0].Replace("HEAD", "PHOT", StringComparison.Ordinal)));
        void Read(string path) => Check(SnanaImporter.Read(new SnanaImportOptions { Source = Folder(path), Label = "x" }).Catalog);
        foreach (var isGzip in (bool[])[false, true])
        {
            var end = isGzip ? ", gzip" : "";
            yield return new FuzzTarget($"snana head{end}", "x_HEAD.FITS", head, new Dictionary<string, byte[]> { ["x_PHOT.FITS"] = phot }, isGzip, Read);
            yield return new FuzzTarget($"snana phot{end}", "x_PHOT.FITS", phot, new Dictionary<string, byte[]> { ["x_HEAD.FITS"] = head }, isGzip, Read);
            yield return new FuzzTarget($"snana text{end}", "x.DAT", SnanaText(), None, isGzip, Read);
        }
    }

    private static IEnumerable<FuzzTarget> Parquet(string folder)
    {
        var path = Path.Combine(folder, "x.parquet");
        CatalogFile.Write(path, new SimulatedSurvey(2, ClassRates.Balanced).Make(0, 3));
        yield return new FuzzTarget("catalog", "x.parquet", File.ReadAllBytes(path), None, false, p => Check(CatalogFile.Read(p)));
        yield return new FuzzTarget("catalog, in parts", "x.parquet", File.ReadAllBytes(path), None, false, p => CheckAll(CatalogFile.ReadParts(p, 2)));
        PredictionFile.Write(path, new PredictionTable(["x", "y"], ["a", "b"], [1, 2], ["x", null], [0.5f, 0.5f, 0, 1]));
        yield return new FuzzTarget("predictions", "x.parquet", File.ReadAllBytes(path), None, false, p => PredictionFile.Read(p));
        FeatureFile.Write(path, new FeatureTable(new FeatureSet("s", "thesis", false, ["f_g", "f_r"]), ["a", "a", "b"], [8, 2048, 8], [[1, double.NaN, 0.5], [double.NaN, -1, 3]]));
        yield return new FuzzTarget("features", "x.parquet", File.ReadAllBytes(path), None, false, p => Check(FeatureFile.Read(p)));
        EmbeddingFile.Write(path, new EmbeddingTable(["a", "b"], ["x", null], [Partition.Train, Partition.None], [1, 2, 3, 4], 2) { Anomalies = [1, 2], Run = "r" });
        yield return new FuzzTarget("embeddings", "x.parquet", File.ReadAllBytes(path), None, false, p => EmbeddingFile.Read(p));
        QuantileTableFile.Write(path, [new QuantileRow("z", null, [0, 0.5, 1]), new QuantileRow("m", 8, [0, 0.1, 1])]);
        yield return new FuzzTarget("quantiles", "x.parquet", File.ReadAllBytes(path), None, false, p => QuantileTableFile.Read(p));
    }

    private static IEnumerable<FuzzTarget> Weights(string folder)
    {
        var path = Path.Combine(folder, "x.safetensors");
        using (var tensors = NewDisposeScope())
        {
            SafetensorsFile.Write(path, [KeyValuePair.Create("a", arange(6).reshape(2, 3)), KeyValuePair.Create("b", ones(4))], new Dictionary<string, string> { ["k"] = "v" });
        }

        yield return new FuzzTarget("safetensors", "x.safetensors", File.ReadAllBytes(path), None, false, p => DisposeAll(SafetensorsFile.Read(p)));
        yield return new FuzzTarget("pytorch checkpoint", "x.pt", TorchArchive.Make(), None, false, p => DisposeAll(TorchCheckpoint.Read(p)));

        var architecture = new AtatArchitecture { Classes = 2, Bands = 1, TabularColumns = 0, LightCurve = new TransformerShape(1, 2, 1), Tabular = null, Harmonics = 1 };
        using (var model = new AtatModel(architecture))
        using (var optimiser = new AdamW(model, new OptimiserConfig()))
        {
            new Checkpoint(3, 0.5, 1, 2).Write(path, model, optimiser);
        }

        yield return new FuzzTarget("training checkpoint", "state.safetensors", File.ReadAllBytes(path), None, false, p =>
        {
            using var model = new AtatModel(architecture);
            using var optimiser = new AdamW(model, new OptimiserConfig());
            Checkpoint.Read(p, model, optimiser);
        });
    }

    private static IEnumerable<FuzzTarget> Runs(string folder)
    {
        var run = new RunFolder(Path.Combine(folder, "run"));
        run.Write(new RunInfo { ProgramVersion = "1", Command = "c", DataHash = "00", Host = "h", Seed = 1, Device = "cpu", Threads = 1, Started = DateTimeOffset.UnixEpoch, TrainingObjects = 1, ValidationObjects = 1, Parameters = 1 });
        run.Write(new ModelDescription
        {
            Survey = "s",
            Taxonomy = Taxonomies.Elasticc.Entries,
            Passbands = [new Passband("g", 4800)],
            Unit = BrightnessUnit.Flux,
            ZeroPoint = 27.5,
            Metadata = ["z"],
            Scaling = new Training.Data.InputScaling(FluxScaling.Asinh, 0, 1),
        });
        run.WriteSeenObjects(["a", "b"]);
        run.Write(new Calibration(1.5, 10, 100, [8, 128], 0.5, 0.4, 0.1, 0.05));
        run.Write([new MetricsLine(1, 2, 3, 4, 5, 6, 7, 8, 9)]);
        byte[] File(string name) => System.IO.File.ReadAllBytes(Path.Combine(run.Path, name));
        yield return new FuzzTarget("run.json", "run.json", File("run.json"), None, false, p => new RunFolder(Folder(p)).ReadInfo());
        yield return new FuzzTarget("classes.json", "classes.json", File("classes.json"), None, false, p => new RunFolder(Folder(p)).ReadDescription().Classes());
        yield return new FuzzTarget("calibration.json", "calibration.json", File("calibration.json"), None, false, p => new RunFolder(Folder(p)).ReadCalibration());
        yield return new FuzzTarget("objects.json", "objects.json", File("objects.json"), None, false, p => new RunFolder(Folder(p)).ReadSeenObjects());
        yield return new FuzzTarget("metrics.jsonl", "metrics.jsonl", File("metrics.jsonl"), None, false, p => new RunFolder(Folder(p)).ReadMetrics());
    }

    // What every catalog promises, however its file was damaged.
    private static void Check(Catalog catalog)
    {
        var observations = catalog.Observations;
        for (var i = 0; i < catalog.Count; i++)
        {
            var lightCurve = catalog[i].LightCurve;
            for (var j = 0; j < lightCurve.Length; j++)
            {
                if (!double.IsFinite(lightCurve.Mjd[j]) || !float.IsFinite(lightCurve.Flux[j]) || !(lightCurve.FluxError[j] >= 0) || lightCurve.Band[j] >= catalog.Schema.Passbands.Length || (j > 0 && lightCurve.Mjd[j] < lightCurve.Mjd[j - 1]))
                {
                    throw new InvalidOperationException($"a wrong catalog: object {i}, observation {j}");
                }
            }
        }

        if (catalog.Ids.ToArray().Distinct(StringComparer.Ordinal).Count() != catalog.Count || observations.Length != catalog.ObservationCount)
        {
            throw new InvalidOperationException("a wrong catalog: identifiers or observations");
        }
    }

    private static void CheckAll(IEnumerable<Catalog> parts)
    {
        foreach (var part in parts)
        {
            Check(part);
        }
    }

    private static void Check(FeatureTable table)
    {
        if (!table.Days.All(double.IsFinite) || table.Columns.Any(column => column.Length != table.Count || column.Any(double.IsInfinity)))
        {
            throw new InvalidOperationException("a wrong feature table");
        }
    }

    private static byte[] SnanaText() => Bytes("""
        SURVEY: DES
        SNID:   000017
        RA:        34.5  deg
        DECL:    -5.25 deg
        FILTERS: griz
        MWEBV:     0.0281    MW E(B-V)
        HOST_GALAXY_PHOTO-Z:   0.4820  +- 0.0324
        NOBS: 3
        VARLIST:  MJD  FLT FIELD   FLUXCAL   FLUXCALERR  PHOTFLAG
        OBS:  56171.05  g  NULL   1.30   2.00  0
        OBS:  56170.05  r  NULL  25.00   2.00  4096
        OBS:  56172.05  i  NULL  -1e1   2.50  4096
        END:

        """);

    private static byte[] Plain(string path)
    {
        using var file = File.OpenRead(path);
        using var result = new MemoryStream();
        using Stream content = path.EndsWith(".gz", StringComparison.Ordinal) ? new GZipStream(file, CompressionMode.Decompress) : file;
        content.CopyTo(result);
        return result.ToArray();
    }

    private static byte[] Bytes(string text) => Encoding.UTF8.GetBytes(text);

    private static string Folder(string path) => Path.GetDirectoryName(path)!;

    private static void DisposeAll(Dictionary<string, Tensor> tensors)
    {
        foreach (var tensor in tensors.Values)
        {
            tensor.Dispose();
        }
    }
}
