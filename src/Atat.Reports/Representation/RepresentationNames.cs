namespace Atat.Reports.Representation;

/// <summary>Names in the runs of a representation study, and how tables write them.</summary>
internal static class RepresentationNames
{
    public const string SynA = "syn-a", SynB = "syn-b", SynC = "syn-c", Eros = "eros_lmc", Ztf = "ztf_dr3_vsx";
    public const string None = "none", Attention = "mha", Lstm = "lstm", Residual = "resnet", Perceptron = "mlp", Mtan = "mtan", Interpolation = "interpred";
    public const string SquaredError = "mse", Likelihood = "likelihood", CrossEntropy = "cross-entropy";

    private static readonly string[] Order = [SynA, SynB, SynC, Eros, Ztf];

    /// <summary>Whether a data set is made: its noise is part of its classes, and the thesis gives no error of its reconstructions.</summary>
    public static bool IsSynthetic(string dataset) => dataset.StartsWith("syn-", StringComparison.Ordinal);

    /// <summary>Data sets in the thesis's order, others behind them by name.</summary>
    public static IEnumerable<string> Ordered(IEnumerable<string> datasets) =>
        datasets.Distinct(StringComparer.Ordinal).OrderBy(name => Array.IndexOf(Order, name) is var place and >= 0 ? place : Order.Length).ThenBy(name => name, StringComparer.Ordinal);

    /// <summary>A part of a network, a loss or a synthetic data set as the thesis writes it; others as they are.</summary>
    public static string Title(string name) => name switch
    {
        Attention => "MHA",
        Lstm => "LSTM",
        Residual => "ResNet",
        Perceptron => "MLP",
        Mtan => "MTAN",
        Interpolation => "InterPred",
        SynA => "Syn-A",
        SynB => "Syn-B",
        SynC => "Syn-C",
        SquaredError => "MSE (equation 3.1)",
        Likelihood => "likelihood (equation 3.3)",
        CrossEntropy => "cross-entropy (equation 3.4)",
        _ => name,
    };

    /// <summary>A part with the one that stands before or behind it, as <c>LSTM + MTAN</c>.</summary>
    public static string Pair(string part, string beside) => beside == None ? Title(part) : $"{Title(part)} + {Title(beside)}";
}
