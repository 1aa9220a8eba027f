using Atat.LightCurves.Splits;

namespace Atat.LightCurves.Tests.Splits;

public sealed class SplitFileTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void Parts_are_taken_over_and_folds_made_by_class()
    {
        var split = Apply("snid,part\na0,train\na1,train\na2,test\nb0,train\nb1,train\n\"b2\",test\n", Make.Classes(4, 4), folds: 2);
        Assert.Equal([Partition.Train, Partition.Train, Partition.Test, Partition.None], split.Partitions[..4].ToArray());
        Assert.Equal([0, 1], split.Folds[..2].ToArray().Order());
        Assert.Equal([0, 1], split.Folds[4..6].ToArray().Order());
        Assert.Equal([-1, -1], split.Folds[2..4].ToArray());
    }

    [Fact]
    public void Given_folds_are_kept()
    {
        var split = Apply("id,fold,Partition\r\na0,4,train\r\na1,0,train\r\na2,,test\r\n\r\n", Make.Classes(3), folds: 2);
        Assert.Equal([4, 0, -1], split.Folds.ToArray());
    }

    [Fact]
    public void Quoted_identifiers_may_hold_commas_and_quotes()
    {
        File.WriteAllText(path, "id, part\n\"a,\"\"1\"\"\", test\nb,train\n");
        Assert.Equal([new SplitRow(2, "a,\"1\"", Partition.Test, -1), new SplitRow(3, "b", Partition.Train, -1)], SplitFile.Read(path));
    }

    [Theory]
    [InlineData("id,parts\n", "line 1: no column 'part'")]
    [InlineData("", "line 1: no column 'part'")]
    [InlineData("part\ntrain\n", "line 1: no column 'part'; write the identifier first")]
    [InlineData("id,part\na0,train\na0,test\n", "line 3: object 'a0' stands in line 2 already")]
    [InlineData("id,part\na0,train\nq,test\n", "line 3: the catalog has no object 'q'")]
    [InlineData("id,part\na0,valid\n", "line 2: part 'valid' is neither")]
    [InlineData("id,part\na0\n", "line 2: 1 columns, the header has 2")]
    [InlineData("id,part\n,train\n", "line 2: no identifier")]
    [InlineData("id,part\n\"a0,train\n", "line 2: a quote is not closed")]
    [InlineData("id,part,fold\na0,train,-1\n", "line 2: fold '-1' must be 0, 1, 2")]
    [InlineData("id,part,fold\na0,test,1\n", "line 2: fold '1' must be")]
    [InlineData("id,part,fold\na0,train,1\na1,train,\n", "line 3: training object 'a1' has no fold")]
    [InlineData("id,part\na0,test\n", "nothing to train on")]
    [InlineData("id,part\nu,train\n", "line 2: object 'u' is to train on but has no label")]
    [InlineData("id,part\na0,train\n", "Class 'A' has 1 training objects for 2 folds")]
    public void A_bad_row_is_named(string text, string says)
    {
        var schema = Make.Schema(new TaxonomyEntry("A", "A"));
        var catalog = Make.Catalog(schema, [("a0", "A"), ("a1", "A"), ("u", null)]);
        var thrown = Assert.Throws<InputException>(() => Apply(text, catalog, folds: 2));
        Assert.Contains(says, thrown.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', thrown.Message);
    }

    [Fact]
    public void Any_text_is_read_or_refused_in_one_line() =>
        Gen.String[Gen.Char["id,part\n\r\"trainest01 \t"], 0, 80].Sample(text =>
        {
            try
            {
                Assert.NotEmpty(Read("id,part,fold\n" + text));
            }
            catch (InputException e)
            {
                Assert.DoesNotContain('\n', e.Message);
            }
        }, threads: 1, iter: 2000);

    private Catalog Apply(string text, Catalog catalog, int folds)
    {
        File.WriteAllText(path, text);
        return SplitFile.Apply(catalog, path, folds, seed: 0);
    }

    private IReadOnlyList<SplitRow> Read(string text)
    {
        File.WriteAllText(path, text);
        return SplitFile.Read(path);
    }
}
