namespace Atat.Reports.Documents;

/// <summary>Text in a fixed-width font, as it stands.</summary>
/// <param name="Title">What it is; the page folds it behind this.</param>
/// <param name="Text">The text.</param>
internal sealed record CodeBlock(string Title, string Text) : DocumentBlock;
