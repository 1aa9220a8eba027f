using Atat.Networks.Representation;
using static TorchSharp.torch;

namespace Atat.Networks.Tests.Representation;

/// <summary>Small series and networks, and what tests ask of tensors.</summary>
internal static class Examples
{
    public static readonly RepresentationArchitecture Small = new()
    {
        Bands = 2,
        Heads = 2,
        HeadWidth = 3,
        LstmWidth = 4,
        Maps = 3,
        EncoderBlocks = 2,
        PerceptronBlocks = 2,
        PerceptronWidth = 5,
        ReferencePoints = 11,
        KernelUnits = 20,
        TimeHeads = 2,
        TimeKeyWidth = 4,
        TimeEmbeddingWidth = 3,
        InterpolatedWidth = 5,
        Harmonics = 3,
    };

    /// <summary>Objects of 6, 1, 0 and 4 observations in two bands; the last has none in band 1.</summary>
    public static Series Series()
    {
        var random = new Random(5);
        int[] lengths = [6, 1, 0, 4];
        float[] Numbers(double scale) => [.. Enumerable.Range(0, lengths.Sum()).Select(_ => (float)(scale * random.NextDouble()))];
        byte[] bands = [.. Enumerable.Range(0, 7).Select(i => (byte)(i % 2)), 0, 0, 0, 0];
        return SeriesPacker.Pack(Numbers(2), Numbers(1), bands, Numbers(0.3), lengths, CPU).To(ScalarType.Float64);
    }

    public static Series To(this Series series, ScalarType type) => new(
        series.Values.to(type), series.Points with { Times = series.Points.Times.to(type) }, series.Variances?.to(type));

    /// <summary>The same with more padding, and numbers in it that must not get anywhere.</summary>
    public static Series WithMorePadding(this Series series, int more)
    {
        var batch = series.Objects;
        var mask = cat([series.Points.Mask!, zeros([batch, more], ScalarType.Bool)], 1);
        Tensor Spoil(Tensor values) => cat([values, zeros([batch, more], values.dtype)], 1).masked_fill(mask.logical_not(), double.NaN);
        var bands = cat([series.Points.Bands!, zeros([batch, more], ScalarType.Int64)], 1).masked_fill(mask.logical_not(), 99);
        return new(Spoil(series.Values), new(Spoil(series.Points.Times), bands, mask), Spoil(series.Variances!));
    }

    /// <summary>One object of a batch, without its padding.</summary>
    public static Series Only(this Series series, int index)
    {
        var length = series.Points.Mask![index].sum().item<long>();
        Tensor Cut(Tensor values) => values.narrow(0, index, 1).narrow(1, 0, length);
        return new(Cut(series.Values), new(Cut(series.Points.Times), Cut(series.Points.Bands!)), Cut(series.Variances!));
    }

    /// <summary>Arrays (object, band, slot) as one sequence an object, band after band.</summary>
    public static Series OfBands(Tensor values, Tensor times, Tensor mask, Tensor? variances = null)
    {
        var (objects, bands, slots) = (values.shape[0], values.shape[1], values.shape[2]);
        var band = arange(bands, ScalarType.Int64).repeat_interleave(slots).unsqueeze(0).expand(objects, bands * slots);
        return new(
            values.reshape(objects, -1),
            new(times.reshape(objects, -1), band, mask.reshape(objects, -1).gt(0.5)),
            variances?.reshape(objects, -1));
    }

    public static void Set(nn.Module module, string name, Tensor value)
    {
        using var _ = no_grad();
        var parameter = module.named_parameters().Single(p => p.name == name).parameter;
        Assert.Equal(value.shape, parameter.shape);
        parameter.copy_(value);
    }

    public static void AssertClose(Tensor expected, Tensor actual, double tolerance = 1e-10)
    {
        Assert.Equal(expected.shape, actual.shape);
        Assert.InRange((expected - actual).abs().max().to(ScalarType.Float64).item<double>(), 0, tolerance);
    }
}
