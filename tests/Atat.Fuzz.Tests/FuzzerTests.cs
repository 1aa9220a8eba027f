namespace Atat.Fuzz.Tests;

public sealed class FuzzerTests
{
    private const int InputsOfEachReader = 150;

    [Fact]
    public void Every_reader_takes_its_valid_file()
    {
        var folder = Directory.CreateTempSubdirectory("atat-fuzz-").FullName;
        foreach (var target in FuzzTargets.Make())
        {
            var place = Directory.CreateDirectory(Path.Combine(folder, Guid.NewGuid().ToString())).FullName;
            foreach (var (name, bytes) in target.Companions)
            {
                File.WriteAllBytes(Path.Combine(place, name), bytes);
            }

            var path = Path.Combine(place, target.FileName);
            File.WriteAllBytes(path, target.Valid);
            target.Read(path);
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public void Damaged_files_are_read_or_refused_in_one_line()
    {
        var folder = Directory.CreateTempSubdirectory("atat-fuzz-").FullName;
        var targets = FuzzTargets.Make();
        var fuzzer = new Fuzzer(targets, seed: 7, folder);
        fuzzer.Run(0, targets.Count * InputsOfEachReader);
        Directory.Delete(folder, recursive: true);
        Assert.Empty(fuzzer.Unclean);
        Assert.Equal(targets.Count * InputsOfEachReader, fuzzer.ReadCount + fuzzer.RefusedCount);
        Assert.InRange(fuzzer.RefusedCount, fuzzer.Done / 3, fuzzer.Done - 1);
    }
}
