using Atat.LightCurves;
using Atat.Training.Runs;

namespace Atat.Cli;

/// <summary>Finds run folders by what stands on the command line.</summary>
internal static class RunFolders
{
    private const string Root = "runs";

    /// <summary>Folder of a run to be made: a bare name stands for <c>runs/NAME</c>.</summary>
    public static RunFolder ToMake(string name) =>
        new(name.AsSpan().IndexOfAny('/', '\\') >= 0 || Path.IsPathRooted(name) || Directory.Exists(name) ? name : Path.Combine(Root, name));

    /// <summary>Name of a run: that of its folder.</summary>
    public static string Name(RunFolder run) => Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(run.Path)));

    /// <summary>Folder of a run that there is, given by its path or by its bare name.</summary>
    /// <exception cref="InputException">There is no such run.</exception>
    public static RunFolder ToRead(string name)
    {
        RunFolder[] candidates = [new(name), new(Path.Combine(Root, name))];
        return candidates.FirstOrDefault(c => c.Exists)
            ?? throw new InputException($"{name}: no run there, nor in {Path.Combine(Root, name)}; give the folder that 'atat train' or 'atat forest' wrote.");
    }
}
