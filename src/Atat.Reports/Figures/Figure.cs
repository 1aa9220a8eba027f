using System.Collections.Immutable;
using System.Text;
using Atat.Formats.Files;
using Atat.LightCurves;
using ScottPlot;
using SkiaSharp;

namespace Atat.Reports.Figures;

/// <summary>A plot, or several beside each other, with size and a description for those who cannot see it. Not for several threads at once.</summary>
public sealed class Figure
{
    private readonly ImmutableArray<FigurePanel> panels;

    internal Figure(Plot plot, int width, int height, string description)
        : this([new FigurePanel(plot, new PixelRect(0, width, height, 0))], width, height, description)
    {
    }

    internal Figure(ImmutableArray<FigurePanel> panels, int width, int height, string description)
    {
        this.panels = panels;
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
    public string ToSvg()
    {
        using var stream = new MemoryStream();
        using (var canvas = SKSvgCanvas.Create(SKRect.Create(Width, Height), stream))
        {
            Draw(canvas, 1);
        }

        return Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length);
    }

    /// <summary>The figure as a PNG image.</summary>
    /// <param name="scale">Pixels of the image a pixel of the figure: 2 for print and dense screens.</param>
    public byte[] ToPng(double scale = 2)
    {
        using var surface = SKSurface.Create(new SKImageInfo((int)(Width * scale), (int)(Height * scale)));
        surface.Canvas.Clear(SKColors.White);
        Draw(surface.Canvas, scale);
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
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

    private void Draw(SKCanvas canvas, double scale)
    {
        foreach (var (plot, place) in panels)
        {
            var (by, width, height) = ((float)scale, (float)scale * place.Width, (float)scale * place.Height);
            canvas.Save();
            canvas.Translate(by * place.Left, by * place.Top);
            plot.ScaleFactor = scale;
            plot.RenderManager.ClearCanvasBeforeEachRender = false;

            // The first time a plot is drawn it is drawn twice, to know its limits: not into the document.
            plot.RenderInMemory((int)width, (int)height);
            plot.Render(canvas, new PixelRect(0, width, height, 0));
            plot.ScaleFactor = 1;
            canvas.Restore();
        }
    }
}
