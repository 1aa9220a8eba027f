using Atat.LightCurves;
using Atat.Networks.Representation;
using Atat.Networks.Representation.Losses;
using Atat.Training.Representation;
using Atat.Training.Representation.Data;
using TorchSharp;

namespace Atat.Training.Tests.Representation;

/// <summary>Training of autoencoders.</summary>
[Collection("Networks, whose live tensors are counted for the whole process")]
public sealed class AutoencoderTrainerTests : IDisposable
{
    private static readonly RepresentationConfig Small = new()
    {
        Dataset = "syn-b",
        Data = new() { Objects = 24, TestObjects = 12 },
        Network = new() { Heads = 2, HeadWidth = 4, Harmonics = 4, PerceptronWidth = 8, LstmWidth = 6, Maps = 4, ReferencePoints = 27, EncoderBlocks = 2 },
        BatchSize = 8,
        MicroBatch = 3,
        LeastSteps = 4,
        MostEpochs = 4,
        FineTuningShare = 0,
    };

    private static readonly TrainerOptions Options = new() { Threads = 1 };

    private readonly string root = Directory.CreateTempSubdirectory("atat-").FullName;

    public void Dispose() => Directory.Delete(root, recursive: true);

    [Theory]
    [InlineData(EncoderKind.Attention, PreEncoderKind.None, DecoderKind.Perceptron, PostDecoderKind.None)]
    [InlineData(EncoderKind.Residual, PreEncoderKind.InterpolationPrediction, DecoderKind.Residual, PostDecoderKind.MultiTimeAttention)]
    [InlineData(EncoderKind.Lstm, PreEncoderKind.MultiTimeAttention, DecoderKind.Lstm, PostDecoderKind.None)]
    public void A_run_that_was_stopped_ends_as_one_that_was_not(EncoderKind encoder, PreEncoderKind preEncoder, DecoderKind decoder, PostDecoderKind postDecoder)
    {
        var config = Small with
        {
            Loss = ReconstructionLoss.NegativeLogLikelihood,
            Network = Small.Network with { Encoder = encoder, PreEncoder = preEncoder, Decoder = decoder, PostDecoder = postDecoder },
        };
        var (whole, parts) = (Folder("whole"), Folder("parts"));
        var scores = AutoencoderTrainer.Run(config, whole, Options, cancellation: TestContext.Current.CancellationToken);
        for (var stops = 0; stops < 2; stops++)
        {
            using var stop = new CancellationTokenSource();
            Assert.Throws<OperationCanceledException>(() => AutoencoderTrainer.Run(config, parts, Options, new Told(_ => stop.Cancel()), stop.Token));
        }

        Assert.Equal(2, parts.ReadPasses().Length);
        Assert.Equal(scores with { TrainingSeconds = 0 }, AutoencoderTrainer.Run(config, parts, Options, cancellation: TestContext.Current.CancellationToken) with { TrainingSeconds = 0 });
        Assert.Equal(File.ReadAllBytes(whole.Best), File.ReadAllBytes(parts.Best));
        Assert.Equal(whole.ReadPasses().Select(p => (p.Epoch, p.Step, p.Loss, p.MeanSquaredError)), parts.ReadPasses().Select(p => (p.Epoch, p.Step, p.Loss, p.MeanSquaredError)));
    }

    [Fact]
    public void Training_stops_when_the_error_no_longer_falls_and_keeps_the_best_weights()
    {
        var folder = Folder("run");
        var scores = AutoencoderTrainer.Run(Small with { LearningRate = 0.3, Patience = 2, MostEpochs = 60 }, folder, Options, cancellation: TestContext.Current.CancellationToken);
        var passes = folder.ReadPasses();
        Assert.True(scores.StoppedEarly);
        Assert.Equal((scores.Epochs, scores.Epochs - 2), (passes.Length, passes.Last(p => p.IsBest).Epoch));
        Assert.Equal(passes.Min(p => p.MeanSquaredError), passes[^3].MeanSquaredError);
    }

    [Fact]
    public void With_a_tolerance_training_stops_sooner_on_the_same_way()
    {
        var config = Small with { LearningRate = 1e-2, Patience = 2, MostEpochs = 40 };
        var (strict, tolerant) = (Folder("strict"), Folder("tolerant"));
        var longer = AutoencoderTrainer.Run(config, strict, Options, cancellation: TestContext.Current.CancellationToken);
        using (var stop = new CancellationTokenSource())
        {
            Assert.Throws<OperationCanceledException>(() => AutoencoderTrainer.Run(config with { Tolerance = 0.2 }, tolerant, Options, new Told(pass => { if (pass.Epoch == 3) { stop.Cancel(); } }), stop.Token));
        }

        var scores = AutoencoderTrainer.Run(config with { Tolerance = 0.2 }, tolerant, Options, cancellation: TestContext.Current.CancellationToken);
        Assert.True(scores.StoppedEarly);
        Assert.InRange(scores.Epochs, 4, longer.Epochs - 1);
        Assert.Equal(strict.ReadPasses().Take(scores.Epochs).Select(p => p.MeanSquaredError), tolerant.ReadPasses().Select(p => p.MeanSquaredError));
    }

    [Fact]
    public void The_error_falls_and_the_scores_are_of_the_test_set()
    {
        var folder = Folder("run");
        var scores = AutoencoderTrainer.Run(Small with { MostEpochs = 30, LearningRate = 1e-2 }, folder, Options, cancellation: TestContext.Current.CancellationToken);
        var passes = folder.ReadPasses();
        Assert.True(passes.Min(p => p.MeanSquaredError) < 0.8 * passes[0].MeanSquaredError, $"{passes[0].MeanSquaredError} to {passes[^1].MeanSquaredError}");
        Assert.Equal((24, 12), (scores.TrainingObjects, scores.TestObjects));
        Assert.All([scores.AccuracyLinear, scores.AccuracyPerceptron, scores.AccuracyOnlineLinear, scores.AccuracyOnlinePerceptron, scores.AccuracyNeighbours], a => Assert.InRange(a, 0, 1));
        Assert.True(double.IsNaN(scores.AccuracyFineTuned));
        var test = folder.ReadTest();
        Assert.Equal((12, scores.AccuracyLinear), (test.Labels.Length, test.Labels.Zip(test.Linear).Average(p => p.First == p.Second ? 1.0 : 0)));
        Assert.Equal(Atat.Training.Runs.ModelKind.Autoencoder, folder.Run.ReadInfo().Model);
        Assert.Equal(36, folder.Run.ReadSeenObjects().Count);

        using var run = AutoencoderRun.Open(folder, threads: 1);
        var data = RepresentationDatasets.Open("syn-b", Small.Data);
        Assert.Equal(test.Values, run.Embed(data.Test), (a, b) => Math.Abs(a - b) < 1e-5);
        var (mean, deviation) = run.Reconstruct(data.Test, 0, 0, [0, 0.5f, 1]);
        Assert.Equal((3, 3), (mean.Length, deviation.Length));
        Assert.All(mean, m => Assert.True(float.IsFinite(m)));
    }

    [Fact]
    public void A_tenth_of_the_labels_fine_tunes_where_that_is_enough()
    {
        var config = Small with { Data = new() { Objects = 500, TestObjects = 40 }, MostEpochs = 1, BatchSize = 64, MicroBatch = 64, Patience = 1 };
        Assert.Equal(0, AutoencoderTrainer.Run(config with { FineTuningShare = 0.2 }, Folder("few"), Options, cancellation: TestContext.Current.CancellationToken).FineTunedObjects);
        var scores = AutoencoderTrainer.Run(config with { FineTuningShare = 0.5 }, Folder("enough"), Options, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(250, scores.FineTunedObjects);
        Assert.InRange(scores.AccuracyFineTuned, 0, 1);
    }

    [Fact]
    public void Tensors_do_not_pile_up()
    {
        var counts = new List<long>();
        AutoencoderTrainer.Run(Small with { LeastSteps = 20, MostEpochs = 6, Patience = 6 }, Folder("run"), Options, new Told(_ => counts.Add(torch.Tensor.TotalCount)), TestContext.Current.CancellationToken);
        Assert.Equal(6, counts.Count);

        // A hundred steps lie between them; tests of other collections may have some of their own at either moment.
        Assert.InRange(counts[^1], counts[0] - 50, counts[0] + 50);
    }

    [Fact]
    public void Small_parts_of_a_step_give_its_gradient()
    {
        var (whole, parts) = (Folder("whole"), Folder("parts"));
        var config = Small with { MostEpochs = 1, LeastSteps = 1, Data = new() { Objects = 8, TestObjects = 4 } };
        AutoencoderTrainer.Run(config with { MicroBatch = 0 }, whole, Options, cancellation: TestContext.Current.CancellationToken);
        AutoencoderTrainer.Run(config, parts, Options, cancellation: TestContext.Current.CancellationToken);
        Assert.Equal(whole.ReadPasses()[0].Loss, parts.ReadPasses()[0].Loss, 1e-5);
        using var first = AutoencoderRun.Open(whole, threads: 1);
        using var second = AutoencoderRun.Open(parts, threads: 1);
        var data = RepresentationDatasets.Open("syn-b", config.Data);
        Assert.Equal(first.Embed(data.Test), second.Embed(data.Test), (a, b) => Math.Abs(a - b) < 1e-4);
    }

    [Fact]
    public void What_cannot_be_is_refused()
    {
        Assert.Contains("cross-entropy", Refused(Small with { Loss = ReconstructionLoss.CrossEntropy }, Folder("a")), StringComparison.Ordinal);
        Assert.Contains("syn-a, syn-b, syn-c", Refused(Small with { Dataset = "syn-d" }, Folder("b")), StringComparison.Ordinal);
        AutoencoderTrainer.Run(Small with { MostEpochs = 1 }, Folder("c"), Options, cancellation: TestContext.Current.CancellationToken);
        Assert.Contains("other settings", Refused(Small with { MostEpochs = 2 }, Folder("c")), StringComparison.Ordinal);
    }

    private static string Refused(RepresentationConfig config, RepresentationRunFolder folder) =>
        Assert.Throws<InputException>(() => AutoencoderTrainer.Run(config, folder, Options, cancellation: TestContext.Current.CancellationToken)).Message;

    private RepresentationRunFolder Folder(string name) => new(Path.Combine(root, name));

    private sealed class Told(Action<PretrainingPass> act) : IProgress<PretrainingPass>
    {
        public void Report(PretrainingPass value) => act(value);
    }
}
