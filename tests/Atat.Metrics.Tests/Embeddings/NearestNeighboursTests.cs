using Atat.Metrics.Embeddings;

namespace Atat.Metrics.Tests.Embeddings;

public sealed class NearestNeighboursTests
{
    private static readonly Gen<(int Width, double[] Queries, double[] References)> Sets =
        Gen.Select(Gen.Int[1, 9], Gen.Int[1, 80], Gen.Int[6, 200]).SelectMany(s =>
            Gen.Select(Gen.Const(s.Item1), Values(s.Item1 * s.Item2), Values(s.Item1 * s.Item3)));

    [Fact]
    public void Are_those_of_a_sort_of_all_distances() => Sets.Sample(s =>
    {
        var found = NearestNeighbours.Among(s.Queries, s.References, s.Width, 5);
        for (var i = 0; i < found.Points; i++)
        {
            Assert.Equal(Sorted(s.Queries, i, s.References, s.Width, -1).Take(5), found.Of(i).ToArray());
            Assert.Equal(found.Of(i).ToArray().Select(j => Distance(s.Queries, i, s.References, j, s.Width)), found.DistancesOf(i).ToArray());
        }
    }, iter: 30);

    [Fact]
    public void Leave_out_the_point_itself_not_its_doubles()
    {
        double[] points = [0, 0, 0, 3, 0];
        var found = NearestNeighbours.Within(points, 1, 4);

        Assert.Equal([1, 2, 4, 3], found.Of(0).ToArray());
        Assert.Equal([0, 1, 2, 3], found.Of(4).ToArray());
        Assert.Equal([0, 0, 0, 3], found.DistancesOf(4).ToArray());
        Assert.Equal([0, 1, 2, 4, 3], NearestNeighbours.Within(points, 1, 5, includeSelf: true).Of(4).ToArray());
    }

    [Fact]
    public void Do_not_depend_on_threads()
    {
        var points = Points.Clusters(500, 40, 3, 2, 1);
        var one = NearestNeighbours.Within(points, 40, 7, threads: 1);
        var three = NearestNeighbours.Within(points, 40, 7, threads: 3);

        Assert.Equal(one.Indices, three.Indices);
        Assert.Equal(one.Distances, three.Distances);
    }

    [Fact]
    public void Do_not_depend_on_the_other_queries()
    {
        var points = Points.Clusters(300, 5, 3, 2, 2);
        var all = NearestNeighbours.Among(points, points, 5, 3);
        var last = NearestNeighbours.Among(points[(299 * 5)..], points, 5, 3);

        Assert.Equal(all.DistancesOf(299).ToArray(), last.DistancesOf(0).ToArray());
    }

    [Fact]
    public void Refuse_what_has_no_distance()
    {
        Assert.Throws<ArgumentException>(() => NearestNeighbours.Within([1.0, double.NaN, 2], 1, 1));
        Assert.Throws<ArgumentException>(() => NearestNeighbours.Among([float.PositiveInfinity], [1f, 2], 1, 1));
        Assert.Throws<ArgumentException>(() => NearestNeighbours.Among([1e30f], [0f, 1], 1, 1));
        Assert.Throws<ArgumentException>(() => NearestNeighbours.Within([1.0, 2], 1, 2));
        Assert.Throws<ArgumentException>(() => NearestNeighbours.Within([1.0, 2, 3], 2, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => NearestNeighbours.Within([1.0, 2], 1, 0));
    }

    [Fact]
    public void The_lowest_of_equal_votes_wins()
    {
        var neighbours = new Neighbours(4, [0, 1, 2, 3], [1, 2, 3, 4]);

        Assert.Equal([1], NeighbourVote.Classes(neighbours, [2, 1, 2, 1], 3));
        Assert.Equal([0, 0.5, 0.5], NeighbourVote.Probabilities(neighbours, [2, 1, 2, 1], 3));
        Assert.Throws<ArgumentException>(() => NeighbourVote.Classes(neighbours, [2, 1, 2], 3));
        Assert.Throws<ArgumentException>(() => NeighbourVote.Classes(neighbours, [2, 1, 3, 1], 3));
    }

    // Whole numbers: many equal distances, and every one exact.
    private static Gen<double[]> Values(int count) => Gen.Int[-5, 5].Select(x => (double)x).Array[count];

    private static IEnumerable<int> Sorted(double[] queries, int query, double[] references, int width, int except) =>
        Enumerable.Range(0, references.Length / width).Where(j => j != except).OrderBy(j => Distance(queries, query, references, j, width));

    private static double Distance(double[] a, int i, double[] b, int j, int width) =>
        Math.Sqrt(Enumerable.Range(0, width).Sum(d => Math.Pow(a[(i * width) + d] - b[(j * width) + d], 2)));
}
