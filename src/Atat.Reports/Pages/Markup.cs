namespace Atat.Reports.Pages;

/// <summary>Text that is HTML already; everything else is escaped on its way into a page.</summary>
/// <param name="Html">The HTML.</param>
internal readonly record struct Markup(string Html)
{
    /// <summary>Nothing.</summary>
    public static Markup Empty { get; } = new("");
}
