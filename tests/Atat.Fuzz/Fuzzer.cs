using System.Collections.Concurrent;
using System.Globalization;
using System.IO.Compression;
using Atat.LightCurves;

namespace Atat.Fuzz;

/// <summary>
/// Reads damaged files. A clean end is a result, or an <see cref="InputException"/> of one line; anything else is unclean: another
/// exception, a crash, more than some seconds, more memory than a small file can need.
/// </summary>
public sealed class Fuzzer(IReadOnlyList<FuzzTarget> targets, long seed, string folder)
{
    private const long MostAllocated = 512L << 20;
    private const long MostWorkingSet = 3L << 30;

    private static readonly TimeSpan MostTime = TimeSpan.FromSeconds(20);

    private readonly ConcurrentDictionary<int, (long Input, long Since)> working = new();
    private long read;
    private long refused;
    private long done;

    /// <summary>Inputs that ended uncleanly, and how.</summary>
    public ConcurrentQueue<string> Unclean { get; } = new();

    /// <summary>Inputs that were read.</summary>
    public long ReadCount => Interlocked.Read(ref read);

    /// <summary>Inputs that were refused.</summary>
    public long RefusedCount => Interlocked.Read(ref refused);

    /// <summary>Inputs tried.</summary>
    public long Done => Interlocked.Read(ref done);

    /// <summary>Tries some inputs on all processors.</summary>
    /// <param name="first">Number of the first input.</param>
    /// <param name="count">How many.</param>
    public void Run(long first, long count)
    {
        using var watch = new Timer(_ => Watch(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        var next = first - 1;
        Parallel.For(0, Environment.ProcessorCount, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, worker =>
        {
            var place = Directory.CreateDirectory(Path.Combine(folder, $"{worker}")).FullName;
            var journal = Path.Combine(folder, $"working-on-{worker}");
            using var log = new FileStream(journal, FileMode.Create, FileAccess.Write, FileShare.Read, 0);
            long input;
            while ((input = Interlocked.Increment(ref next)) < first + count)
            {
                // Left behind by a crash, the file tells which input to try again.
                log.Position = 0;
                log.Write(System.Text.Encoding.ASCII.GetBytes(input.ToString("D12", CultureInfo.InvariantCulture)));
                working[worker] = (input, Environment.TickCount64);
                Try(input, place);
                working.TryRemove(worker, out var _);
                Interlocked.Increment(ref done);
            }
        });
    }

    /// <summary>Which reader an input is for.</summary>
    public FuzzTarget TargetOf(long input) => targets[(int)(input % targets.Count)];

    private void Try(long input, string place)
    {
        var target = TargetOf(input);
        var random = new Random(unchecked((int)((seed * 1_000_003) + input)));
        var content = Content(target, random);
        foreach (var old in Directory.GetFiles(place))
        {
            File.Delete(old);
        }

        foreach (var (name, bytes) in target.Companions)
        {
            File.WriteAllBytes(Path.Combine(place, name), bytes);
        }

        var path = Path.Combine(place, target.FileName);
        File.WriteAllBytes(path, content);
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            target.Read(path);
            Interlocked.Increment(ref read);
        }
        catch (InputException e) when (e.Message.Length > 0 && !e.Message.Contains('\n', StringComparison.Ordinal) && !e.Message.Contains('\r', StringComparison.Ordinal))
        {
            Interlocked.Increment(ref refused);
        }
        catch (Exception e)
        {
            Unclean.Enqueue(string.Create(CultureInfo.InvariantCulture, $"input {input} ({target.Name}): {e}"));
        }

        var used = GC.GetAllocatedBytesForCurrentThread() - before;
        if (used > MostAllocated)
        {
            Unclean.Enqueue(string.Create(CultureInfo.InvariantCulture, $"input {input} ({target.Name}): {used >> 20} MiB allocated"));
        }
    }

    private byte[] Content(FuzzTarget target, Random random)
    {
        var other = targets[random.Next(targets.Count)].Valid;
        if (!target.IsGzip)
        {
            return Mutation.Of(target.Valid, other, random);
        }

        return random.Next(2) == 0 ? Mutation.Of(Gzip(target.Valid), other, random) : Gzip(Mutation.Of(target.Valid, other, random));
    }

    private static byte[] Gzip(byte[] content)
    {
        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(content);
        }

        return compressed.ToArray();
    }

    private void Watch()
    {
        foreach (var (input, since) in working.Values)
        {
            if (Environment.TickCount64 - since > MostTime.TotalMilliseconds)
            {
                Environment.FailFast(string.Create(CultureInfo.InvariantCulture, $"input {input} ({TargetOf(input).Name}) hangs"));
            }
        }

        if (Environment.WorkingSet > MostWorkingSet)
        {
            Environment.FailFast($"more than {MostWorkingSet >> 30} GiB of memory at inputs {string.Join(", ", working.Values.Select(w => w.Input))}");
        }
    }
}
