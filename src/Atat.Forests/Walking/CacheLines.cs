using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Atat.Forests.Walking;

/// <summary>Arrays whose elements stand in the lines of 64 bytes that a processor fetches at once.</summary>
internal static class CacheLines
{
    /// <summary>Bytes of a line.</summary>
    public const int Bytes = 64;

    /// <summary>Makes an array of zeros; it is pinned, so that it stays where it is.</summary>
    /// <param name="length">Elements that are needed.</param>
    /// <param name="start">First element that begins a line; the elements that are needed start there.</param>
    public static T[] Allocate<T>(int length, out int start)
        where T : unmanaged
    {
        var size = Unsafe.SizeOf<T>();
        var array = GC.AllocateArray<T>(length + (Bytes / size), pinned: true);
        var beyond = (int)((ulong)Marshal.UnsafeAddrOfPinnedArrayElement(array, 0) % Bytes);
        start = (Bytes - beyond) % Bytes / size;
        return array;
    }
}
