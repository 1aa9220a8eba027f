using System.Xml.Linq;
using Atat.LightCurves;
using Atat.Reports.Figures;

namespace Atat.Reports.Tests.Figures;

public sealed class FigureTests
{
    private static readonly Catalog Catalog = Synthetic.Catalog(Synthetic.Three, k => 8 + k);

    private static readonly EvaluationSummary Summary = Evaluation.Summarise(Synthetic.Predictions(Catalog), new EvaluationOptions { Resamples = 20 });

    [Fact]
    public void All_figures_are_svg_with_their_labels()
    {
        AssertSvg(F1CurveFigure.Create([new NamedCurve("first", Summary.Days), new NamedCurve("a <second>", Summary.Days)]), "days since first detection", "macro F1", "2048", "a <second>");
        AssertSvg(ConfusionFigure.Create(Summary.Whole, Synthetic.Three), "true class", "predicted class", "SN <II> & \"co\"");
        AssertSvg(ConfusionFigure.SideBySide([("one", Summary.Whole.Confusion), ("two", Summary.Whole.Confusion), ("three", Summary.Whole.Confusion)], Summary.Classes, null), "one", "two", "three", "RR Lyrae");
        AssertSvg(F1CurveFigure.CreatePanel([new NamedCurve("alone", Summary.Days) { Dashed = true }], "a panel"), "alone", "2048");
        AssertSvg(RocFigure.Create(Summary.Whole), "false positive rate");
        AssertSvg(ReliabilityFigure.Create(Summary.Whole.Reliability), "perfectly calibrated");
        AssertSvg(TrainingFigure.Loss(Synthetic.Training(9)), "optimiser steps", "validation");
        AssertSvg(TrainingFigure.MacroF1(Synthetic.Training(90)), "validation macro F1");
        AssertSvg(LightCurveFigure.Create(Catalog[0], Catalog.Schema), "Ia-0000: Ia", "flux (zero point 27.5 mag)", "u", "Y");
        AssertSvg(ClassHistogramFigure.OfClasses(Catalog), "RR Lyrae", "10", "objects");
        AssertSvg(ClassHistogramFigure.OfTrainingAndTest([("Ia", 1200, 0), ("II", 30, 5)]), "1,200", "0", "training", "test");
        AssertSvg(ClassHistogramFigure.OfLabels(Catalog), "RRL", "label");
        AssertSvg(HistogramFigure.Create([1, 2, 2, 3], "rise (days)", "SLSN: a paper", 2, 1), "rise (days)", "SLSN: a paper");
        AssertSvg(RelationFigure.Create([(0, 1), (1, 3), (2, 5)], ("period (days)", "M_r (mag)"), "Cepheid", 2), "period (days)", "M_r (mag)");
        AssertSvg(CurvesFigure.Create([("g", "#00aa00", [1, 2], [3, 4]), ("r", "#aa0000", [1, 2], [5, 6])], "magnitude", "share", "detections"), "magnitude", "share");
    }

    [Fact]
    public void Maps_share_their_layout_and_name_the_classes_that_they_show()
    {
        double[] map = [0, 0, 1, 5, 2, 3];
        AssertSvg(EmbeddingMapFigure.Create(map, ["Ia", "II", "unseen"], ("labels", [0, 1, -1]), ("perceptron", [0, 0, 1])), "labels", "perceptron", "Ia", "II", "no label");
        Assert.DoesNotContain("unseen", EmbeddingMapFigure.Create(map, ["Ia", "II", "unseen"], ("labels", [0, 1, 1])).ToSvg(), StringComparison.Ordinal);
        AssertSvg(EmbeddingMapFigure.Create([], [], ("nothing", [])), "nothing");
        AssertSvg(EmbeddingMapFigure.Create([1, 1], [.. Enumerable.Range(0, 40).Select(k => $"class {k}")], ("one", [39])), "class 39");
        Assert.Throws<ArgumentException>(() => EmbeddingMapFigure.Create(map, ["Ia"], ("two", [0, 0])));
    }

    [Fact]
    public void Folding_shows_two_cycles()
    {
        AssertSvg(LightCurveFigure.Folded(Catalog[0], Catalog.Schema, 0.5), "phase (period 0.5 days)", "0", "1");
        Assert.Throws<ArgumentOutOfRangeException>(() => LightCurveFigure.Folded(Catalog[0], Catalog.Schema, 0));
    }

    [Fact]
    public void Odd_text_stays_well_formed() => Gen.String[Gen.Char, 0, 12].Sample(text =>
    {
        var title = Canvas.Clean(text);
        AssertSvg(LightCurveFigure.Create(Catalog[0], Catalog.Schema, text, 300, 200));
        Assert.Equal(title, Canvas.Clean(title));
    }, iter: 40, threads: 1);

    [Fact]
    public void Light_curves_without_points_or_detections_are_drawn()
    {
        var builder = new CatalogBuilder(Catalog.Schema with { Unit = BrightnessUnit.Magnitude, ZeroPoint = double.NaN });
        builder.Add(new ObjectRow("empty"), [], default);
        builder.Add(new ObjectRow("one"), [], new LightCurve([60000], [17], [0], [0], [false], [false]));
        var catalog = builder.Build();

        AssertSvg(LightCurveFigure.Create(catalog[0], catalog.Schema), "empty", "magnitude");
        AssertSvg(LightCurveFigure.Create(catalog[1], catalog.Schema), "time (MJD, days)");
    }

    [Fact]
    public void Files_are_written_as_they_are_named()
    {
        using var folder = new TemporaryFolder();
        var figure = LightCurveFigure.Create(Catalog[0], Catalog.Schema);
        figure.Write(folder.Path("sub/a.PNG"));
        figure.Write(folder.Path("a.svg"));

        var png = File.ReadAllBytes(folder.Path("sub/a.PNG"));
        Assert.Equal([0x89, 0x50, 0x4E, 0x47], png[..4]);
        Assert.Equal(2 * figure.Width, (png[18] << 8) + png[19]);
        Assert.Equal("svg", XDocument.Load(folder.Path("a.svg")).Root!.Name.LocalName);
        Assert.Contains(".svg or .png", Assert.Throws<InputException>(() => figure.Write(folder.Path("a.gif"))).Message);
        Assert.Equal(2, Directory.GetFileSystemEntries(folder.Root).Length);
    }

    [Fact]
    public void Figures_of_several_threads_are_the_same()
    {
        var expected = ConfusionFigure.Create(Summary.Whole, null).ToSvg();
        var drawn = new string[6];
        Parallel.For(0, drawn.Length, i => drawn[i] = ConfusionFigure.Create(Summary.Whole, null).ToSvg());

        Assert.All(drawn, svg => Assert.Equal(expected.Length, svg.Length));
    }

    [Theory]
    [InlineData("g,r,i", "#31DE1F,#B52626,#370201")]
    [InlineData("ztf_g,ztf_r", "#31DE1F,#B52626")]
    [InlineData("u,g,r,i,z,Y", "#1600EA,#31DE1F,#B52626,#370201,#BA52FF,#61A2B3")]
    [InlineData("V", "#1600EA")]
    [InlineData("EROS_B,EROS_R", "#1600EA,#31DE1F")]
    [InlineData("ZTFg,PSg", "#1600EA,#31DE1F")]
    public void Passbands_keep_their_colours(string names, string colours)
    {
        Passband[] bands = [.. names.Split(',').Select(name => new Passband(name, double.NaN))];

        Assert.Equal(colours.Split(','), bands.Select((_, i) => PassbandStyle.Of([.. bands], i).Colour));
    }

    [Fact]
    public void Branches_are_divided()
    {
        Assert.Equal([2], ConfusionFigure.Boundaries(Summary.Classes, Synthetic.Three));
        Assert.Empty(ConfusionFigure.Boundaries(Summary.Classes, null));
        Assert.Empty(ConfusionFigure.Boundaries(Summary.Classes, Taxonomy.Flat(["other"])));
    }

    private static void AssertSvg(Figure figure, params string[] texts)
    {
        var document = XDocument.Parse(figure.ToSvg());
        var found = document.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value.Trim()).ToArray();
        Assert.NotEmpty(figure.Description);
        Assert.All(texts, text => Assert.Contains(text, found));
        Assert.DoesNotContain("NaN", figure.ToSvg());
    }
}
