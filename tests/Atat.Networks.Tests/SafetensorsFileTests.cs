using System.Text;
using Atat.LightCurves;
using Atat.Networks.Weights;
using static TorchSharp.torch;

namespace Atat.Networks.Tests;

public sealed class SafetensorsFileTests : IDisposable
{
    private readonly string path = Path.Combine(Directory.CreateTempSubdirectory("atat").FullName, "weights.safetensors");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(path)!, recursive: true);

    [Fact]
    public void WhatIsWrittenIsRead()
    {
        using var scope = NewDisposeScope();
        var tensors = new Dictionary<string, Tensor>(StringComparer.Ordinal)
        {
            ["a.weight"] = randn(2, 3),
            ["b"] = tensor(new long[] { 1, long.MinValue }),
            ["empty"] = zeros(0, 4),
            ["scalar"] = tensor(2.5),
            ["transposed"] = arange(6, float32).reshape(2, 3).t(),
        };
        SafetensorsFile.Write(path, tensors, new Dictionary<string, string>(StringComparer.Ordinal) { ["step"] = "7" });
        var read = SafetensorsFile.Read(path, out var texts);
        Assert.Equal("7", texts["step"]);
        Assert.Equal(tensors.Keys.Order(), read.Keys.Order());
        foreach (var (name, tensor) in tensors)
        {
            Assert.Equal(tensor.shape, read[name].shape);
            Assert.Equal(tensor.dtype, read[name].dtype);
            Assert.True(tensor.equal(read[name]).all().item<bool>(), name);
        }
    }

    [Theory]
    [InlineData("", "0 bytes are too few")]
    [InlineData("not safetensors at all", "truncated or not a safetensors file")]
    [InlineData("\u0002\0\0\0\0\0\0\0[]", "not that of a safetensors file")]
    public void OtherFilesAreNamed(string content, string message)
    {
        File.WriteAllBytes(path, Encoding.ASCII.GetBytes(content));
        var error = Assert.Throws<InputException>(() => SafetensorsFile.Read(path));
        Assert.Contains(message, error.Message, StringComparison.Ordinal);
        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void DamageIsAnInputErrorOrHarmless()
    {
        using (var tensor = arange(12, float32).reshape(3, 4))
        {
            SafetensorsFile.Write(path, [KeyValuePair.Create("a", tensor), KeyValuePair.Create("b", tensor)]);
        }

        var sound = File.ReadAllBytes(path);
        Gen.Select(Gen.Int[0, sound.Length - 1], Gen.Byte, Gen.Int[0, sound.Length]).Sample(
            (at, value, length) =>
            {
                var bytes = sound[..length];
                if (at < length)
                {
                    bytes[at] = value;
                }

                File.WriteAllBytes(path, bytes);
                try
                {
                    foreach (var tensor in SafetensorsFile.Read(path).Values)
                    {
                        tensor.Dispose();
                    }
                }
                catch (InputException e)
                {
                    Assert.DoesNotContain('\n', e.Message);
                }
            },
            iter: 3000,
            threads: 1);
    }
}
