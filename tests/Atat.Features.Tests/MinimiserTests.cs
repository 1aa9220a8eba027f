using System.Runtime.Intrinsics;

namespace Atat.Features.Tests;

public sealed class MinimiserTests
{
    [Fact]
    public void Limited_memory_BFGS_finds_the_end_of_a_curved_valley()
    {
        var valley = default(Valley);
        var found = LimitedMemoryBfgs.Minimise(ref valley, Vector128.Create(-1.2, 1));

        Assert.Equal(1, found[0], 1e-4);
        Assert.Equal(1, found[1], 1e-4);
        Assert.InRange(valley.Evaluations, 10, 80);
    }

    [Fact]
    public void Limited_memory_BFGS_keeps_to_where_the_function_is_defined()
    {
        var logarithm = default(LogarithmicWall);
        var found = LimitedMemoryBfgs.Minimise(ref logarithm, Vector128.Create(3.0, 2));

        Assert.Equal(1, found[0], 1e-4);
        Assert.Equal(0, found[1], 1e-4);
    }

    [Fact]
    public void Limited_memory_BFGS_does_not_start_where_it_is_not()
    {
        var logarithm = default(LogarithmicWall);
        Assert.True(double.IsNaN(LimitedMemoryBfgs.Minimise(ref logarithm, Vector128.Create(-1.0, 2))[0]));
    }

    [Fact]
    public void Brent_finds_the_vertex_of_a_parabola() =>
        Gen.Double[0.01, 0.99].Sample(vertex =>
        {
            var parabola = new Parabola(vertex);
            Assert.Equal(vertex, BoundedBrent.Minimise(ref parabola, 0, 1, 1e-12, 100), 1e-7);
        });

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(2, 1)]
    public void Brent_goes_to_the_bound(double vertex, double bound)
    {
        var parabola = new Parabola(vertex);
        Assert.Equal(bound, BoundedBrent.Minimise(ref parabola, 0, 1, 1e-12, 200), 1e-6);
    }

    [Fact]
    public void Brent_of_nothing_is_the_golden_section()
    {
        var nothing = new Parabola(double.NaN);
        Assert.Equal(2 + (3 * BoundedBrent.GoldenSection), BoundedBrent.Minimise(ref nothing, 2, 5, 1e-12, 100));
    }

    /// <summary>Rosenbrock's function.</summary>
    private struct Valley : IPlaneObjective
    {
        public int Evaluations { get; private set; }

        public double Value(Vector128<double> point, out Vector128<double> gradient)
        {
            Evaluations++;
            var (x, y) = (point[0], point[1]);
            var off = y - (x * x);
            gradient = Vector128.Create((-400 * x * off) - (2 * (1 - x)), 200 * off);
            return (100 * off * off) + ((1 - x) * (1 - x));
        }
    }

    /// <summary>x - ln x + y², undefined for x below zero.</summary>
    private readonly struct LogarithmicWall : IPlaneObjective
    {
        public double Value(Vector128<double> point, out Vector128<double> gradient)
        {
            gradient = Vector128.Create(1 - (1 / point[0]), 2 * point[1]);
            return point[0] - Math.Log(point[0]) + (point[1] * point[1]);
        }
    }

    private readonly struct Parabola(double vertex) : IScalarObjective
    {
        public double Value(double x) => (x - vertex) * (x - vertex);
    }
}
