using Atat.Reports.Studies;

namespace Atat.Reports.Representation;

/// <summary>One comparison of a finding: a figure that lies between two bounds.</summary>
/// <param name="Where">Data set, network and score that it is of.</param>
/// <param name="Above">Bound below.</param>
/// <param name="Below">Bound above.</param>
/// <param name="Here">This study's figure.</param>
/// <param name="Thesis">The thesis's, from the same rows.</param>
internal sealed record FindingPart(string Where, double Above, double Below, FindingFigure Here, FindingFigure Thesis)
{
    /// <summary>What this study's figure says.</summary>
    public Verdict Verdict => Decide(Here);

    /// <summary>What a figure says: undecided where rows are missing or its range holds a bound.</summary>
    public Verdict Decide(FindingFigure figure) =>
        double.IsNaN(figure.Estimate) ? Verdict.NotMeasured
        : !figure.IsComplete ? Verdict.Undecided
        : figure.Low > Above && figure.High < Below ? Verdict.Holds
        : figure.High < Above || figure.Low > Below ? Verdict.DoesNotHold
        : Verdict.Undecided;
}
