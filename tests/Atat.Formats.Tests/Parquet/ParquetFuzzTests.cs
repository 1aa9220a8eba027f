using Atat.Formats.Embeddings;
using Atat.Formats.FeatureTables;
using Atat.Formats.Parquet;
using Atat.Formats.Predictions;
using Atat.LightCurves;

namespace Atat.Formats.Tests.Parquet;

[Collection(FuzzCollection.Name)]
public class ParquetFuzzTests
{
    [Fact]
    public void DamagedCatalogsAreReadOrRefused()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("catalog.parquet");
        CatalogFile.Write(path, Catalogs.Example(objects: 20));
        var refused = Fuzz.Run(File.ReadAllBytes(path), content => CatalogFile.Read(folder.Write("damaged.parquet", content)), count: 400);
        Assert.InRange(refused, 300, 400);
    }

    [Fact]
    public void DamagedPredictionsAreReadOrRefused()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("predictions.parquet");
        PredictionFile.Write(path, new PredictionTable(["x", "y"], ["a", "b"], [1, 2], ["x", null], [0.5f, 0.5f, 0, 1]));
        Fuzz.Run(File.ReadAllBytes(path), content => PredictionFile.Read(folder.Write("damaged.parquet", content)), count: 200);
    }

    [Fact]
    public void DamagedFeaturesAreReadOrRefused()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("features.parquet");
        FeatureFile.Write(path, new FeatureTable(new FeatureSet("s", "thesis", false, ["f_g", "f_r"]), ["a", "a", "b"], [8, 2048, 8], [[1, double.NaN, 0.5], [double.NaN, -1, 3]]));
        var refused = Fuzz.Run(File.ReadAllBytes(path), content => FeatureFile.Read(folder.Write("damaged.parquet", content)), count: 200);
        Assert.InRange(refused, 100, 200);
    }

    [Fact]
    public void DamagedEmbeddingsAreReadOrRefused()
    {
        using var folder = new TemporaryFolder();
        var path = folder.File("embeddings.parquet");
        EmbeddingFile.Write(path, new EmbeddingTable(["a", "b"], ["x", null], [Partition.Train, Partition.None], [1, 2, 3, 4, 5, 6], 3) { Anomalies = [1, 2], Run = "r" });
        var refused = Fuzz.Run(File.ReadAllBytes(path), content => EmbeddingFile.Read(folder.Write("damaged.parquet", content)), count: 200);
        Assert.InRange(refused, 100, 200);
    }
}
