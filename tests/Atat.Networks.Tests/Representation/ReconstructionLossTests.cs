using System.Text.Json;
using Atat.Networks.Representation;
using Atat.Networks.Representation.Losses;
using static TorchSharp.torch;

namespace Atat.Networks.Tests.Representation;

public sealed class ReconstructionLossTests
{
    [Theory]
    [InlineData("one_band", "mse", ReconstructionLoss.MeanSquaredError)]
    [InlineData("one_band", "nll", ReconstructionLoss.NegativeLogLikelihood)]
    [InlineData("one_band", "ce", ReconstructionLoss.CrossEntropy)]
    [InlineData("two_bands", "mse", ReconstructionLoss.MeanSquaredError)]
    [InlineData("two_bands", "nll", ReconstructionLoss.NegativeLogLikelihood)]
    [InlineData("two_bands", "ce", ReconstructionLoss.CrossEntropy)]
    public void Agree_with_the_reference(string name, string key, ReconstructionLoss loss)
    {
        using var scope = NewDisposeScope();
        var reference = ReferenceArrays.Load("losses.json").At("cases", name);
        var inputs = reference.At("inputs");
        var expected = reference.At("outputs", key);
        var series = Examples.OfBands(Banded(inputs, "mu"), Banded(inputs, "mu"), Banded(inputs, "mask"), Banded(inputs, "var"));
        var prediction = new Prediction(
            Banded(inputs, "mu_hat").reshape(series.Objects, -1).requires_grad_(),
            Banded(inputs, "log_var_hat").reshape(series.Objects, -1).requires_grad_());

        var actual = ReconstructionLosses.Of(loss, prediction, series);
        Examples.AssertClose(expected.Array("per_length"), actual, 1e-12);
        if (name == "two_bands")
        {
            Examples.AssertClose(expected.Array("mean_of_band_means"), ReconstructionLosses.Of(loss, prediction, series, separateBands: 2), 1e-12);
        }

        actual.mean().backward();
        var mask = series.Points.Mask!;
        AssertGradient(expected.Array("grad_mu_hat").reshape(series.Objects, -1), prediction.Mean.grad!, mask);
        if (loss != ReconstructionLoss.MeanSquaredError)
        {
            AssertGradient(expected.Array("grad_log_var").reshape(series.Objects, -1), prediction.LogVariance.grad!, mask);
        }
    }

    [Fact]
    public void Full_covariance_agrees_with_the_reference()
    {
        using var scope = NewDisposeScope();
        var reference = ReferenceArrays.Load("losses.json").At("cases", "full_covariance");
        var values = reference.Array("inputs", "mu").unsqueeze(0);
        var actual = FullCovariance.NegativeLogLikelihood(
            reference.Array("inputs", "mu_hat").unsqueeze(0), reference.Array("inputs", "cov_hat").unsqueeze(0), new(values, new(values)));
        Assert.Equal(reference.At("outputs", "nll").GetDouble() / 4, actual.item<double>(), 1e-12);
    }

    [Fact]
    public void The_cross_entropy_of_exact_observations_is_the_likelihood()
    {
        using var scope = NewDisposeScope();
        var (series, prediction) = Random();
        var exact = series with { Variances = zeros_like(series.Values) };
        Examples.AssertClose(
            ReconstructionLosses.NegativeLogLikelihood(prediction, series), ReconstructionLosses.CrossEntropy(prediction, exact), 1e-15);
    }

    [Fact]
    public void The_cross_entropy_is_least_at_the_observed_distribution_and_there_its_entropy()
    {
        using var scope = NewDisposeScope();
        var (series, _) = Random();
        var best = new Prediction(series.Values.clone().requires_grad_(), series.Variances!.log().requires_grad_());
        var actual = ReconstructionLosses.CrossEntropy(best, series);
        var entropy = (series.Variances!.log() + Math.Log(2 * Math.PI) + 1) * 0.5;
        Examples.AssertClose(entropy[0].mean(), actual[0], 1e-12);
        actual.sum().backward();
        Assert.InRange(best.Mean.grad!.abs().max().item<double>(), 0, 1e-15);
        Assert.InRange(best.LogVariance.grad!.abs().max().item<double>(), 0, 1e-15);
    }

    [Fact]
    public void With_one_variance_the_likelihood_is_the_squared_error_up_to_constants()
    {
        using var scope = NewDisposeScope();
        var (series, prediction) = Random();
        const double Variance = 0.7;
        var constant = prediction with { LogVariance = full_like(prediction.Mean, Math.Log(Variance)) };
        var expected = (ReconstructionLosses.MeanSquaredError(prediction, series) / (2 * Variance)) + (0.5 * Math.Log(2 * Math.PI * Variance));
        Examples.AssertClose(expected[0], ReconstructionLosses.NegativeLogLikelihood(constant, series)[0], 1e-12);
    }

    [Fact]
    public void With_a_diagonal_covariance_the_full_likelihood_is_that_of_independent_observations()
    {
        using var scope = NewDisposeScope();
        var (series, prediction) = Random();
        var covariance = diag_embed(prediction.LogVariance.exp());
        Examples.AssertClose(
            ReconstructionLosses.NegativeLogLikelihood(prediction, series),
            FullCovariance.NegativeLogLikelihood(prediction.Mean, covariance, series),
            1e-12);
    }

    [Fact]
    public void Padding_adds_nothing_to_the_full_likelihood()
    {
        using var scope = NewDisposeScope();
        var (series, prediction) = Random();
        var root = randn(4, 6, 6, ScalarType.Float64);
        var covariance = root.matmul(root.transpose(1, 2)) + eye(6, dtype: ScalarType.Float64);
        var spoiled = covariance.masked_fill(series.Points.Mask!.logical_not().unsqueeze(1), double.NaN).requires_grad_();
        var together = FullCovariance.NegativeLogLikelihood(prediction.Mean, spoiled, series);
        for (var i = 0; i < 4; i++)
        {
            if (i == 2)
            {
                Assert.Equal(0, together[i].item<double>());
                continue;
            }

            var only = series.Only(i);
            var length = only.Values.shape[1];
            var alone = FullCovariance.NegativeLogLikelihood(
                prediction.Mean.narrow(0, i, 1).narrow(1, 0, length), covariance.narrow(0, i, 1).narrow(1, 0, length).narrow(2, 0, length), only);
            Examples.AssertClose(alone, together.narrow(0, i, 1), 1e-12);
        }

        together.sum().backward();
        Assert.Equal(0, spoiled.grad!.masked_select(series.Points.Mask!.logical_not().unsqueeze(1)).abs().max().item<double>());
    }

    [Fact]
    public void The_gradient_of_the_full_likelihood_agrees_with_finite_differences()
    {
        using var scope = NewDisposeScope();
        var (series, prediction) = Random();
        var root = randn(4, 6, 6, ScalarType.Float64).requires_grad_();
        Tensor Loss() => FullCovariance.NegativeLogLikelihood(
            prediction.Mean, root.matmul(root.transpose(1, 2)) + eye(6, dtype: ScalarType.Float64), series).sum();
        Loss().backward();
        using var _ = no_grad();
        var direction = randn_like(root);
        const double Step = 1e-6;
        root.add_(direction * Step);
        var above = Loss().item<double>();
        root.sub_(direction * (2 * Step));
        var below = Loss().item<double>();
        Assert.Equal((above - below) / (2 * Step), (root.grad! * direction).sum().item<double>(), 1e-6);
    }

    [Fact]
    public void An_object_without_observations_costs_nothing()
    {
        using var scope = NewDisposeScope();
        var (series, prediction) = Random();
        foreach (var loss in Enum.GetValues<ReconstructionLoss>())
        {
            Assert.Equal(0, ReconstructionLosses.Of(loss, prediction, series)[2].item<double>());
            Assert.Equal(0, ReconstructionLosses.Of(loss, prediction, series, separateBands: 2)[2].item<double>());
        }
    }

    [Fact]
    public void The_cross_entropy_needs_variances()
    {
        using var scope = NewDisposeScope();
        var (series, prediction) = Random();
        Assert.Throws<ArgumentException>(() => ReconstructionLosses.CrossEntropy(prediction, series with { Variances = null }));
    }

    private static (Series Series, Prediction Prediction) Random()
    {
        manual_seed(8);
        var series = Examples.Series();
        return (series, new(randn_like(series.Values), randn_like(series.Values)));
    }

    private static Tensor Banded(JsonElement inputs, string name)
    {
        var array = inputs.Array(name);
        return array.dim() == 2 ? array.unsqueeze(1) : array;
    }

    private static void AssertGradient(Tensor expected, Tensor actual, Tensor mask)
    {
        Examples.AssertClose(expected, actual, 1e-12);
        Assert.Equal(0, actual.masked_select(mask.logical_not()).abs().sum().item<double>());
    }
}
