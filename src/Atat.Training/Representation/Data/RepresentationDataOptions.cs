namespace Atat.Training.Representation.Data;

/// <summary>Which part of a data set is used, and how it is prepared.</summary>
public sealed record RepresentationDataOptions
{
    /// <summary>Training series at most; 0 for all there are.</summary>
    public int Objects { get; init; }

    /// <summary>Test series at most, and validation series; 0 for all there are.</summary>
    public int TestObjects { get; init; }

    /// <summary>Table of periods, from <c>atat period</c>; empty for those that stand in the catalog.</summary>
    public string Periods { get; init; } = "";

    /// <summary>Fold of a catalog that stops fine-tuning, and is not trained on.</summary>
    public int ValidationFold { get; init; }

    /// <summary>Observations of a band at most (thesis section 3.4.1).</summary>
    public int MostInBand { get; init; } = 200;

    /// <summary>
    /// Variance of the noise of Syn-A and Syn-C. The text's 5 leaves no classifier of Syn-C more than 95 % (the likelihood ratio, averaged over frequencies and phases),
    /// where the thesis's table 3.3 has 99.7.
    /// </summary>
    public double NoiseVariance { get; init; } = SyntheticSeries.ThesisNoiseVariance;
}
