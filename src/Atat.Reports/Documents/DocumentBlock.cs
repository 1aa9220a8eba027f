namespace Atat.Reports.Documents;

/// <summary>A part of a section: <see cref="TextBlock"/>, <see cref="ListBlock"/>, <see cref="TableBlock"/>, <see cref="FigureBlock"/> or <see cref="CodeBlock"/>.</summary>
internal abstract record DocumentBlock;
