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

    /// <summary>Makes sure that a run was trained on a catalog, whose folds are the run's then.</summary>
    /// <param name="run">The run.</param>
    /// <param name="catalog">Path of the catalog.</param>
    /// <param name="hash">Its hash.</param>
    /// <param name="advice">What to do otherwise, with a space before it.</param>
    /// <exception cref="InputException">It was trained on another.</exception>
    public static void RequireTrainedOn(RunFolder run, string catalog, string hash, string advice = "")
    {
        if (!string.Equals(hash, run.ReadInfo().DataHash, StringComparison.Ordinal))
        {
            throw new InputException($"{catalog} is not the catalog that {run.Path} was trained on, or has changed since: its folds are not the run's.{advice}");
        }
    }

    /// <summary>Folder of a run that there is, given by its path or by its bare name.</summary>
    /// <exception cref="InputException">There is no such run.</exception>
    public static RunFolder ToRead(string name)
    {
        RunFolder[] candidates = [new(name), new(Path.Combine(Root, name))];
        return candidates.FirstOrDefault(c => c.Exists)
            ?? throw new InputException($"{name}: no run there, nor in {Path.Combine(Root, name)}; give the folder that 'atat train' or 'atat forest' wrote.");
    }
}
