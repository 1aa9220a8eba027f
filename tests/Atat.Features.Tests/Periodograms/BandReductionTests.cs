using Atat.Features.Periodograms;
using MathNet.Numerics.LinearAlgebra;

namespace Atat.Features.Tests.Periodograms;

public sealed class BandReductionTests
{
    private const int Lanes = 8;

    // Not the special numbers of a generator: where phases coincide, least squares has many answers.
    private static readonly Gen<Points> Irregular =
        Gen.Select(Gen.Int[12, 60], Gen.Int[0, 1_000_000]).Select((count, seed) =>
        {
            var random = new Random(seed);
            double[] Some(double low, double high) => [.. Enumerable.Range(0, count).Select(_ => low + ((high - low) * random.NextDouble()))];
            var time = 60_000.0;
            return new Points([.. Some(0.1, 5).Select(gap => time += gap)], Some(-50, 80), Some(0.5, 4));
        });

    // Times in steps of half a day, so that phases coincide at whole numbers of cycles a day.
    private static readonly Gen<Points> Halves =
        Gen.Select(Gen.Int[0, 8], Gen.Double[-50, 80], Gen.Double[0.5, 4]).Array[6, 40].Select(rows =>
        {
            var half = 120_000;
            return new Points([.. rows.Select(row => (half += row.Item1) / 2.0)], [.. rows.Select(row => row.Item2)], [.. rows.Select(row => row.Item3)]);
        });

    private readonly BandReduction reductions = new();

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void On_a_grid_is_that_of_least_squares(int harmonics) =>
        Gen.Select(Irregular, Gen.Double[0.05, 3]).Sample(
            (band, start) =>
            {
                var (signal, grid) = (Signal(band), new FrequencyGrid(start, 0.0123, 700));
                var values = OnGrid(signal, grid, harmonics);
                for (var k = 0; k < grid.Count; k += 37)
                {
                    Assert.Equal(Dense(band, grid[k], harmonics), values[k], 1e-8 * signal.ChiSquare);
                }
            },
            iter: 20,
            threads: 1);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Of_a_few_is_that_of_least_squares(int harmonics) =>
        Gen.Select(Irregular, Gen.Double[0.05, 15].Array[1, 5]).Sample(
            (band, starts) =>
            {
                const double Step = 0.0007;
                var signal = Signal(band);
                var values = new double[starts.Length * 3 * Lanes];
                reductions.Few(signal, starts, Step, harmonics, values);
                for (var k = 0; k < values.Length; k += 5)
                {
                    Assert.Equal(Dense(band, starts[k / 24] + (k % 24 * Step), harmonics), values[k], 1e-8 * signal.ChiSquare);
                }
            },
            iter: 20,
            threads: 1);

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void Where_phases_coincide_is_that_of_the_recursion(int harmonics) =>
        Halves.Sample(
            band =>
            {
                // Several harmonics lose more digits.
                var tolerance = harmonics == 1 ? 1e-5 : 1e-3;

                // Through 1, 2 and 4 cycles a day, exactly and nearly.
                foreach (var (start, step) in ((double, double)[])[(0.5, 1.0 / 256), (1 - (200 * 1e-6), 1e-6), (2 - (300 * 1e-9), 1e-9), (2, 1e-13)])
                {
                    var (signal, grid) = (Signal(band), new FrequencyGrid(start, step, 500));
                    var values = OnGrid(signal, grid, harmonics);
                    var few = new double[4 * 128];
                    reductions.Few(signal, [start, grid[128], grid[256], grid[384]], step, harmonics, few);
                    for (var k = 0; k < grid.Count; k += Lanes)
                    {
                        var expected = Recursion(signal, grid, k, harmonics);
                        for (var lane = 0; lane < Lanes && k + lane < grid.Count; lane++)
                        {
                            Assert.Equal(expected[lane], values[k + lane], tolerance * signal.ChiSquare);
                            Assert.Equal(expected[lane], few[k + lane], tolerance * signal.ChiSquare);
                        }
                    }
                }
            },
            iter: 30,
            threads: 1);

    [Fact]
    public void Is_between_nothing_and_all() =>
        Halves.Sample(
            band =>
            {
                var signal = Signal(band);
                Assert.All(OnGrid(signal, new FrequencyGrid(0.001, 0.001, 3000), 1), value => Assert.InRange(value, -1e-7 * signal.ChiSquare, (1 + 1e-7) * signal.ChiSquare));
            },
            iter: 30,
            threads: 1);

    [Fact]
    public void Of_a_sinusoid_is_all()
    {
        double[] times = [.. Enumerable.Range(0, 40).Select(i => 60_000 + (1.37 * i) + Math.Sin(i))];
        var signal = Signal(new(times, [.. times.Select(t => 5 + (3 * Math.Cos(Math.Tau * 0.31 * t)))], [.. times.Select(t => 1.5 + Math.Sin(t))]));
        var values = OnGrid(signal, new FrequencyGrid(0.01, 0.001, 1000), 1);
        Assert.Equal(300, Highest.IndexOf(values.AsSpan(0, 1000)));
        Assert.Equal(signal.ChiSquare, values[300], 1e-9 * signal.ChiSquare);
    }

    private static BandSignal Signal(Points band)
    {
        var signal = new BandSignal();
        signal.Load(band.Band(), double.NegativeInfinity, double.PositiveInfinity);
        return signal;
    }

    /// <summary>Chi-square of the best constant less that of the best Fourier series.</summary>
    private static double Dense(Points band, double frequency, int harmonics)
    {
        var wanted = Vector<double>.Build.DenseOfEnumerable(band.Flux.Zip(band.Error, (f, e) => f / e));
        double ChiSquare(int columns)
        {
            var design = Matrix<double>.Build.Dense(band.Length, columns, (i, j) =>
            {
                var angle = Math.Tau * ((j + 1) / 2) * frequency * (band.Time[i] - band.Time[0]);
                return (j % 2 == 1 ? Math.Cos(angle) : j > 0 ? Math.Sin(angle) : 1) / band.Error[i];
            });
            return Math.Pow((wanted - (design * design.QR().Solve(wanted))).L2Norm(), 2);
        }

        return ChiSquare(1) - ChiSquare(1 + (2 * harmonics));
    }

    private static double[] Recursion(BandSignal signal, FrequencyGrid grid, int first, int harmonics)
    {
        var (cosines, sines) = (new double[signal.Count * Lanes], new double[signal.Count * Lanes]);
        for (var i = 0; i < signal.Count * Lanes; i++)
        {
            var cycles = grid[first + (i % Lanes)] * signal.Time[i / Lanes];
            (sines[i], cosines[i]) = Math.SinCos(Math.Tau * (cycles - Math.Floor(cycles)));
        }

        var result = new OrthogonalPolynomials<double>().Reduction(signal.InverseError, signal.Value, cosines, sines, harmonics);
        return [.. Enumerable.Range(0, Lanes).Select(lane => result[lane])];
    }

    private double[] OnGrid(BandSignal signal, FrequencyGrid grid, int harmonics)
    {
        var values = new double[BandReduction.Padded(grid.Count)];
        reductions.OnGrid(signal, grid, harmonics, values);
        return values[..grid.Count];
    }
}
