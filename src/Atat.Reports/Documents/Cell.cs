namespace Atat.Reports.Documents;

/// <summary>A cell of a table.</summary>
/// <param name="Text">What it shows.</param>
/// <param name="Bold">Whether it stands out.</param>
public readonly record struct Cell(string Text, bool Bold = false)
{
    /// <summary>A plain cell.</summary>
    public static implicit operator Cell(string text) => new(text);
}
