using System.Collections.Frozen;
using Atat.LightCurves;
using Atat.Networks.Representation;
using Atat.Networks.Representation.Losses;

namespace Atat.Training.Representation.Studies;

/// <summary>Short names of the parts of an autoencoder, as the field and the thesis's tables have them.</summary>
public static class PartNames
{
    private static readonly FrozenDictionary<Enum, string> Names = new Dictionary<Enum, string>
    {
        [EncoderKind.Attention] = "mha",
        [EncoderKind.Lstm] = "lstm",
        [EncoderKind.Residual] = "resnet",
        [PreEncoderKind.None] = "none",
        [PreEncoderKind.InterpolationPrediction] = "interpred",
        [PreEncoderKind.MultiTimeAttention] = "mtan",
        [DecoderKind.Attention] = "mha",
        [DecoderKind.Lstm] = "lstm",
        [DecoderKind.Residual] = "resnet",
        [DecoderKind.Perceptron] = "mlp",
        [PostDecoderKind.None] = "none",
        [PostDecoderKind.MultiTimeAttention] = "mtan",
        [ReconstructionLoss.MeanSquaredError] = "mse",
        [ReconstructionLoss.NegativeLogLikelihood] = "likelihood",
        [ReconstructionLoss.CrossEntropy] = "cross-entropy",
    }.ToFrozenDictionary();

    /// <summary>Name of a part.</summary>
    public static string Of(Enum part) => Names[part];

    /// <summary>All names of a kind of part, between commas.</summary>
    public static string All<T>()
        where T : struct, Enum => string.Join(", ", Enum.GetValues<T>().Select(p => Names[p]));

    /// <summary>The part of a name.</summary>
    /// <param name="name">The name.</param>
    /// <param name="option">Names the option in messages.</param>
    /// <exception cref="InputException">There is none.</exception>
    public static T Parse<T>(string name, string option)
        where T : struct, Enum
    {
        foreach (var part in Enum.GetValues<T>())
        {
            if (string.Equals(Names[part], name, StringComparison.OrdinalIgnoreCase))
            {
                return part;
            }
        }

        throw new InputException($"{option} {name}: there are {All<T>()}.");
    }
}
