using System.Runtime.InteropServices;

namespace Atat.Networks;

/// <summary>Settings of the C library's allocator, which LibTorch takes its tensors from.</summary>
public static partial class NativeAllocator
{
    private const int TrimThreshold = -1;
    private const int TopPad = -2;
    private const int MapThreshold = -3;
    private const int MaximumArenas = -8;

    // glibc takes no larger threshold.
    private const int LargestMapThreshold = 32 << 20;

    /// <summary>
    /// Makes glibc keep what is freed for the next tensor of about that size. As it comes, memory of every step's large tensors goes back to
    /// the system and is taken, cleared, page by page in the next. Does nothing where the C library is another.
    /// </summary>
    public static void KeepFreed()
    {
        if (!OperatingSystem.IsLinux())
        {
            return;
        }

        try
        {
            // An option that is refused costs time, nothing else.
            _ = SetOption(MaximumArenas, 1);
            _ = SetOption(MapThreshold, LargestMapThreshold);
            _ = SetOption(TrimThreshold, int.MaxValue);
            _ = SetOption(TopPad, LargestMapThreshold);
        }
        catch (Exception e) when (e is DllNotFoundException or EntryPointNotFoundException)
        {
            // Another C library: its own ways are good enough.
        }
    }

    [LibraryImport("libc.so.6", EntryPoint = "mallopt")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int SetOption(int option, int value);
}
