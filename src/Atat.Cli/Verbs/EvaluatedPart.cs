namespace Atat.Cli.Verbs;

/// <summary>Which objects of a catalog a run is evaluated on.</summary>
internal enum EvaluatedPart
{
    /// <summary>The test part.</summary>
    Test = 0,

    /// <summary>The validation fold of the run.</summary>
    Validation = 1,

    /// <summary>All labelled objects: for a catalog that the run has not seen.</summary>
    All = 2,
}
