using System.Security.Cryptography;
using Atat.Forests.Files;
using Atat.LightCurves;

namespace Atat.Forests.Tests;

public sealed class DamagedForestFileTests
{
    private static readonly byte[][] Valid = [Bytes(isHierarchy: false), Bytes(isHierarchy: true)];

    [Fact]
    public void Every_shorter_file_is_refused()
    {
        foreach (var valid in Valid)
        {
            for (var length = 0; length < valid.Length; length += 1 + (length / 40))
            {
                Assert.NotNull(Refusal(valid[..length]));
                if (length > SHA256.HashSizeInBytes)
                {
                    Assert.NotNull(Refusal(Sealed(valid[..length])));
                }
            }
        }
    }

    [Fact]
    public void A_changed_byte_is_found_by_the_checksum()
    {
        var random = new Random(1);
        for (var i = 0; i < 200; i++)
        {
            var bytes = (byte[])Valid[i % 2].Clone();
            bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
            Assert.NotNull(Refusal(bytes));
        }
    }

    // Whoever damages the content and makes its checksum right gets a forest that predicts, or one line.
    [Fact]
    public void Damage_under_a_right_checksum_is_refused_in_one_line_or_predicts()
    {
        var (refused, random) = (0, new Random(2));
        const int Files = 4000;
        for (var i = 0; i < Files; i++)
        {
            refused += Refusal(Sealed(Damage((byte[])Valid[i % 2].Clone(), random))) is null ? 0 : 1;
        }

        Assert.InRange(refused, Files / 4, Files - 1);
    }

    private static byte[] Damage(byte[] bytes, Random random)
    {
        // The names and the numbers before the trees are where most can be said that is not so.
        var end = random.Next(3) == 0 ? Math.Min(200, bytes.Length) : bytes.Length - SHA256.HashSizeInBytes;
        for (var rounds = random.Next(1, 4); rounds > 0; rounds--)
        {
            var at = random.Next(9, end);
            switch (random.Next(5))
            {
                case 0:
                    bytes[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    bytes[at] = (byte)(random.Next(2) * 255);
                    break;
                case 2:
                    random.NextBytes(bytes.AsSpan(at, Math.Min(random.Next(1, 20), end - at)));
                    break;
                case 3:
                    bytes = [.. bytes[..at], .. bytes[Math.Min(bytes.Length - 1, at + random.Next(1, 9))..]];
                    end = Math.Max(10, Math.Min(end, bytes.Length - SHA256.HashSizeInBytes));
                    break;
                default:
                    bytes = [.. bytes[..at], .. bytes[at..(at + random.Next(1, Math.Min(30, bytes.Length - at)))], .. bytes[at..]];
                    break;
            }
        }

        return bytes;
    }

    private static byte[] Sealed(byte[] bytes)
    {
        SHA256.HashData(bytes.AsSpan(0, bytes.Length - SHA256.HashSizeInBytes), bytes.AsSpan(bytes.Length - SHA256.HashSizeInBytes));
        return bytes;
    }

    // Anything but an InputException fails the test.
    private static string? Refusal(byte[] bytes)
    {
        try
        {
            using var stream = new MemoryStream(bytes);
            var forest = ForestFile.Read(stream, "file").Forest;
            var (row, probabilities) = (new float[forest.Features], new float[forest.Classes]);
            foreach (var value in (float[])[0, float.NaN, 1e30f])
            {
                row.AsSpan().Fill(value);
                forest.Predict(row, probabilities);
                Assert.All(probabilities, p => Assert.InRange(p, 0, 1));
                Assert.Equal(1, probabilities.Sum(), 1e-4);
            }

            return null;
        }
        catch (InputException e)
        {
            Assert.StartsWith("file: ", e.Message, StringComparison.Ordinal);
            Assert.DoesNotContain('\n', e.Message);
            return e.Message;
        }
    }

    private static byte[] Bytes(bool isHierarchy)
    {
        var blobs = Blobs.Make([60, 40, 30, 20], 5, 3, 0.1, 1);
        var settings = new ForestSettings { Trees = 4, MinSamplesLeaf = 3 };
        IForest forest = isHierarchy
            ? HierarchicalForest.Train(blobs.Features, blobs.Rows, blobs.Classes, new Hierarchy(blobs.ClassNames, [Branch.Transient, Branch.Periodic, Branch.Transient, Branch.Periodic]), new HierarchicalSettings { Forest = settings, TransientTrees = 3 }, null, CancellationToken.None)
            : blobs.Train(settings);
        using var memory = new MemoryStream();
        ForestFile.Write(memory, new ForestModel(blobs.Features.Names, blobs.ClassNames, forest));
        return memory.ToArray();
    }
}
