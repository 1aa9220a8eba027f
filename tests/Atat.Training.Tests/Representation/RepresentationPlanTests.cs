using Atat.LightCurves;
using Atat.Networks.Representation;
using Atat.Networks.Representation.Losses;
using Atat.Training.Representation;
using Atat.Training.Representation.Studies;

namespace Atat.Training.Tests.Representation;

/// <summary>The grid of the representation study.</summary>
public sealed class RepresentationPlanTests
{
    [Fact]
    public void Rows_are_those_of_the_thesis()
    {
        var decoders = RepresentationRows.Of("decoder", hasVariances: false);
        var encoders = RepresentationRows.Of("encoder", hasVariances: true);
        Assert.Equal((12, 8), (decoders.Count, encoders.Count));
        Assert.Equal(["mha.mha.mse", "mha.mha+mtan.mse", "mha.mlp.mse", "mha.resnet+mtan.mse", "mha.lstm.mse", "mha.lstm+mtan.mse", "mha.mha.likelihood"], decoders.Take(7).Select(v => v.Key));
        Assert.Equal("interpred+lstm.mlp.cross-entropy", encoders[^1].Key);
        Assert.Equal([2, 3], new[] { false, true }.Select(has => RepresentationRows.Of("loss", has).Count));
        Assert.Contains("decoder, encoder, loss", Assert.Throws<InputException>(() => RepresentationRows.Of("encoders", true)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_row_of_several_tables_is_trained_once_and_first_repetitions_come_first()
    {
        var plan = new RepresentationPlan { Datasets = ["syn-a", "a/stars.parquet"], Vary = ["decoder", "encoder"], Runs = 2 };
        var jobs = plan.Jobs();
        Assert.Equal(2 * 2 * (12 + 8 - 1), jobs.Length);
        Assert.Equal(jobs.Length, jobs.Select(j => j.Folder).Distinct(StringComparer.Ordinal).Count());
        Assert.All(jobs.Take(38), j => Assert.Equal(0, j.Repetition));
        Assert.All(jobs.Where(j => j.DatasetName == "stars"), j => Assert.NotEqual(ReconstructionLoss.NegativeLogLikelihood, j.Variant.Loss));
        Assert.All(jobs.Where(j => j.DatasetName == "syn-a"), j => Assert.NotEqual(ReconstructionLoss.CrossEntropy, j.Variant.Loss));
    }

    [Theory]
    [InlineData("mha.mlp", "mha.mlp.mse", "mha.mlp.likelihood")]
    [InlineData("lstm,mha.lstm.mse", "mha.lstm.mse", "lstm.mlp.likelihood")]
    public void Rows_are_chosen_by_the_first_parts_of_their_names(string rows, params string[] expected)
    {
        var plan = new RepresentationPlan { Datasets = ["syn-a"], Vary = ["decoder", "encoder"], Runs = 1, Rows = [.. rows.Split(',')] };
        Assert.Equal(expected, plan.Jobs().Select(job => job.Variant.Key));
    }

    [Fact]
    public void A_row_that_does_not_exist_is_named_with_those_that_do()
    {
        var plan = new RepresentationPlan { Datasets = ["syn-a"], Vary = ["encoder"], Rows = ["mha.ml"] };
        var message = Assert.Throws<InputException>(() => plan.Jobs()).Message;
        Assert.StartsWith("There is no row 'mha.ml' in encoder; there are mha.mlp.likelihood, lstm.mlp.likelihood,", message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_configuration_reads_back_and_names_the_nearest_key()
    {
        var job = new RepresentationPlan { Datasets = ["syn-c"], Vary = ["encoder"], Runs = 3, Settings = new() { BatchSize = 16, Data = new() { Objects = 40 } } };
        var config = job.Config(job.Jobs()[^1]);
        Assert.Equal((EncoderKind.Lstm, PreEncoderKind.InterpolationPrediction, 2, 16), (config.Network.Encoder, config.Network.PreEncoder, config.Seed, config.BatchSize));
        Assert.Equal(config, RepresentationConfigFile.Parse(new StringReader(RepresentationConfigFile.Write(config)), "test"));
        Assert.Contains("patience", Assert.Throws<InputException>(() => RepresentationConfigFile.With(config, ["patiense=3"])).Message, StringComparison.Ordinal);
        Assert.Contains("at least 1", Assert.Throws<InputException>(() => RepresentationConfigFile.With(config, ["batch_size=0"])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Every_part_has_a_name_that_reads_back()
    {
        Assert.All(Enum.GetValues<EncoderKind>(), part => Assert.Equal(part, PartNames.Parse<EncoderKind>(PartNames.Of(part), "--encoder")));
        Assert.All(Enum.GetValues<PreEncoderKind>(), part => Assert.Equal(part, PartNames.Parse<PreEncoderKind>(PartNames.Of(part), "--pre-encoder")));
        Assert.All(Enum.GetValues<DecoderKind>(), part => Assert.Equal(part, PartNames.Parse<DecoderKind>(PartNames.Of(part), "--decoder")));
        Assert.All(Enum.GetValues<PostDecoderKind>(), part => Assert.Equal(part, PartNames.Parse<PostDecoderKind>(PartNames.Of(part), "--post-decoder")));
        Assert.All(Enum.GetValues<ReconstructionLoss>(), part => Assert.Equal(part, PartNames.Parse<ReconstructionLoss>(PartNames.Of(part), "--loss")));
        Assert.Equal("--encoder gru: there are mha, lstm, resnet.", Assert.Throws<InputException>(() => PartNames.Parse<EncoderKind>("gru", "--encoder")).Message);
    }
}
