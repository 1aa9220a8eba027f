using System.Diagnostics;
using static TorchSharp.torch;

namespace Atat.Training.Benchmarks;

/// <summary>What a device reaches in products of large single-precision matrices.</summary>
public static class MatrixRate
{
    private const int Size = 1024;

    /// <summary>Measures for some tenths of a second.</summary>
    /// <param name="device">The device.</param>
    /// <param name="seconds">Time to measure for.</param>
    /// <returns>Floating-point operations a second.</returns>
    public static double Measure(Device device, double seconds = 0.4) => Measure(device, seconds, () => Stopwatch.GetTimestamp() / (double)Stopwatch.Frequency);

    /// <summary>The same in processor time: what one core reaches with one thread, whatever other processes do.</summary>
    /// <param name="device">The processor.</param>
    internal static double OfProcessor(Device device) => Measure(device, 0.4, () => ProcessorTime.Now);

    private static double Measure(Device device, double seconds, Func<double> clock)
    {
        using var scope = NewDisposeScope();
        using var _ = no_grad();
        var left = rand(Size, Size, device: device);
        var right = rand(Size, Size, device: device);
        var product = left.matmul(right);
        product[0, 0].item<float>();
        var started = clock();
        var products = 0;
        while (clock() - started < seconds)
        {
            for (var i = 0; i < 8; i++, products++)
            {
                Multiply(left, right, product);
            }

            product[0, 0].item<float>();
        }

        return 2.0 * Size * Size * Size * products / (clock() - started);
    }

    private static void Multiply(Tensor left, Tensor right, Tensor product)
    {
        using var result = left.matmul(right);
        product.copy_(result);
    }
}
