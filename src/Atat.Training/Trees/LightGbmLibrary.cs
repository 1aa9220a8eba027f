using System.Runtime.InteropServices;
using Atat.LightCurves;

namespace Atat.Training.Trees;

/// <summary>The native library that boosted trees are trained with; trained ones are used without it.</summary>
public static class LightGbmLibrary
{
    /// <summary>Whether the library comes with the program on this platform.</summary>
    public static bool IsPackaged => RuntimeInformation.ProcessArchitecture == Architecture.X64;

    /// <summary>Loads the library.</summary>
    /// <returns>Null when it works, else one line that says what is wrong and what to do.</returns>
    public static string? Problem()
    {
        try
        {
            LightGbm.Check(LightGbm.SetMaxThreads(-1));
            return null;
        }
        catch (Exception failure) when (failure is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException)
        {
            return $"LightGBM does not load on {RuntimeInformation.RuntimeIdentifier}: {Remedy(RuntimeInformation.ProcessArchitecture)}.";
        }
    }

    /// <summary>Guards training.</summary>
    /// <exception cref="InputException">The library does not load; says why.</exception>
    public static void Require()
    {
        if (Problem() is { } problem)
        {
            throw new InputException($"Boosted trees cannot be trained here: {problem} Trained ones can be used, and --model hierarchical needs no such library.");
        }
    }

    private static string Remedy(Architecture architecture) =>
        OperatingSystem.IsMacOS() ? $"its library for macOS is for x64{(architecture == Architecture.X64 ? " and needs libomp (brew install libomp)" : "; put the lib_lightgbm.dylib of 'brew install lightgbm' beside the program")}"
        : architecture != Architecture.X64 ? $"its package has libraries for x64 only; put a lib_lightgbm built for {architecture} beside the program"
        : OperatingSystem.IsWindows() ? "it needs the Microsoft Visual C++ Redistributable for 2015-2022"
        : "it needs libgomp.so.1 (install libgomp1, or libgomp), glibc 2.27 and libstdc++ of GCC 5 or newer";
}
