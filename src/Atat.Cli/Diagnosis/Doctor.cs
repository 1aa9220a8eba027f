using System.Diagnostics;
using System.Globalization;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using Atat.Formats.Parquet;
using Atat.LightCurves;
using Atat.Networks;
using Atat.Reports.Figures;
using Atat.Simulation;
using Atat.Training.Trees;
using TorchSharp;

namespace Atat.Cli.Diagnosis;

/// <summary>Looks at all that the program needs of a machine.</summary>
internal static class Doctor
{
    /// <summary>Looks at everything; the order is that of the printed page.</summary>
    public static IReadOnlyList<Finding> Examine()
    {
        var findings = new List<Finding>
        {
            new("program", true, $"atat {ProgramInfo.Version}, .NET {Environment.Version}"),
            new("system", true, $"{RuntimeInformation.OSDescription}, {RuntimeInformation.RuntimeIdentifier}"),
            new("processors", true, $"{Environment.ProcessorCount}, {Instructions()}"),
            new("memory", true, string.Create(CultureInfo.InvariantCulture, $"{GC.GetGCMemoryInfo().TotalAvailableMemoryBytes / 1e9:F1} GB")),
            Try("catalog files", ReadAndWrite),
            Try("figures", Draw),
        };
        if (TorchRuntime.Problem() is { } problem)
        {
            findings.Add(new Finding("network", false, problem));
        }
        else
        {
            findings.Add(Try("network", Compute));
            findings.Add(new Finding("GPU", true, Gpu()));
        }

        // Where LightGBM has no package, all else works without it.
        findings.Add(LightGbmLibrary.Problem() is { } missing
            ? new Finding("boosted trees", !LightGbmLibrary.IsPackaged, missing)
            : new Finding("boosted trees", true, "LightGBM works"));
        return findings;
    }

    private static string Instructions()
    {
        (bool Supported, string Name)[] sets =
        [
            (Avx512F.IsSupported, "AVX-512"), (Avx2.IsSupported, "AVX2"), (Fma.IsSupported, "FMA"), (AdvSimd.IsSupported, "NEON"),
        ];
        var names = sets.Where(s => s.Supported).Select(s => s.Name).ToArray();
        return names.Length > 0 ? string.Join(", ", names) : "no vector instructions that matter: expect slow training";
    }

    private static string ReadAndWrite()
    {
        var path = Path.GetTempFileName();
        try
        {
            CatalogFile.Write(path, Sample());
            return $"{CatalogFile.Read(path).Count} objects written and read";
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static Catalog Sample() => new SimulatedSurvey(0, ClassRates.Balanced).Make(0, 4);

    private static string Draw()
    {
        var catalog = Sample();
        return string.Create(CultureInfo.InvariantCulture, $"a light curve drawn, {LightCurveFigure.Create(catalog[0], catalog.Schema).ToPng().Length / 1024:N0} kB");
    }

    // 1024 x 1024 matrices, best of some: what a training step is made of.
    private static string Compute()
    {
        const int Size = 1024;
        using var scope = torch.NewDisposeScope();
        var (a, b) = (torch.rand(Size, Size), torch.rand(Size, Size));
        var best = TimeSpan.MaxValue;
        for (var i = 0; i < 4; i++)
        {
            var clock = Stopwatch.StartNew();
            _ = torch.matmul(a, b)[0, 0].item<float>();
            best = clock.Elapsed < best ? clock.Elapsed : best;
        }

        return string.Create(CultureInfo.InvariantCulture, $"LibTorch works, {torch.get_num_threads()} threads, {2.0 * Size * Size * Size / best.TotalSeconds / 1e9:F0} GFLOP/s");
    }

    private static string Gpu() =>
        torch.cuda.is_available() ? $"{torch.cuda.device_count()} CUDA (--device cuda)"
        : torch.mps_is_available() ? "Apple (--device mps)"
        : "none that this build can use; networks run on the processors";

    private static Finding Try(string what, Func<string> check)
    {
        try
        {
            return new Finding(what, true, check());
        }
        catch (Exception e)
        {
            return new Finding(what, false, $"{e.GetType().Name}: {string.Join(' ', e.Message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries))}");
        }
    }
}
