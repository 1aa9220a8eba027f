using System.CommandLine;
using System.Globalization;
using Atat.LightCurves;
using Atat.Networks.Weights;
using Atat.Training.Runs;
using static TorchSharp.torch;

namespace Atat.Cli.Verbs;

/// <summary><c>atat export</c>: weights in a format that other programs read.</summary>
internal static class ExportVerb
{
    private static readonly Argument<string> Source = new("SOURCE") { Description = "Run (folder, or name in runs/), or a PyTorch checkpoint (.pt, .pth, .ckpt) of tensors." };

    private static readonly Option<string> Out = new("--out", "-o") { Description = "File to write.", Required = true, HelpName = "PATH" };

    private static readonly Option<string> Format = Choice.Of(new Option<string>("--format") { Description = "Format to write: safetensors.", DefaultValueFactory = _ => "safetensors", HelpName = "FORMAT" }, "safetensors");

    private static readonly Option<bool> Translate = new("--translate") { Description = "Take the names of the published ATAT code and write those of this program." };

    /// <summary>Makes the command.</summary>
    public static Command Create(Terminal terminal)
    {
        var verb = new Verb(
            "export",
            "Write weights in a format that other programs read.",
            "atat export first --out first.safetensors",
            "atat export published.pt --out published.safetensors",
            "atat export published.pt --translate --out ours.safetensors")
        {
            Source, Out, Format, Translate,
        };
        verb.SetAction(arguments => Export(terminal, arguments));
        return verb;
    }

    private static void Export(Terminal terminal, ParseResult arguments)
    {
        NativeNetwork.Require();
        var (source, path) = (arguments.GetValue(Source)!, arguments.GetValue(Out)!);
        using var scope = NewDisposeScope();
        var tensors = File.Exists(source) ? TorchCheckpoint.Read(source) : SafetensorsFile.Read(Best(RunFolders.ToRead(source)));
        if (arguments.GetValue(Translate))
        {
            tensors = PublishedWeights.Translate(tensors);
        }

        SafetensorsFile.Write(path, tensors.OrderBy(t => t.Key, StringComparer.Ordinal));
        terminal.Print(string.Create(CultureInfo.InvariantCulture, $"{path}: {tensors.Count:N0} tensors, {tensors.Values.Sum(t => t.numel()):N0} values"));
    }

    private static string Best(RunFolder folder) => File.Exists(folder.Best)
        ? folder.Best
        : throw new InputException(folder.ReadInfo().Model == ModelKind.Network
            ? $"{folder.Path} has no weights yet; train it first."
            : $"{folder.Path} holds trees, not weights; boosted ones stand in boosted.txt as LightGBM reads them.");
}
