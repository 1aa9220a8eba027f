using Atat.Training.Configuration;
using Atat.Training.Data;

namespace Atat.Training.Batches;

/// <summary>Perturbations of the samples of one step.</summary>
/// <param name="config">How large.</param>
/// <param name="redshift">Where redshifts stand, if there are any.</param>
/// <param name="rare">How rare objects are, where only the rare are perturbed; null for all.</param>
/// <param name="seed">Seed of the run.</param>
/// <param name="firstRow">Number of the step's first sample since the beginning of the run.</param>
public sealed class Augmentation(AugmentationConfig config, RedshiftColumns? redshift, RareObjects? rare, int seed, long firstRow)
{
    private readonly bool perturbs = config.Perturbs();

    /// <summary>The perturbation of one sample; null where nothing is perturbed.</summary>
    /// <param name="inputs">The objects.</param>
    /// <param name="sample">One of them.</param>
    public Perturbation? Draw(ModelInputs inputs, Sample sample)
    {
        if (!perturbs)
        {
            return null;
        }

        var random = SeededRandom.For(seed, RandomPurpose.Augmentation, firstRow + sample.Row);
        return rare is not null && random.NextDouble() >= rare.Share(sample.Index) ? null
            : new Perturbation(config, redshift, redshift?.Of(inputs.Catalog, sample.Index) ?? double.NaN, random);
    }
}
