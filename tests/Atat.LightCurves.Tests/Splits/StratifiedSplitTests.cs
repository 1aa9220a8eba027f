using Atat.LightCurves.Splits;

namespace Atat.LightCurves.Tests.Splits;

public sealed class StratifiedSplitTests
{
    [Fact]
    public void Every_class_gives_the_test_set_as_many_and_the_folds_equal_shares() =>
        Gen.Select(Gen.Int[8, 60].Array[1, 5], Gen.Int[1, 4], Gen.Int[2, 4], Gen.Int).Sample((counts, test, folds, seed) =>
        {
            var split = StratifiedSplit.Apply(Make.Classes(counts), TestSize.PerClass(test), folds, seed);
            for (var c = 0; c < counts.Length; c++)
            {
                var members = Members(split, c);
                Assert.Equal(test, members.Count(i => split.Partitions[i] == Partition.Test));
                Assert.Equal(counts[c] - test, members.Count(i => split.Partitions[i] == Partition.Train));
                Assert.All(members, i => Assert.Equal(split.Partitions[i] == Partition.Train, split.Folds[i] >= 0 && split.Folds[i] < folds));
                var sizes = Enumerable.Range(0, folds).Select(f => members.Count(i => split.Folds[i] == f)).ToArray();
                Assert.InRange(sizes.Max() - sizes.Min(), 0, 1);
                Assert.True(sizes.Min() > 0);
            }
        });

    [Fact]
    public void Remainders_of_the_classes_spread_over_the_folds()
    {
        // 5 classes with 5 k + 1 training objects each: dealt alike, fold 0 would hold 5 objects more than the others.
        var split = StratifiedSplit.Apply(Make.Classes(8, 8, 8, 8, 8), TestSize.PerClass(2), 5, 0);
        Assert.Equal([6, 6, 6, 6, 6], Enumerable.Range(0, 5).Select(f => split.Folds.ToArray().Count(x => x == f)));
    }

    [Fact]
    public void The_seed_decides_and_the_order_of_the_objects_does_not()
    {
        var objects = Enumerable.Range(0, 200).Select(i => ($"obj{i}", (string?)(i % 3 == 0 ? "A" : "B"))).ToArray();
        var schema = Make.Schema(new TaxonomyEntry("A", "A"), new TaxonomyEntry("B", "B"));
        var split = Parts(StratifiedSplit.Apply(Make.Catalog(schema, objects), TestSize.PerClass(20), 5, 7));
        var reversed = Parts(StratifiedSplit.Apply(Make.Catalog(schema, objects.Reverse()), TestSize.PerClass(20), 5, 7));
        var other = Parts(StratifiedSplit.Apply(Make.Catalog(schema, objects), TestSize.PerClass(20), 5, 8));

        Assert.Equal(split.OrderBy(p => p.Key, StringComparer.Ordinal), reversed.OrderBy(p => p.Key, StringComparer.Ordinal));
        Assert.NotEqual(split, other);
    }

    // Expected: ids in the order of the first eight bytes (little-endian) of SHA-256 of seed and id, computed with Python's hashlib.
    [Fact]
    public void The_split_of_a_seed_stays_the_same_from_version_to_version()
    {
        var split = StratifiedSplit.Apply(Make.Classes(12), TestSize.PerClass(3), 3, 1);
        Assert.Equal("a2 a5 a9", string.Join(' ', split.Ids.ToArray().Where((_, i) => split.Partitions[i] == Partition.Test)));
        Assert.Equal([1, 0, -1, 2, 2, -1, 0, 1, 0, -1, 1, 2], split.Folds.ToArray());
    }

    [Fact]
    public void Unlabelled_and_unknown_objects_take_no_part()
    {
        var schema = Make.Schema(new TaxonomyEntry("A", "A"));
        (string, string?)[] objects = [.. Enumerable.Range(0, 10).Select(i => ($"a{i}", (string?)"A")), ("u", null), ("x", "unheard of")];
        var split = StratifiedSplit.Apply(Make.Catalog(schema, objects), TestSize.Share(0.2), 2, 0);
        Assert.Equal([Partition.None, Partition.None], split.Partitions[^2..].ToArray());
        Assert.Equal([-1, -1], split.Folds[^2..].ToArray());
        Assert.Equal(2, split.Partitions.ToArray().Count(p => p == Partition.Test));
    }

    [Theory]
    [InlineData(0.25, 10, 3)] // 2.5 rounds away from zero
    [InlineData(0.01, 10, 1)]
    [InlineData(0.7, 10, 7)]
    public void A_share_is_rounded_and_never_empty(double share, int count, int expected)
    {
        var split = StratifiedSplit.Apply(Make.Classes(count), TestSize.Share(share), 2, 0);
        Assert.Equal(expected, split.Partitions.ToArray().Count(p => p == Partition.Test));
    }

    [Fact]
    public void A_class_too_small_is_named_with_its_numbers()
    {
        var thrown = Assert.Throws<InputException>(() => StratifiedSplit.Apply(Make.Classes(100, 12), TestSize.PerClass(10), 5, 0));
        Assert.Contains("Class 'B' has 12 objects: 10 for testing leave 2 for 5 folds", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Impossible_requests_are_refused()
    {
        Assert.Throws<InputException>(() => TestSize.PerClass(0));
        Assert.Throws<InputException>(() => TestSize.Share(0));
        Assert.Throws<InputException>(() => TestSize.Share(1));
        Assert.Throws<InputException>(() => TestSize.Share(double.NaN));
        Assert.Throws<InputException>(() => StratifiedSplit.Apply(Make.Classes(10), TestSize.PerClass(1), 1, 0));
        Assert.Throws<InputException>(() => StratifiedSplit.Apply(Make.Catalog(Make.Schema(), [("a", "A")]), TestSize.PerClass(1), 2, 0));
    }

    private static int[] Members(Catalog catalog, int c)
    {
        var labels = catalog.Labels.ToArray();
        return [.. Enumerable.Range(0, catalog.Count).Where(i => catalog.Schema.Taxonomy.ClassOf(labels[i]!) == c)];
    }

    private static Dictionary<string, (Partition, int)> Parts(Catalog catalog)
    {
        var parts = new Dictionary<string, (Partition, int)>(StringComparer.Ordinal);
        for (var i = 0; i < catalog.Count; i++)
        {
            parts.Add(catalog.Ids[i], (catalog.Partitions[i], catalog.Folds[i]));
        }

        return parts;
    }
}
