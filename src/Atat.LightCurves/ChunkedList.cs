namespace Atat.LightCurves;

/// <summary>
/// A list that grows by chunks of one size: growing copies nothing, and there is never more than one chunk too much, which at hundreds of
/// millions of observations is the difference between fitting into memory and not.
/// </summary>
internal sealed class ChunkedList<T>
{
    private const int SmallestChunk = 1 << 8;
    private const int LargestChunk = 1 << 20;

    private readonly List<T[]> full = [];
    private T[] chunk = [];
    private int used;
    private long inFull;

    /// <summary>Number of elements.</summary>
    public long Count => inFull + used;

    /// <summary>Makes the next chunk of an empty list as large as asked; filled to the last place, it is what <see cref="Take"/> gives.</summary>
    public void Reserve(int count)
    {
        if (Count == 0)
        {
            chunk = GC.AllocateUninitializedArray<T>(count);
        }
    }

    /// <summary>Adds an element.</summary>
    public void Add(T item)
    {
        if (used == chunk.Length)
        {
            Grow();
        }

        chunk[used++] = item;
    }

    /// <summary>Adds elements.</summary>
    public void AddRange(ReadOnlySpan<T> items)
    {
        while (!items.IsEmpty)
        {
            if (used == chunk.Length)
            {
                Grow();
            }

            var count = Math.Min(items.Length, chunk.Length - used);
            items[..count].CopyTo(chunk.AsSpan(used));
            used += count;
            items = items[count..];
        }
    }

    /// <summary>All elements as one array; the list is empty afterwards, chunk by chunk as it is copied.</summary>
    public T[] Take()
    {
        if (full.Count == 0 && used == chunk.Length)
        {
            var whole = chunk;
            (chunk, used) = ([], 0);
            return whole;
        }

        var result = GC.AllocateUninitializedArray<T>(checked((int)Count));
        var next = 0;
        for (var i = 0; i < full.Count; i++)
        {
            full[i].CopyTo(result, next);
            next += full[i].Length;
            full[i] = [];
        }

        chunk.AsSpan(0, used).CopyTo(result.AsSpan(next));
        full.Clear();
        (chunk, used, inFull) = ([], 0, 0);
        return result;
    }

    // Twice as large each time up to a limit, so that a builder of a few objects takes little.
    private void Grow()
    {
        if (chunk.Length > 0)
        {
            full.Add(chunk);
            inFull += used;
        }

        chunk = new T[(int)Math.Clamp(2L * chunk.Length, SmallestChunk, LargestChunk)];
        used = 0;
    }
}
