using Atat.LightCurves;
using Atat.Training.Configuration;

namespace Atat.Training.Tests.Trees;

public sealed class TreeConfigFileTests
{
    [Fact]
    public void What_is_written_is_read_back()
    {
        var config = new TreeConfig
        {
            Model = TreeKind.Boosted,
            Seed = 9,
            Inputs = ["feat"],
            Days = [4, 16.5],
            Data = new DataConfig { Catalog = "c.parquet", Features = "f.parquet", FeatureColumns = ["SN", "12"], ValidationFold = 2 },
            Forest = new ForestConfig { Trees = 7, FeatureFraction = 0.25, MaxDepth = 3, TransientMinImpurityDecrease = 1e-7 },
            Boosted = new BoostedSettings { LearningRate = 0.03, NumLeaves = 8, Balanced = false },
        };
        var text = TreeConfigFile.Write(config);
        var again = TreeConfigFile.Parse(new StringReader(text), "config.yaml");
        Assert.Equal(text, TreeConfigFile.Write(again));
        Assert.Equal((config.Forest, config.Boosted), (again.Forest, again.Boosted));
        Assert.Equal(["SN", "12"], again.Data.FeatureColumns);
        Assert.Equal([4, 16.5], again.TrainingDays());
    }

    [Fact]
    public void The_example_is_the_default()
    {
        var example = TreeConfigFile.Read(Testing.Repository.Path("examples", "forest.yaml"));
        Assert.Equal(TreeConfigFile.Write(new TreeConfig()), TreeConfigFile.Write(example));
    }

    [Theory]
    [InlineData("modle: boosted", "there is no key 'modle'; did you mean 'model'?")]
    [InlineData("model: forest", "'model' is of the wrong kind")]
    [InlineData("inputs: [lc, md]", "'inputs' is lc,md; it must be some of md, feat: trees read no light curves")]
    [InlineData("days: []", "'days' is ; it must be days above 0")]
    [InlineData("forest: {trees: 0}", "'forest.trees' is 0; it must be 1 to")]
    [InlineData("boosted: {num_leaves: 1}", "'boosted.num_leaves' is 1; it must be 2 to")]
    [InlineData("boosted: 3", "'boosted' holds further keys")]
    [InlineData("a: [", "config.yaml line")]
    public void Mistakes_are_named(string text, string says)
    {
        var message = Assert.Throws<InputException>(() => TreeConfigFile.Parse(new StringReader(text), "config.yaml")).Message;
        Assert.StartsWith("config.yaml", message, StringComparison.Ordinal);
        Assert.Contains(says, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Overrides_change_single_values() =>
        Assert.Equal((TreeKind.Balanced, 20, 0.5), TreeConfigFile.With(new TreeConfig(), ["model=balanced", "forest.trees=20", "boosted.learning_rate=0.5"]) is var c ? (c.Model, c.Forest.Trees, c.Boosted.LearningRate) : default);
}
