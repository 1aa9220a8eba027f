namespace Atat.Reports.Documents;

/// <summary>A paragraph.</summary>
internal sealed record TextBlock(string Text) : DocumentBlock;
