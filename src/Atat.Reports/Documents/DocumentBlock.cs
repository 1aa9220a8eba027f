namespace Atat.Reports.Documents;

/// <summary>A part of a section: text, a list, a table, figures or code.</summary>
public abstract record DocumentBlock;
