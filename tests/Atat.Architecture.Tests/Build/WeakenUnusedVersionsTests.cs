using Atat.Build;

namespace Atat.Architecture.Tests.Build;

public sealed class WeakenUnusedVersionsTests
{
    private const ushort Weak = 2;

    private static readonly Gen<ElfLibrary> Libraries =
        from needs in Gen.OneOf((ushort)0, Weak).Array[1, 4].Array[1, 4]
        let versions = 2 + needs.Sum(library => library.Length)
        from symbols in Gen.UShort[0, (ushort)(versions - 1)].Array[1, 12]
        from relocated in Gen.Int[0, symbols.Length - 1].Array[0, 12]
        select new ElfLibrary(needs, symbols, relocated);

    [Fact]
    public void MarksWhatNoRelocationUsesAndNothingElse() => Libraries.Sample(library =>
    {
        var expected = library.ToFile();
        var used = library.Relocated.Select(symbol => (int)library.SymbolVersions[symbol]).ToHashSet();
        var marked = library.Flags().Where(flag => !used.Contains(flag.Version) && expected[flag.Position] == 0).ToList();
        marked.ForEach(flag => expected[flag.Position] = (byte)Weak);

        var file = library.ToFile();
        Assert.Equal(marked.Count, WeakenUnusedVersions.Weaken(file));
        Assert.Equal(expected, file);
    });

    [Fact]
    public void TwiceIsOnce() => Libraries.Sample(library =>
    {
        var once = library.ToFile();
        WeakenUnusedVersions.Weaken(once);
        var twice = once.ToArray();

        Assert.Equal(0, WeakenUnusedVersions.Weaken(twice));
        Assert.Equal(once, twice);
    });

    [Fact]
    public void LeavesOtherFilesAsTheyAre() => Gen.Byte.Array[0, 400].Sample(bytes =>
    {
        var file = bytes.ToArray();

        Assert.Equal(0, WeakenUnusedVersions.Weaken(file));
        Assert.Equal(bytes, file);
    });

    [Fact]
    public void SurvivesDamage() =>
        Gen.Select(Libraries, Gen.Select(Gen.Int[0, 9999], Gen.Byte).Array[0, 6], Gen.Int[0, 9999]).Sample((library, changes, length) =>
        {
            var damaged = library.ToFile();
            foreach (var (position, value) in changes)
            {
                damaged[position % damaged.Length] = value;
            }

            // Every second one is cut short as well.
            damaged = length % 2 == 0 ? damaged : damaged[..(length % damaged.Length)];
            var file = damaged.ToArray();
            var count = WeakenUnusedVersions.Weaken(file);

            var changed = Enumerable.Range(0, file.Length).Where(i => file[i] != damaged[i]).ToArray();
            Assert.InRange(changed.Length, 0, count);
            Assert.All(changed, i => Assert.Equal(damaged[i] | Weak, file[i]));
        }, iter: 5000);

    [Fact]
    public void CopiesTheFileWhole()
    {
        var folder = Directory.CreateTempSubdirectory();
        var library = new ElfLibrary([[0, 0], [0]], [0, 2, 3, 4], [1, 3]);
        var (source, destination) = (Path.Combine(folder.FullName, "a.so"), Path.Combine(folder.FullName, "obj", "a.so"));
        File.WriteAllBytes(source, library.ToFile());

        var task = new WeakenUnusedVersions { Source = source, Destination = destination, BuildEngine = new SilentBuildEngine() };
        Assert.True(task.Execute());
        Assert.True(task.Execute());

        var expected = library.ToFile();
        expected[library.Flags().Single(flag => flag.Version == 3).Position] = (byte)Weak;
        Assert.Equal(library.ToFile(), File.ReadAllBytes(source));
        Assert.Equal(expected, File.ReadAllBytes(destination));
        Assert.Equal(["a.so"], Directory.GetFiles(Path.Combine(folder.FullName, "obj")).Select(Path.GetFileName));
        folder.Delete(recursive: true);
    }
}
