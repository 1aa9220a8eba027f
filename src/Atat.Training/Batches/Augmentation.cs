using Atat.Training.Configuration;
using Atat.Training.Data;

namespace Atat.Training.Batches;

/// <summary>Perturbations of the samples of one step.</summary>
/// <param name="config">How large.</param>
/// <param name="redshift">Where the redshift stands, if it is to be perturbed and can be.</param>
/// <param name="seed">Seed of the run.</param>
/// <param name="firstRow">Number of the step's first sample since the beginning of the run.</param>
public sealed class Augmentation(AugmentationConfig config, RedshiftColumns? redshift, int seed, long firstRow)
{
    /// <summary>The perturbation of one sample; null where nothing is perturbed.</summary>
    public Perturbation? Draw(Sample sample) =>
        config == new AugmentationConfig() ? null : new Perturbation(config, redshift, SeededRandom.For(seed, RandomPurpose.Augmentation, firstRow + sample.Row));
}
