using System.Collections.Immutable;

namespace Atat.Formats.Plasticc;

/// <summary>Which PLAsTiCC tables to import.</summary>
/// <param name="Metadata">The table of objects, may be gzip'd.</param>
/// <param name="LightCurves">Tables of observations, may be gzip'd; the challenge's test set has eleven.</param>
public sealed record PlasticcImportOptions(string Metadata, ImmutableArray<string> LightCurves)
{
    /// <summary>Leave observations out whose object the table of objects lacks, instead of failing.</summary>
    public bool LeaveUnknownObjectsOut { get; init; }
}
