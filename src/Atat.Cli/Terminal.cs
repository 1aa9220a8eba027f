using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace Atat.Cli;

/// <summary>Where a verb writes: results to standard output, everything said along the way to standard error.</summary>
public sealed class Terminal
{
    // Wide enough for every table: what goes into a file or a pipe has no edge.
    private const int RedirectedWidth = 200;

    private static readonly JsonSerializerOptions JsonOptions = new()
    {
        WriteIndented = true,
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        DefaultIgnoreCondition = JsonIgnoreCondition.Never,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower), new MissingNumberConverter() },
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private readonly TextWriter output;
    private readonly TextWriter error;
    private readonly IAnsiConsole results;
    private readonly IAnsiConsole chatter;
    private readonly bool live;
    private int shown;

    /// <summary>Makes a terminal that writes to two writers.</summary>
    /// <param name="output">Results.</param>
    /// <param name="error">Chatter and errors.</param>
    /// <param name="outputIsTerminal">Whether results may have colours and must fit a width.</param>
    /// <param name="errorIsTerminal">Whether chatter may have colours.</param>
    public Terminal(TextWriter output, TextWriter error, bool outputIsTerminal = false, bool errorIsTerminal = false)
    {
        this.output = output;
        this.error = error;
        results = Create(output, outputIsTerminal);
        chatter = Create(error, errorIsTerminal);
        live = errorIsTerminal;
    }

    /// <summary>Results as text.</summary>
    public TextWriter Output => output;

    /// <summary>Whether to keep back what is no result and no error.</summary>
    public bool Quiet { get; set; }

    /// <summary>The terminal of this process.</summary>
    public static Terminal OfProcess() =>
        new(Console.Out, Console.Error, !Console.IsOutputRedirected, !Console.IsErrorRedirected);

    /// <summary>Writes a line of chatter.</summary>
    public void Say(string line)
    {
        if (!Quiet)
        {
            Clear();
            error.WriteLine(line);
        }
    }

    /// <summary>Shows text in place of the text shown before; nothing where errors do not go to a terminal.</summary>
    public void Update(string text)
    {
        if (live && !Quiet)
        {
            var line = text.Length < chatter.Profile.Width ? text : text[..Math.Max(0, chatter.Profile.Width - 1)];
            error.Write('\r' + line.PadRight(shown) + '\r');
            shown = line.Length;
        }
    }

    /// <summary>Writes a line of results.</summary>
    public void Print(string line)
    {
        Clear();
        output.WriteLine(line);
    }

    /// <summary>Writes a table or another figure of results.</summary>
    public void Print(IRenderable renderable)
    {
        results.Write(renderable);
        if (renderable is not Table)
        {
            output.WriteLine();
        }
    }

    /// <summary>Writes a result for machines.</summary>
    public void PrintJson<T>(T value) => output.WriteLine(JsonSerializer.Serialize(value, JsonOptions));

    /// <summary>Writes a failure: one line, red where there are colours, and never folded.</summary>
    public void Fail(string message)
    {
        Clear();
        var line = "error: " + string.Join(' ', message.Split(['\r', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries));
        error.WriteLine(chatter.Profile.Capabilities.Ansi ? $"\e[31m{line}\e[0m" : line);
    }

    /// <summary>Writes a line to standard error even if quiet.</summary>
    public void Warn(string line)
    {
        Clear();
        error.WriteLine(line);
    }

    private void Clear()
    {
        Update(string.Empty);
        shown = 0;
    }

    private static IAnsiConsole Create(TextWriter writer, bool isTerminal)
    {
        var colours = isTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"));
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(writer),
            Ansi = colours ? AnsiSupport.Detect : AnsiSupport.No,
            ColorSystem = colours ? ColorSystemSupport.Detect : ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
        });
        if (!isTerminal)
        {
            console.Profile.Width = RedirectedWidth;
        }

        return console;
    }
}
