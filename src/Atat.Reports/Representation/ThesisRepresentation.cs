namespace Atat.Reports.Representation;

/// <summary>
/// Figures of thesis tables 3.1 to 3.8, mean and standard deviation of five runs in percent, to stand beside a study's own. Rows are those of
/// <see cref="RepresentationRows"/>; columns are mean squared error (real data sets only), Acc-Linear, Acc-On-Linear, Acc-MLP and Acc-On-MLP,
/// and the fine-tuned accuracy of table 3.8 behind those of encoders.
/// </summary>
internal static class ThesisRepresentation
{
    private const int Runs = 5;

    // Table 3.1.
    private static readonly double[,] SynA =
    {
        { 70.15, 7.33, 68.65, 4.28, 99.93, 0.04, 99.74, 0.23 },
        { 87.15, 9.45, 83.60, 8.57, 98.99, 1.05, 99.35, 0.86 },
        { 77.62, 2.30, 74.17, 5.89, 99.89, 0.09, 99.77, 0.22 },
        { 58.71, 8.20, 57.60, 7.32, 55.78, 7.66, 63.01, 17.80 },
        { 71.14, 4.57, 63.22, 14.11, 99.93, 0.02, 99.91, 0.02 },
        { 79.98, 11.27, 79.34, 12.85, 99.94, 0.07, 99.91, 0.10 },
        { 99.88, 0.10, 99.89, 0.20, 99.95, 0.08, 99.94, 0.07 },
        { 91.92, 17.59, 91.88, 18.06, 99.69, 0.62, 93.87, 13.65 },
        { 99.97, 0.03, 100.00, 0.00, 100.00, 0.00, 100.00, 0.00 },
        { 79.27, 26.67, 77.31, 25.19, 79.82, 27.08, 79.33, 26.67 },
        { 99.81, 0.12, 99.94, 0.04, 99.95, 0.04, 99.95, 0.04 },
        { 99.91, 0.09, 99.96, 0.04, 99.98, 0.02, 99.98, 0.03 },
    };

    // Table 3.2.
    private static readonly double[,] SynB =
    {
        { 62.41, 15.46, 63.02, 14.31, 60.98, 17.75, 73.82, 16.38 },
        { 52.44, 3.83, 53.43, 4.50, 55.75, 4.24, 63.20, 8.51 },
        { 90.10, 1.42, 90.90, 1.65, 85.98, 20.17, 95.56, 1.83 },
        { 52.87, 1.74, 55.65, 4.19, 62.12, 3.69, 64.46, 10.46 },
        { 90.93, 5.99, 94.05, 3.97, 97.56, 1.61, 97.91, 1.15 },
        { 51.11, 1.05, 52.28, 1.84, 56.65, 7.86, 62.86, 7.60 },
        { 98.76, 0.87, 99.13, 0.93, 99.72, 0.23, 99.64, 0.40 },
        { 98.76, 0.71, 99.10, 0.46, 99.61, 0.14, 99.88, 0.05 },
        { 96.76, 2.26, 98.52, 1.70, 99.78, 0.11, 99.91, 0.04 },
        { 73.47, 19.57, 73.22, 19.92, 79.29, 18.33, 78.71, 17.97 },
        { 96.55, 2.37, 97.61, 2.14, 99.51, 0.22, 99.68, 0.20 },
        { 78.54, 13.98, 79.50, 14.80, 80.92, 17.13, 81.51, 16.93 },
    };

    // Table 3.3.
    private static readonly double[,] SynC =
    {
        { 72.17, 2.96, 71.50, 2.93, 99.49, 0.13, 99.84, 0.03 },
        { 85.42, 3.21, 87.21, 3.16, 99.33, 0.33, 99.72, 0.14 },
        { 72.57, 1.44, 73.09, 1.02, 99.67, 0.10, 99.89, 0.05 },
        { 65.66, 20.63, 67.47, 17.75, 78.68, 22.25, 76.90, 22.06 },
        { 70.01, 1.55, 70.13, 2.17, 99.42, 0.19, 99.82, 0.08 },
        { 60.96, 8.55, 64.89, 6.32, 78.13, 19.52, 80.59, 17.76 },
        { 70.63, 3.26, 71.14, 3.22, 99.48, 0.10, 99.84, 0.05 },
        { 78.94, 4.85, 79.32, 6.20, 99.21, 0.20, 99.70, 0.09 },
        { 71.84, 3.17, 71.64, 2.38, 99.69, 0.03, 99.84, 0.04 },
        { 60.43, 11.65, 58.52, 12.12, 75.62, 19.26, 71.02, 18.15 },
        { 66.86, 0.58, 68.40, 0.90, 99.33, 0.10, 99.80, 0.03 },
        { 89.40, 8.90, 89.49, 8.76, 96.47, 6.26, 96.36, 6.88 },
    };

    // Table 3.4.
    private static readonly double[,] MachoDecoders =
    {
        { 9.138, 0.775, 67.01, 0.33, 62.15, 1.04, 82.81, 2.82, 80.43, 3.32 },
        { 16.250, 1.080, 64.98, 0.68, 60.03, 0.97, 69.04, 0.91, 64.36, 1.27 },
        { 7.823, 0.455, 66.70, 0.91, 61.57, 0.85, 84.40, 0.34, 81.79, 1.53 },
        { 46.448, 21.633, 66.16, 0.40, 61.46, 0.86, 68.68, 1.04, 65.05, 1.19 },
        { 8.353, 0.645, 65.93, 0.96, 61.29, 0.93, 84.71, 0.25, 81.31, 1.35 },
        { 12.926, 3.758, 67.05, 0.38, 62.23, 0.49, 73.68, 6.63, 70.19, 6.03 },
        { 8.998, 0.258, 68.97, 0.44, 63.15, 0.86, 84.62, 1.04, 81.53, 1.14 },
        { 16.054, 0.438, 66.61, 0.94, 61.40, 1.17, 71.76, 2.58, 67.16, 2.44 },
        { 8.380, 0.290, 69.82, 0.58, 63.55, 0.88, 85.51, 0.39, 82.99, 0.42 },
        { 61.671, 19.524, 67.59, 0.82, 62.47, 1.32, 75.07, 5.42, 69.63, 7.49 },
        { 9.044, 0.840, 69.16, 0.87, 63.88, 1.10, 85.78, 0.17, 82.42, 0.85 },
        { 14.033, 2.856, 68.31, 0.65, 63.92, 1.08, 78.11, 4.01, 74.71, 4.61 },
    };

    // Table 3.5.
    private static readonly double[,] ZtfDecoders =
    {
        { 22.75, 2.44, 85.73, 1.34, 79.79, 1.12, 96.07, 0.73, 95.10, 1.21 },
        { 59.89, 1.04, 83.92, 1.23, 77.25, 2.75, 89.53, 1.02, 86.36, 1.97 },
        { 19.93, 1.85, 85.24, 1.16, 80.01, 2.29, 96.22, 0.35, 95.27, 0.52 },
        { 430.47, 265.09, 83.86, 2.48, 76.52, 2.98, 94.46, 3.65, 93.14, 3.21 },
        { 21.00, 1.47, 82.14, 1.18, 76.18, 1.38, 96.02, 0.30, 95.28, 0.66 },
        { 52.46, 17.30, 84.87, 4.38, 79.18, 4.84, 91.42, 4.05, 89.62, 4.73 },
        { 22.80, 1.15, 87.50, 1.18, 80.74, 2.10, 96.56, 0.56, 95.63, 0.83 },
        { 55.36, 12.40, 84.54, 1.94, 78.74, 3.57, 92.42, 1.39, 89.58, 3.57 },
        { 20.92, 0.66, 88.07, 0.63, 82.99, 2.03, 95.70, 1.79, 95.58, 0.60 },
        { 504.94, 329.11, 87.94, 0.85, 81.54, 3.13, 95.79, 1.85, 93.96, 2.54 },
        { 22.58, 2.18, 85.18, 1.19, 78.01, 1.90, 96.35, 0.47, 95.10, 1.42 },
        { 44.63, 20.09, 87.49, 1.47, 82.24, 3.61, 94.58, 1.32, 93.79, 1.65 },
    };

    // Table 3.6, with the column of table 3.8.
    private static readonly double[,] MachoEncoders =
    {
        { 8.719, 0.556, 69.44, 0.92, 62.15, 1.14, 84.71, 0.83, 83.16, 0.58, 79.97, 0.48 },
        { 8.129, 0.098, 73.17, 0.93, 67.29, 3.57, 83.45, 0.52, 81.35, 0.69, 77.62, 0.97 },
        { 12.575, 3.213, 66.82, 0.20, 61.83, 0.70, 72.59, 8.09, 68.50, 7.28, 68.48, 6.96 },
        { 16.209, 1.776, 66.40, 0.81, 60.99, 1.92, 66.69, 0.38, 62.94, 1.90, 61.72, 0.70 },
        { 14.826, 0.041, 66.79, 0.48, 61.78, 0.62, 67.02, 0.27, 63.35, 0.56, 62.01, 0.86 },
        { 8.517, 0.074, 67.77, 0.84, 62.22, 1.73, 82.70, 1.36, 77.79, 0.90, 76.32, 1.48 },
        { 11.037, 1.418, 72.19, 1.17, 66.33, 1.79, 77.76, 3.03, 72.90, 3.05, 71.83, 3.82 },
        { 9.013, 0.065, 73.39, 0.36, 69.98, 1.31, 81.07, 0.36, 77.94, 0.42, 74.83, 1.18 },
    };

    // Table 3.7, with the column of table 3.8.
    private static readonly double[,] ZtfEncoders =
    {
        { 20.64, 0.33, 88.22, 0.77, 83.92, 1.38, 96.22, 1.31, 95.90, 0.62, 94.54, 0.54 },
        { 234.30, 4.06, 79.25, 0.57, 75.92, 1.08, 86.81, 0.09, 87.28, 0.70, 85.30, 0.70 },
        { 60.36, 1.84, 77.46, 0.31, 70.21, 2.10, 78.40, 0.34, 69.60, 1.83, 72.14, 0.56 },
        { 60.37, 2.41, 77.02, 0.54, 68.28, 2.98, 78.50, 0.17, 70.45, 1.72, 72.01, 0.26 },
        { 58.74, 0.41, 77.02, 0.40, 69.74, 1.06, 78.29, 0.34, 71.74, 0.53, 71.96, 0.47 },
        { 29.64, 5.16, 83.81, 1.94, 76.04, 8.35, 97.27, 0.75, 83.74, 5.10, 95.67, 0.95 },
        { 25.98, 3.19, 90.07, 0.98, 83.14, 3.06, 95.32, 1.31, 87.49, 8.11, 92.38, 1.75 },
        { 22.45, 0.96, 91.31, 0.95, 85.73, 2.27, 96.06, 0.70, 94.91, 0.68, 94.20, 0.58 },
    };

    private static readonly RepresentationMetric[] Columns =
    [
        RepresentationMetric.Reconstruction, RepresentationMetric.Linear, RepresentationMetric.OnlineLinear,
        RepresentationMetric.NonLinear, RepresentationMetric.OnlineNonLinear, RepresentationMetric.FineTuned,
    ];

    /// <summary>The thesis's data set that a data set stands beside; empty where it has none.</summary>
    public static string Dataset(string dataset) => dataset switch
    {
        RepresentationNames.SynA => "Syn-A",
        RepresentationNames.SynB => "Syn-B",
        RepresentationNames.SynC => "Syn-C",
        RepresentationNames.Eros => "MACHO",
        RepresentationNames.Ztf => "ZTF-DR",
        _ => "",
    };

    /// <summary>The table that has an experiment's figures, as <c>3.4</c>; empty where none has.</summary>
    public static string Table(ExperimentKind kind, string dataset) => (kind, dataset) switch
    {
        (ExperimentKind.Decoders, RepresentationNames.SynA) => "3.1",
        (ExperimentKind.Decoders, RepresentationNames.SynB) => "3.2",
        (ExperimentKind.Decoders, RepresentationNames.SynC) => "3.3",
        (ExperimentKind.Decoders, RepresentationNames.Eros) => "3.4",
        (ExperimentKind.Decoders, RepresentationNames.Ztf) => "3.5",
        (ExperimentKind.Encoders, RepresentationNames.Eros) => "3.6",
        (ExperimentKind.Encoders, RepresentationNames.Ztf) => "3.7",
        _ => "",
    };

    /// <summary>A figure of the thesis; without runs where it has none.</summary>
    /// <param name="kind">The experiment.</param>
    /// <param name="dataset">The study's data set.</param>
    /// <param name="row">0-based row of the experiment.</param>
    /// <param name="metric">The column.</param>
    public static MeanScore Score(ExperimentKind kind, string dataset, int row, RepresentationMetric metric)
    {
        var figures = Table(kind, dataset) switch
        {
            "3.1" => SynA,
            "3.2" => SynB,
            "3.3" => SynC,
            "3.4" => MachoDecoders,
            "3.5" => ZtfDecoders,
            "3.6" => MachoEncoders,
            "3.7" => ZtfEncoders,
            _ => null,
        };
        var hasError = RepresentationNames.IsSynthetic(dataset) ? 0 : 1;
        var column = 2 * (Array.IndexOf(Columns, metric) - 1 + hasError);
        return figures is not null && column >= 0 && column < figures.GetLength(1)
            ? new MeanScore(figures[row, column], figures[row, column + 1], Runs)
            : MeanScore.None;
    }
}
