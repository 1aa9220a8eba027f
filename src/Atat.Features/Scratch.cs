namespace Atat.Features;

/// <summary>
/// Working memory of one thread: hands out spans of one growing array, so that a feature of a light curve of any length allocates nothing once the
/// array is large enough. What was taken stays valid until the place it was taken from is freed.
/// </summary>
public sealed class Scratch
{
    private double[] buffer = new double[4096];
    private int used;

    /// <summary>How much is taken; give it to <see cref="Free"/> when done.</summary>
    public int Mark => used;

    /// <summary>Takes numbers, whatever they hold.</summary>
    public Span<double> Take(int length)
    {
        if (used + length > buffer.Length)
        {
            // Spans into the old array stay valid; it is collected when they are gone.
            Array.Resize(ref buffer, Math.Max(buffer.Length * 2, used + length));
        }

        var span = buffer.AsSpan(used, length);
        used += length;
        return span;
    }

    /// <summary>Takes numbers, all zero.</summary>
    public Span<double> TakeZeros(int length)
    {
        var span = Take(length);
        span.Clear();
        return span;
    }

    /// <summary>Takes a copy.</summary>
    public Span<double> Copy(ReadOnlySpan<double> values)
    {
        var span = Take(values.Length);
        values.CopyTo(span);
        return span;
    }

    /// <summary>Gives back all that was taken since a mark.</summary>
    public void Free(int mark) => used = mark;
}
