using System.Collections.Immutable;

namespace Atat.Reports.Documents;

/// <summary>A list of sentences.</summary>
internal sealed record ListBlock(ImmutableArray<string> Items) : DocumentBlock;
