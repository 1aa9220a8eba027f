using System.Collections.Immutable;

namespace Atat.Forests;

/// <summary>A forest with the names of what it reads and tells: the content of a <see cref="Files.ForestFile"/>.</summary>
/// <param name="Features">Names of the features, in the order of a row.</param>
/// <param name="Classes">Names of the classes, in the order of the probabilities; those of the hierarchy where there is one.</param>
/// <param name="Forest">A <see cref="BalancedForest"/> or a <see cref="HierarchicalForest"/>.</param>
public sealed record ForestModel(ImmutableArray<string> Features, ImmutableArray<string> Classes, IForest Forest);
