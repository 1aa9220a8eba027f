using System.IO.Compression;
using System.Text;
using Atat.LightCurves;
using Atat.Networks.Weights;

namespace Atat.Networks.Tests;

public sealed class TorchCheckpointTests : IDisposable
{
    private readonly string path = Path.GetTempFileName();

    public void Dispose() => File.Delete(path);

    [Fact]
    public void A_published_state_dictionary_has_the_values_of_its_safetensors_copy()
    {
        var checkpoint = TorchCheckpoint.Read(SharedData.Path("reference", "atat_small_weights.pt"));
        var copy = SafetensorsFile.Read(SharedData.Path("reference", "atat_small_weights.safetensors"));
        Assert.Equal(copy.Keys.Order(StringComparer.Ordinal), checkpoint.Keys.Order(StringComparer.Ordinal));
        foreach (var (name, tensor) in copy)
        {
            Assert.Equal(tensor.shape, checkpoint[name].shape);
            Assert.Equal(tensor.bytes.ToArray(), checkpoint[name].bytes.ToArray());
        }

        SafetensorsFile.Write(path, checkpoint);
        Assert.Equal(checkpoint.Count, SafetensorsFile.Read(path).Count);
    }

    [Fact]
    public void A_transposed_view_under_state_dict_is_read()
    {
        Write(Nested(View("2", "3", "1", "2")), [1, 2, 3, 4, 5, 6]);
        var tensor = Assert.Single(TorchCheckpoint.Read(path)).Value;
        Assert.Equal([2L, 3L], tensor.shape);
        Assert.Equal([1f, 3, 5, 2, 4, 6], tensor.data<float>().ToArray());
    }

    [Theory]
    [InlineData("cposix\nsystem\n(X\x04\0\0\0lst!tR.", "it needs posix.system, which is no tensor")]
    [InlineData("cbuiltins\neval\n.", "it holds no dictionary")]
    [InlineData("}X\x01\0\0\0aK\x05s.", "its 'a' is no tensor")]
    [InlineData("}", "its pickle is cut short")]
    [InlineData("0.", "its pickle takes from an empty stack")]
    [InlineData("(0.", "its pickle takes from an empty stack")]
    [InlineData("i", "the instruction 0x69, which no state dictionary needs")]
    [InlineData("h\x05.", "its pickle recalls what it never kept")]
    [InlineData("X\xff\xff\xff\x7f.", "its pickle is cut short")]
    [InlineData("(K\x01K\x02tR.", "its pickle takes from an empty stack")]
    public void What_is_no_tensor_is_refused(string pickle, string says)
    {
        Write(pickle, [1]);
        var error = Assert.Throws<InputException>(() => TorchCheckpoint.Read(path));
        Assert.StartsWith($"{path}: is no checkpoint of tensors: ", error.Message, StringComparison.Ordinal);
        Assert.Contains(says, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Theory]
    [InlineData("3", "3", "3", "1", "that reaches beyond its 6 values")]
    [InlineData("100000", "100000", "0", "0", "that reaches beyond its 6 values")]
    [InlineData("9223372036854775807", "9223372036854775807", "9223372036854775807", "1", "that reaches beyond its 6 values")]
    [InlineData("-1", "3", "3", "1", "negative shape or stride")]
    public void A_view_beyond_its_values_is_refused(string rows, string columns, string rowStride, string columnStride, string says)
    {
        Write(Nested(View(rows, columns, rowStride, columnStride)), [1, 2, 3, 4, 5, 6]);
        Assert.Contains(says, Assert.Throws<InputException>(() => TorchCheckpoint.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compressed_or_absent_values_are_refused()
    {
        Write(Nested(View("2", "3", "3", "1")), [1, 2, 3, 4, 5, 6], CompressionLevel.Optimal);
        Assert.Contains("bytes in", Assert.Throws<InputException>(() => TorchCheckpoint.Read(path)).Message, StringComparison.Ordinal);
        Write(Nested(View("2", "3", "3", "1")), []);
        Assert.Contains("0 bytes for 6 values", Assert.Throws<InputException>(() => TorchCheckpoint.Read(path)).Message, StringComparison.Ordinal);
        File.WriteAllText(path, "\x80\x02legacy");
        Assert.Contains("before 1.6", Assert.Throws<InputException>(() => TorchCheckpoint.Read(path)).Message, StringComparison.Ordinal);
    }

    private static string Nested(string tensor) => $"}}X\x0a\0\0\0state_dict}}X\x01\0\0\0w{tensor}ss.";

    private static string View(string rows, string columns, string rowStride, string columnStride) =>
        "ctorch._utils\n_rebuild_tensor_v2\n(" + "(X\x07\0\0\0storagectorch\nFloatStorage\nX\x01\0\0\00X\x03\0\0\0cpuK\x06tQK\0"
        + Number(rows) + Number(columns) + "\x86" + Number(rowStride) + Number(columnStride) + "\u0086\u0089ccollections\nOrderedDict\n)RtR";

    private static string Number(string value) => "\x8a\x08" + Encoding.Latin1.GetString(BitConverter.GetBytes(long.Parse(value)));

    private void Write(string pickle, float[] values, CompressionLevel level = CompressionLevel.NoCompression)
    {
        using var file = File.Create(path);
        using var archive = new ZipArchive(file, ZipArchiveMode.Create);
        void Entry(string name, byte[] bytes)
        {
            using var stream = archive.CreateEntry(name, level).Open();
            stream.Write(bytes);
        }

        Entry("x/data.pkl", Encoding.Latin1.GetBytes("\x80\x02" + pickle));
        Entry("x/data/0", values.SelectMany(BitConverter.GetBytes).ToArray());
    }
}
