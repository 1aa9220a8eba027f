using System.Runtime.InteropServices;
using TorchSharp;

namespace Atat.Networks;

/// <summary>The native libraries that networks run on: LibTorch and TorchSharp's bindings to it.</summary>
public static class TorchRuntime
{
    private static readonly string[] Platforms = ["linux-x64", "win-x64", "win-arm64", "osx-arm64"];

    /// <summary>Loads the native libraries, as the first use of a tensor would.</summary>
    /// <returns>Null when they work, else one line that says what is missing and what to do.</returns>
    public static string? Problem()
    {
        var searched = AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") as string ?? "";
        string[] folders = [AppContext.BaseDirectory, .. searched.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)];
        return Problem(Platform(), folders);
    }

    /// <summary>The same for a named platform and the folders that its libraries are looked for in.</summary>
    internal static string? Problem(string platform, IReadOnlyList<string> folders)
    {
        if (!Platforms.Contains(platform))
        {
            return $"LibTorch is not available for {platform}; networks run on {string.Join(", ", Platforms)}.";
        }

        var name = OperatingSystem.IsWindows() ? "LibTorchSharp.dll"
            : OperatingSystem.IsMacOS() ? "libLibTorchSharp.dylib" : "libLibTorchSharp.so";
        var library = folders.Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        if (library is null)
        {
            return $"{name} is not beside the program, in {folders[0]}; build or publish it for this platform: dotnet publish -r {platform}.";
        }

        try
        {
            torch.InitializeDeviceType(DeviceType.CPU);
            NativeLibrary.Load(library);
            return null;
        }
        catch (Exception failure) when (failure is DllNotFoundException or BadImageFormatException or EntryPointNotFoundException
            or NotSupportedException or TypeInitializationException)
        {
            return $"{library} does not load: {Reason(library) ?? OneLine(failure.Message)}; {Remedy()}.";
        }
    }

    /// <summary>What the system's own loader says, which TorchSharp buries in a trace of all its attempts.</summary>
    private static string? Reason(string library)
    {
        try
        {
            NativeLibrary.Load(library);
            return null;
        }
        catch (Exception failure) when (failure is DllNotFoundException or BadImageFormatException)
        {
            return OneLine(failure.Message);
        }
    }

    private static string Remedy() =>
        OperatingSystem.IsLinux() ? "it needs glibc 2.34 and libstdc++ of GCC 12 or newer (Debian 12, Ubuntu 22.04)"
        : OperatingSystem.IsWindows() ? "it needs the Microsoft Visual C++ Redistributable for 2015-2022"
        : "it needs macOS 11 or newer";

    private static string OneLine(string text) =>
        string.Join(' ', text.Split((char[])['\r', '\n', ' ', '\t'], StringSplitOptions.RemoveEmptyEntries)).TrimEnd('.');

    /// <summary>The portable runtime identifier: without a distribution's name or version.</summary>
    private static string Platform()
    {
        var system = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
        var libc = RuntimeInformation.RuntimeIdentifier.Contains("musl", StringComparison.Ordinal) ? "-musl" : "";
        return $"{system}{libc}-{RuntimeInformation.ProcessArchitecture.ToString().ToLowerInvariant()}";
    }
}
