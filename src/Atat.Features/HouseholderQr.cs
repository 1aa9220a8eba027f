using System.Numerics;

namespace Atat.Features;

/// <summary>
/// A matrix made triangular in place by Householder reflections (Golub and Van Loan 2013, section 5.2). Columns lie one behind the other; above the
/// diagonal they end as the triangle, from the diagonal on as the vectors of the reflections.
/// </summary>
internal readonly ref struct HouseholderQr
{
    private const double LeastNormal = 2.2250738585072014e-308;

    private readonly Span<double> matrix;
    private readonly int stride;
    private readonly Span<double> factors;

    /// <summary>Factors a matrix of at least as many rows as columns.</summary>
    /// <param name="matrix">The columns, padded with rows of zeros.</param>
    /// <param name="stride">Rows of a column with its padding, whole vectors.</param>
    /// <param name="columns">Number of columns.</param>
    /// <param name="scratch">Working memory, which stays taken.</param>
    public HouseholderQr(Span<double> matrix, int stride, int columns, Scratch scratch)
    {
        this.matrix = matrix[..(stride * columns)];
        this.stride = stride;
        factors = scratch.Take(columns);
        Diagonal = scratch.Take(columns);
        for (var k = 0; k < columns; k++)
        {
            var column = Column(k);
            var norm = Math.Sqrt(Dot(k, column));
            var head = column[k];
            var product = norm * (norm + Math.Abs(head));
            if (product < LeastNormal)
            {
                // What rounding leaves of a column that depends on those before falls with every such column, until its square is no number to divide by.
                (Diagonal[k], factors[k]) = (0, 0);
                continue;
            }

            Diagonal[k] = head > 0 ? -norm : norm;
            column[k] = head - Diagonal[k];
            factors[k] = 1 / product;
            for (var j = k + 1; j < columns; j++)
            {
                Reflect(k, Column(j));
            }
        }
    }

    /// <summary>The triangle's diagonal.</summary>
    public Span<double> Diagonal { get; }

    /// <summary>A column: of the triangle in its first elements, up to and without the diagonal.</summary>
    public Span<double> Column(int index) => matrix.Slice(index * stride, stride);

    /// <summary>Multiplies a padded vector by Qᵀ.</summary>
    public void Rotate(Span<double> vector)
    {
        for (var k = 0; k < factors.Length; k++)
        {
            Reflect(k, vector);
        }
    }

    /// <summary>Multiplies a padded vector by Q.</summary>
    public void RotateBack(Span<double> vector)
    {
        for (var k = factors.Length - 1; k >= 0; k--)
        {
            Reflect(k, vector);
        }
    }

    private void Reflect(int k, Span<double> vector)
    {
        ref var target = ref PaddedVectors.Start(vector[..stride]);
        ref var source = ref PaddedVectors.Start(Column(k));
        var factor = Vector.Create(-factors[k] * Dot(k, vector));
        var first = (nuint)(k - (k % Vector<double>.Count));
        var reflection = Vector.LoadUnsafe(ref source, first) & FromDiagonal(k);
        Vector.MultiplyAddEstimate(factor, reflection, Vector.LoadUnsafe(ref target, first)).StoreUnsafe(ref target, first);
        for (var i = first + (nuint)Vector<double>.Count; i < (nuint)stride; i += (nuint)Vector<double>.Count)
        {
            Vector.MultiplyAddEstimate(factor, Vector.LoadUnsafe(ref source, i), Vector.LoadUnsafe(ref target, i)).StoreUnsafe(ref target, i);
        }
    }

    /// <summary>The product of column k, from its diagonal on, with a vector.</summary>
    private double Dot(int k, Span<double> vector)
    {
        ref var left = ref PaddedVectors.Start(Column(k));
        ref var right = ref PaddedVectors.Start(vector[..stride]);
        var first = (nuint)(k - (k % Vector<double>.Count));
        var mask = FromDiagonal(k);
        var sum = (Vector.LoadUnsafe(ref left, first) & mask) * (Vector.LoadUnsafe(ref right, first) & mask);
        for (var i = first + (nuint)Vector<double>.Count; i < (nuint)stride; i += (nuint)Vector<double>.Count)
        {
            sum = Vector.MultiplyAddEstimate(Vector.LoadUnsafe(ref left, i), Vector.LoadUnsafe(ref right, i), sum);
        }

        return Vector.Sum(sum);
    }

    /// <summary>All bits in the lanes of the diagonal's vector that are not above the diagonal.</summary>
    private static Vector<double> FromDiagonal(int k) =>
        Vector.GreaterThanOrEqual(Vector<double>.Indices, Vector.Create((double)(k % Vector<double>.Count))).As<long, double>();
}
