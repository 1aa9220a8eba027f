using System.Runtime.InteropServices;
using Atat.LightCurves;

namespace Atat.Training.Trees;

/// <summary>What is used of LightGBM's C interface (c_api.h of version 4); every function but the last error's gives 0 or fails.</summary>
internal static unsafe partial class LightGbm
{
    /// <summary>Kind of a value: 32-bit floating point.</summary>
    public const int Float32 = 0;

    /// <summary>Kind of a value: 32-bit integer.</summary>
    public const int Int32 = 2;

    /// <summary>Importance of features in a saved model: their gain.</summary>
    public const int Gain = 1;

    private const string Library = "lib_lightgbm";

    /// <summary>Fails where a function failed.</summary>
    /// <exception cref="InputException">It did; says what LightGBM says.</exception>
    public static void Check(int result)
    {
        if (result != 0)
        {
            throw new InputException($"LightGBM: {Marshal.PtrToStringUTF8(LastError())?.Trim()}");
        }
    }

    /// <summary>Bounds the threads of everything that follows.</summary>
    [LibraryImport(Library, EntryPoint = "LGBM_SetMaxThreads")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    public static partial int SetMaxThreads(int threads);

    /// <summary>Makes a dataset of a matrix.</summary>
    [LibraryImport(Library, EntryPoint = "LGBM_DatasetCreateFromMat", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    public static partial int CreateDataset(void* data, int kind, int rows, int columns, int isRowMajor, string parameters, nint reference, out DatasetHandle dataset);

    /// <summary>Gives a dataset labels or weights.</summary>
    [LibraryImport(Library, EntryPoint = "LGBM_DatasetSetField", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    public static partial int SetField(DatasetHandle dataset, string field, void* data, int count, int kind);

    /// <summary>Names the columns of a dataset.</summary>
    [LibraryImport(Library, EntryPoint = "LGBM_DatasetSetFeatureNames", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    public static partial int SetFeatureNames(DatasetHandle dataset, string[] names, int count);

    /// <summary>Frees a dataset.</summary>
    [LibraryImport(Library, EntryPoint = "LGBM_DatasetFree")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    public static partial int FreeDataset(nint dataset);

    /// <summary>Begins a model.</summary>
    [LibraryImport(Library, EntryPoint = "LGBM_BoosterCreate", StringMarshalling = StringMarshalling.Utf8)]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    public static partial int CreateBooster(DatasetHandle training, string parameters, out BoosterHandle booster);

    /// <summary>Has a model evaluated on a dataset too.</summary>
    [LibraryImport(Library, EntryPoint = "LGBM_BoosterAddValidData")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    public static partial int AddValidation(BoosterHandle booster, DatasetHandle validation);

    /// <summary>Grows one tree a class.</summary>
    [LibraryImport(Library, EntryPoint = "LGBM_BoosterUpdateOneIter")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    public static partial int Update(BoosterHandle booster, out int isFinished);

    /// <summary>The metrics on one of the model's datasets: 0 for training, 1 for the first validation.</summary>
    [LibraryImport(Library, EntryPoint = "LGBM_BoosterGetEval")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    public static partial int Evaluate(BoosterHandle booster, int dataset, out int count, double* metrics);

    /// <summary>Writes a model as text.</summary>
    [LibraryImport(Library, EntryPoint = "LGBM_BoosterSaveModelToString")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    public static partial int Save(BoosterHandle booster, int firstRound, int rounds, int importance, long space, out long length, byte* text);

    /// <summary>Frees a model.</summary>
    [LibraryImport(Library, EntryPoint = "LGBM_BoosterFree")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    public static partial int FreeBooster(nint booster);

    [LibraryImport(Library, EntryPoint = "LGBM_GetLastError")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories | DllImportSearchPath.AssemblyDirectory)]
    private static partial nint LastError();
}
