using System.Collections.Immutable;
using Atat.LightCurves;

namespace Atat.Formats;

/// <summary>What an import will read.</summary>
/// <param name="Schema">What all objects have in common.</param>
/// <param name="Parts">Parts in the order of the catalog.</param>
public sealed record ImportPlan(CatalogSchema Schema, ImmutableArray<ImportPart> Parts);
