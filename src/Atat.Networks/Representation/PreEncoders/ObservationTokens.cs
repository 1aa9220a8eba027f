namespace Atat.Networks.Representation.PreEncoders;

/// <summary>No pre-encoder: each observation is a step, its value as it is.</summary>
/// <param name="bands">Number of bands.</param>
public sealed class ObservationTokens(int bands) : IPreEncoder
{
    /// <inheritdoc/>
    public int Width => 1;

    /// <inheritdoc/>
    public int Bands => bands;

    /// <inheritdoc/>
    public int? ReferencePoints => null;

    /// <inheritdoc/>
    public TokenSequence forward(Series series) => new(series.Points.Clean(series.Values).unsqueeze(2), series.Points);
}
