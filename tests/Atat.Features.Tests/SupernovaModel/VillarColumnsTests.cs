using Atat.Features.SupernovaModel;

namespace Atat.Features.Tests.SupernovaModel;

public sealed class VillarColumnsTests
{
    /// <summary>Parameters within their bounds, clear of the edges where the model jumps; times that clip nothing.</summary>
    private static readonly Gen<(double[] Parameters, double[] Time)> Cases =
        from a in Gen.Double[0.1, 100]
        from t0 in Gen.Double[-50, 100]
        from gamma in Gen.Double[1, 120]
        from beta in Gen.Double[0, 1]
        from rise in Gen.Double[1, 90]
        from fall in Gen.Double[rise + 1, 180]
        from time in Gen.Double[t0 - (15 * rise), t0 + gamma + (15 * fall)].Array[16]
        where time.All(t => Math.Abs(Math.Abs(t - t0 - gamma) - (2 * VillarModel.SwitchLimit)) > 0.01
            && Math.Abs(Math.Abs(t - t0 - gamma) - (VillarModel.ExponentLimit * fall)) > 0.01)
        select (new[] { a, t0, gamma, beta, rise, fall }, time);

    [Fact]
    public void Model_is_that_of_the_scalar_form() => Cases.Sample((parameters, time) =>
    {
        var columns = Columns(parameters, time);
        for (var i = 0; i < time.Length; i++)
        {
            // Beyond its limits the switch is 0 or 1 here, and 5e-5 from that there; the rise 2e-9.
            if (Math.Abs(time[i] - parameters[1] - parameters[2]) < 2 * VillarModel.SwitchLimit)
            {
                var expected = VillarModel.Flux(parameters, time[i]);
                Assert.Equal(expected, columns[(6 * time.Length) + i], 1e-8 * parameters[0] * Math.Exp(20 / parameters[5]));
            }
        }
    });

    [Fact]
    public void Derivatives_are_those_of_small_differences() => Cases.Sample((parameters, time) =>
    {
        var columns = Columns(parameters, time);
        for (var p = 0; p < parameters.Length; p++)
        {
            var step = 1e-5 * Math.Max(1, Math.Abs(parameters[p]));
            var (less, more) = ((double[])parameters.Clone(), (double[])parameters.Clone());
            less[p] -= step;
            more[p] += step;
            var (below, above) = (Columns(less, time), Columns(more, time));
            for (var i = 0; i < time.Length; i++)
            {
                var place = (6 * time.Length) + i;
                var expected = (above[place] - below[place]) / (2 * step);
                Assert.Equal(expected, columns[(p * time.Length) + i], 1e-5 * Math.Max(1, parameters[0]) * (1 + Math.Abs(expected)));
            }
        }
    });

    [Fact]
    public void Exponential_is_exact() => Gen.Double[-700, 700].Sample(x =>
    {
        var expected = Math.Exp(x);
        var computed = VectorExponential.Exp(System.Runtime.Intrinsics.Vector512.Create(x))[0];
        Assert.Equal(expected, computed, 1e-15 * expected);
    });

    // With flux 0 and weight 1 the residual is the model.
    private static double[] Columns(double[] parameters, double[] time)
    {
        var columns = new double[VillarColumns.Count * time.Length];
        var weight = Enumerable.Repeat(1.0, time.Length).ToArray();
        VillarColumns.Compute(parameters, time, new double[time.Length], weight, published: false, derivatives: true, columns);
        return columns;
    }
}
