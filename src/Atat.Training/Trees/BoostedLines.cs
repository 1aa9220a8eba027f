using System.Globalization;
using Atat.LightCurves;

namespace Atat.Training.Trees;

/// <summary>The text of a LightGBM model in blocks: the header, then one for each tree, up to the line that ends them.</summary>
/// <param name="text">The text.</param>
/// <param name="source">Names it in messages.</param>
internal sealed class BoostedLines(TextReader text, string source)
{
    private const string End = "end of trees";
    private const string Begin = "Tree=";

    private long line;
    private bool hasEnded;

    /// <summary>Values between blanks at most, which bounds memory.</summary>
    public const int MaxValues = 1 << 20;

    /// <summary>What is wrong with the line that was read last, or another.</summary>
    public InputException Failure(string what, long? at = null) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{source} line {at ?? line}: not a model of boosted trees: {what}; restore it from a copy of the run."));

    /// <summary>The next block; empty behind the last tree.</summary>
    /// <exception cref="InputException">The text ends before the trees do.</exception>
    public BoostedBlock Block()
    {
        var block = new BoostedBlock(this);
        while (!hasEnded)
        {
            var next = text.ReadLine() ?? throw Failure($"it ends without '{End}'");
            line++;
            hasEnded = next == End;
            if (hasEnded || next.StartsWith(Begin, StringComparison.Ordinal))
            {
                break;
            }

            var equals = next.IndexOf('=', StringComparison.Ordinal);
            if (equals > 0)
            {
                block.Add(next[..equals], next[(equals + 1)..], line);
            }
        }

        return block;
    }
}
