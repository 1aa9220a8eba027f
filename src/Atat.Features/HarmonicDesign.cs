using System.Numerics;

namespace Atat.Features;

/// <summary>
/// The matrix 1, cos kφ, sin kφ (k = 1 to 7, φ = 2πt/P) of the points of a band that have an error above zero; columns lie one behind the other,
/// padded with rows of no weight.
/// </summary>
internal readonly ref struct HarmonicDesign
{
    /// <summary>Highest harmonic.</summary>
    public const int Harmonics = 7;

    /// <summary>Columns: the constant, and a cosine and a sine for each harmonic.</summary>
    public const int Columns = (2 * Harmonics) + 1;

    /// <summary>Added to an error, in the unit of flux, before it becomes a weight.</summary>
    private const double ErrorFloor = 0.01;

    private readonly Span<double> flux;
    private readonly Span<double> cosines;
    private readonly Span<double> sines;

    /// <summary>Takes the points and the angles of the first harmonic.</summary>
    /// <param name="band">The band.</param>
    /// <param name="period">Period in days.</param>
    /// <param name="scratch">Working memory, which stays taken.</param>
    public HarmonicDesign(BandSeries band, double period, Scratch scratch)
    {
        var padded = PaddedVectors.Padded(band.Length);
        flux = scratch.Take(padded);
        Errors = scratch.Take(padded);
        cosines = scratch.Take(padded);
        sines = scratch.Take(padded);
        var count = 0;
        for (var i = 0; i < band.Length; i++)
        {
            var error = band.Error[i];
            if (error <= 0)
            {
                continue;
            }

            // Whole turns are taken off here, where they are exact; a full MJD is up to a million turns.
            var turns = band.Time[i] / period;
            (flux[count], Errors[count], cosines[count]) = (band.Flux[i], error + ErrorFloor, turns - Math.Round(turns));
            count++;
        }

        Length = count;
        Stride = PaddedVectors.Padded(count);
        flux[count..].Clear();
        cosines[count..].Clear();
        Errors[count..].Fill(double.PositiveInfinity);
        ref var cosine = ref PaddedVectors.Start(cosines);
        ref var sine = ref PaddedVectors.Start(sines);
        for (nuint i = 0; i < (nuint)Stride; i += (nuint)Vector<double>.Count)
        {
            var (s, c) = Vector.SinCos(Math.Tau * Vector.LoadUnsafe(ref cosine, i));
            c.StoreUnsafe(ref cosine, i);
            s.StoreUnsafe(ref sine, i);
        }
    }

    /// <summary>Points.</summary>
    public int Length { get; }

    /// <summary>Rows of a column with its padding.</summary>
    public int Stride { get; }

    /// <summary>Errors with their floor; infinite in the padding.</summary>
    public Span<double> Errors { get; }

    /// <summary>Writes the matrix and the flux, both divided by the errors.</summary>
    /// <param name="matrix">Receives <see cref="Columns"/> columns of <see cref="Stride"/>.</param>
    /// <param name="wanted">Receives the flux.</param>
    public void Weigh(Span<double> matrix, Span<double> wanted)
    {
        ref var target = ref PaddedVectors.Start(matrix[..(Columns * Stride)]);
        ref var right = ref PaddedVectors.Start(wanted[..Stride]);
        var stride = (nuint)Stride;
        for (nuint i = 0; i < stride; i += (nuint)Vector<double>.Count)
        {
            var weight = Vector<double>.One / Vector.LoadUnsafe(ref PaddedVectors.Start(Errors), i);
            var (c, s) = Angles(i);
            var (x, y) = (c * weight, s * weight);
            weight.StoreUnsafe(ref target, i);
            (Vector.LoadUnsafe(ref PaddedVectors.Start(flux), i) * weight).StoreUnsafe(ref right, i);
            for (nuint k = 0; k < Harmonics; k++)
            {
                x.StoreUnsafe(ref target, i + (((2 * k) + 1) * stride));
                y.StoreUnsafe(ref target, i + (((2 * k) + 2) * stride));
                (x, y) = ((x * c) - (y * s), (x * s) + (y * c));
            }
        }
    }

    /// <summary>Writes the flux minus the series with these coefficients, padded.</summary>
    public void Residuals(ReadOnlySpan<double> solution, Span<double> residuals)
    {
        ref var target = ref PaddedVectors.Start(residuals[..Stride]);
        for (nuint i = 0; i < (nuint)Stride; i += (nuint)Vector<double>.Count)
        {
            var (c, s) = Angles(i);
            var (x, y) = (c, s);
            var fit = Vector.Create(solution[0]);
            for (var k = 0; k < Harmonics; k++)
            {
                fit += (solution[(2 * k) + 1] * x) + (solution[(2 * k) + 2] * y);
                (x, y) = ((x * c) - (y * s), (x * s) + (y * c));
            }

            (Vector.LoadUnsafe(ref PaddedVectors.Start(flux), i) - fit).StoreUnsafe(ref target, i);
        }
    }

    private (Vector<double> Cosine, Vector<double> Sine) Angles(nuint at) =>
        (Vector.LoadUnsafe(ref PaddedVectors.Start(cosines), at), Vector.LoadUnsafe(ref PaddedVectors.Start(sines), at));
}
