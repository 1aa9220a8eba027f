using Atat.LightCurves;
using Atat.Training.Checks;

namespace Atat.Training.Tests;

public sealed class DataChecksTests
{
    [Fact]
    public void A_sound_catalog_has_no_finding() => Assert.Empty(Check(ToySurvey.Make(400)));

    [Fact]
    public void The_same_light_curve_in_two_parts_is_a_leak_and_in_one_a_duplicate()
    {
        var catalog = ToySurvey.Make(400);
        var test = Enumerable.Range(0, catalog.Count).First(i => catalog.Partitions[i] == Partition.Test);
        int[] training = [.. Enumerable.Range(0, catalog.Count).Where(i => catalog.Partitions[i] == Partition.Train && catalog.Folds[i] == 1).Take(2)];
        var builder = new CatalogBuilder(catalog.Schema);
        builder.Add(catalog);
        builder.Add(Copy(catalog, training[0], "again", catalog.Partitions[training[0]], 1), catalog[training[0]].Metadata, catalog[training[0]].LightCurve);
        builder.Add(Copy(catalog, test, "leak", Partition.Train, 1), catalog[test].Metadata, catalog[test].LightCurve);
        var findings = Check(builder.Build());
        Assert.Equal(2, findings.Length);
        Assert.Equal($"1 object of one part has the very observations of an object in another (training, validation, test): scores will be too good ({catalog.Ids[test]} = leak).", findings[0]);
        Assert.Equal($"1 object repeats the observations of another object of the same part ({catalog.Ids[training[0]]} = again).", findings[1]);
    }

    [Fact]
    public void Small_classes_unseen_bands_undetected_objects_and_empty_columns_are_named()
    {
        var toy = ToySurvey.Make(60);
        var schema = toy.Schema with { Passbands = [.. toy.Schema.Passbands, new Passband("i", 7500)], Metadata = [.. toy.Schema.Metadata, new MetadataColumn("empty")] };
        var builder = new CatalogBuilder(schema);
        for (var i = 0; i < toy.Count; i++)
        {
            var item = toy[i];
            float[] metadata = [.. item.Metadata, float.NaN];
            var curve = item.LightCurve;
            builder.Add(
                new ObjectRow(item.Id, item.Label, Partition: toy.Partitions[i], Fold: toy.Folds[i]),
                metadata,
                toy.Partitions[i] == Partition.Train && toy.Folds[i] == 1 ? new LightCurve(curve.Mjd, curve.Flux, curve.FluxError, curve.Band, new bool[curve.Length], curve.Saturated) : curve);
        }

        var findings = Check(builder.Build());
        Assert.Contains("Class Rise has 18 objects to train on: too few to be learned.", findings);
        Assert.Contains(findings, f => f.StartsWith("Class Fall has 6 objects for validation: its score will be uncertain by ± 0.40.", StringComparison.Ordinal));
        Assert.Contains("No training object was observed in i: the model cannot know this band when it meets it.", findings);
        Assert.Contains("12 objects to train on have no detection: the model sees no observation of them.", findings);
        Assert.Contains("Metadata column empty has no value in training: it tells the model nothing.", findings);
        Assert.Contains("Metadata column z_err is the same for all training objects: it tells the model nothing.", findings);
        Assert.DoesNotContain(findings, f => f.Contains("column z ", StringComparison.Ordinal));
    }

    private static ObjectRow Copy(Catalog catalog, int row, string id, Partition part, int fold) => new(id, catalog.Labels[row], Partition: part, Fold: fold);

    private static string[] Check(Catalog catalog) => [.. DataChecks.Of(catalog, TrainingSplit.Of(catalog, 0), [.. catalog.Schema.Metadata.Select(m => m.Name).Where(n => catalog.Count < 300 || n != "z_err")])];
}
