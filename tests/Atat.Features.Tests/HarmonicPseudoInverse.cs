namespace Atat.Features.Tests;

/// <summary>The harmonic fit by singular values, written plainly: columns of A, or rows where they are fewer, are turned until orthogonal.</summary>
/// <param name="Solution">Minimum-norm coefficients.</param>
/// <param name="Condition">Largest by smallest singular value.</param>
public sealed record HarmonicPseudoInverse(double[] Solution, double Condition)
{
    private const int Columns = 15;

    public static HarmonicPseudoInverse Of(Points band, double period)
    {
        var rows = Enumerable.Range(0, band.Length).Where(i => band.Error[i] > 0).ToArray();
        double[] Row(int i) => [.. Enumerable.Range(0, Columns).Select(j => Element(band.Time[i] / period, j) / (band.Error[i] + 0.01))];
        double[][] matrix = [.. rows.Select(Row)];
        double[] wanted = [.. rows.Select(i => band.Flux[i] / (band.Error[i] + 0.01))];

        // Vectors that are made orthogonal: the columns of A, or its rows where they are fewer.
        var wide = rows.Length < Columns;
        double[][] vectors = wide ? matrix : [.. Enumerable.Range(0, Columns).Select(j => matrix.Select(row => row[j]).ToArray())];
        double[][] turns = [.. vectors.Select((_, i) => vectors.Select((_, j) => i == j ? 1.0 : 0).ToArray())];
        for (var sweep = 0; sweep < 60; sweep++)
        {
            for (var p = 0; p < vectors.Length; p++)
            {
                for (var q = p + 1; q < vectors.Length; q++)
                {
                    var angle = 0.5 * Math.Atan2(2 * Dot(vectors[p], vectors[q]), Dot(vectors[p], vectors[p]) - Dot(vectors[q], vectors[q]));
                    Turn(vectors, p, q, angle);
                    Turn(turns, p, q, angle);
                }
            }
        }

        double[] squares = [.. vectors.Select(vector => Dot(vector, vector))];
        var solution = new double[Columns];
        for (var i = 0; i < vectors.Length; i++)
        {
            if (squares[i] > 1e-24 * squares.Max())
            {
                var share = Dot(wide ? turns[i] : vectors[i], wanted) / squares[i];
                for (var j = 0; j < Columns; j++)
                {
                    solution[j] += share * (wide ? vectors[i] : turns[i])[j];
                }
            }
        }

        return new(solution, Math.Sqrt(squares.Max() / squares.Min()));
    }

    private static double Element(double turns, int column) => column switch
    {
        0 => 1,
        _ when column % 2 == 1 => Math.Cos(Math.Tau * ((column + 1) / 2) * (turns - Math.Floor(turns))),
        _ => Math.Sin(Math.Tau * (column / 2) * (turns - Math.Floor(turns))),
    };

    private static double Dot(double[] left, double[] right) => left.Zip(right, (x, y) => x * y).Sum();

    private static void Turn(double[][] vectors, int p, int q, double angle)
    {
        var (sine, cosine) = Math.SinCos(angle);
        for (var i = 0; i < vectors[p].Length; i++)
        {
            var (x, y) = (vectors[p][i], vectors[q][i]);
            (vectors[p][i], vectors[q][i]) = ((cosine * x) + (sine * y), (cosine * y) - (sine * x));
        }
    }
}
