using Atat.Formats.Files;
using Atat.LightCurves;
using ScottPlot;

namespace Atat.Reports.Figures;

/// <summary>One plot with its size and a description for those who cannot see it. Not for several threads at once.</summary>
public sealed class Figure
{
    private readonly Plot plot;

    internal Figure(Plot plot, int width, int height, string description)
    {
        this.plot = plot;
        Width = width;
        Height = height;
        Description = description;
    }

    /// <summary>Width in pixels.</summary>
    public int Width { get; }

    /// <summary>Height in pixels.</summary>
    public int Height { get; }

    /// <summary>What the figure shows, in one sentence.</summary>
    public string Description { get; }

    /// <summary>The figure as an SVG document.</summary>
    public string ToSvg() => plot.GetSvgXml(Width, Height);

    /// <summary>The figure as a PNG image.</summary>
    /// <param name="scale">Pixels of the image a pixel of the figure: 2 for print and dense screens.</param>
    public byte[] ToPng(double scale = 2)
    {
        plot.ScaleFactor = scale;
        try
        {
            return plot.GetImage((int)(Width * scale), (int)(Height * scale)).GetImageBytes(ImageFormat.Png);
        }
        finally
        {
            plot.ScaleFactor = 1;
        }
    }

    /// <summary>Writes the figure as its name ends: <c>.svg</c> or <c>.png</c>.</summary>
    /// <exception cref="InputException">The name ends otherwise.</exception>
    public void Write(string path)
    {
        switch (Path.GetExtension(path).ToUpperInvariant())
        {
            case ".SVG":
                OutputFile.Write(path, beside => File.WriteAllText(beside, ToSvg()));
                break;
            case ".PNG":
                OutputFile.Write(path, beside => File.WriteAllBytes(beside, ToPng()));
                break;
            default:
                throw new InputException($"{path}: a figure's name ends in .svg or .png.");
        }
    }
}
