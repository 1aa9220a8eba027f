namespace Atat.Networks;

/// <summary>Where the tokens of tabular columns go.</summary>
public enum TabularPlacement
{
    /// <summary>Through a Transformer of their own, whose class token is joined with that of the light curve (thesis figure 4.1).</summary>
    Branch = 0,

    /// <summary>Behind the observations in the light curve's sequence: one Transformer, one class token and one head for both.</summary>
    Sequence = 1,
}
