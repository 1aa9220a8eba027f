using System.Runtime.InteropServices;

namespace Atat.Training.Tests.Trees;

/// <summary>LightGBM's own reader and predictor, for comparison.</summary>
internal static partial class LightGbmPredictor
{
    private const int Float32 = 0;
    private const int Normal = 0;

    /// <summary>Probabilities (rows, classes) of row-major values.</summary>
    public static double[] Predict(string model, float[] values, int rows, int columns, int classes)
    {
        Check(Load(model, out _, out var booster));
        var result = new double[rows * classes];
        Check(Predict(booster, values, Float32, rows, columns, 1, Normal, 0, -1, "num_threads=1", out var length, result));
        Check(Free(booster));
        Assert.Equal(result.Length, length);
        return result;
    }

    private static void Check(int result) => Assert.Equal(0, result);

    [LibraryImport("lib_lightgbm", EntryPoint = "LGBM_BoosterLoadModelFromString", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static partial int Load(string model, out int rounds, out nint booster);

    [LibraryImport("lib_lightgbm", EntryPoint = "LGBM_BoosterPredictForMat", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static partial int Predict(nint booster, float[] values, int kind, int rows, int columns, int isRowMajor, int what, int firstRound, int rounds, string parameters, out long length, [Out] double[] result);

    [LibraryImport("lib_lightgbm", EntryPoint = "LGBM_BoosterFree")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.AssemblyDirectory)]
    private static partial int Free(nint booster);
}
