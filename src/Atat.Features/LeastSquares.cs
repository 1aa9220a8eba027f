namespace Atat.Features;

/// <summary>The shortest of the vectors that minimise |A x - b|, by orthogonal transformations.</summary>
internal static class LeastSquares
{
    private const int Columns = HarmonicDesign.Columns;

    /// <summary>Ratio of the triangle's diagonal below which its rank is looked at closely.</summary>
    private const double Doubtful = 1e-11;

    /// <summary>Solves for the coefficients of a harmonic series; of any rank and number of rows.</summary>
    /// <param name="matrix">A, 15 columns one behind the other, padded with zeros; overwritten.</param>
    /// <param name="rows">Rows of A without padding.</param>
    /// <param name="stride">Rows with padding.</param>
    /// <param name="wanted">b, padded; overwritten.</param>
    /// <param name="solution">Receives x.</param>
    /// <param name="scratch">Working memory.</param>
    public static void Solve(Span<double> matrix, int rows, int stride, Span<double> wanted, Span<double> solution, Scratch scratch)
    {
        var mark = scratch.Mark;
        if (rows >= Columns)
        {
            SolveTall(matrix, stride, wanted, solution, scratch);
        }
        else
        {
            SolveWide(matrix, rows, stride, wanted, solution, scratch);
        }

        scratch.Free(mark);
    }

    private static void SolveTall(Span<double> matrix, int stride, Span<double> wanted, Span<double> solution, Scratch scratch)
    {
        // A = Q R, so that x solves R x = Qᵀ b.
        var qr = new HouseholderQr(matrix, stride, Columns, scratch);
        qr.Rotate(wanted);
        if (IsDoubtful(qr.Diagonal))
        {
            PseudoInverse.Apply(Triangle(qr, Columns, scratch), Columns, wanted, transposed: false, solution, scratch);
            return;
        }

        wanted[..Columns].CopyTo(solution);
        for (var j = Columns - 1; j >= 0; j--)
        {
            var x = solution[j] /= qr.Diagonal[j];
            var column = qr.Column(j);
            for (var i = 0; i < j; i++)
            {
                solution[i] -= column[i] * x;
            }
        }
    }

    private static void SolveWide(Span<double> matrix, int rows, int stride, Span<double> wanted, Span<double> solution, Scratch scratch)
    {
        // Aᵀ = Q R, so that the shortest x is Q y where Rᵀ y = b.
        var width = PaddedVectors.Padded(Columns);
        var transposed = scratch.TakeZeros(rows * width);
        for (var row = 0; row < rows; row++)
        {
            for (var column = 0; column < Columns; column++)
            {
                transposed[(row * width) + column] = matrix[(column * stride) + row];
            }
        }

        var qr = new HouseholderQr(transposed, width, rows, scratch);
        var y = scratch.TakeZeros(width);
        if (IsDoubtful(qr.Diagonal))
        {
            PseudoInverse.Apply(Triangle(qr, rows, scratch), rows, wanted, transposed: true, y, scratch);
        }
        else
        {
            for (var i = 0; i < rows; i++)
            {
                var column = qr.Column(i);
                var sum = wanted[i];
                for (var k = 0; k < i; k++)
                {
                    sum -= column[k] * y[k];
                }

                y[i] = sum / qr.Diagonal[i];
            }
        }

        qr.RotateBack(y);
        y[..Columns].CopyTo(solution);
    }

    private static bool IsDoubtful(ReadOnlySpan<double> diagonal)
    {
        var (smallest, largest) = (double.PositiveInfinity, 0.0);
        foreach (var element in diagonal)
        {
            (smallest, largest) = (Math.Min(smallest, Math.Abs(element)), Math.Max(largest, Math.Abs(element)));
        }

        return !(smallest > Doubtful * largest);
    }

    private static Span<double> Triangle(HouseholderQr qr, int size, Scratch scratch)
    {
        var triangle = scratch.TakeZeros(size * size);
        for (var j = 0; j < size; j++)
        {
            qr.Column(j)[..j].CopyTo(triangle[(j * size)..]);
            triangle[(j * size) + j] = qr.Diagonal[j];
        }

        return triangle;
    }
}
