namespace Atat.Networks.Representation.PreEncoders;

/// <summary>Turns series into what an encoder reads: the observations themselves, or values at reference points.</summary>
public interface IPreEncoder
{
    /// <summary>Width of a step.</summary>
    int Width { get; }

    /// <summary>Number of bands that the steps are of: 1 for reference points.</summary>
    int Bands { get; }

    /// <summary>Number of reference points, equally spaced on [0, 1]; null where the steps are the observations.</summary>
    int? ReferencePoints { get; }

    /// <summary>Transforms a batch; what its padding holds must not matter where there are reference points.</summary>
    TokenSequence forward(Series series);
}
