using Atat.LightCurves;

namespace Atat.Formats.Snana;

/// <summary>An object of a HEAD file.</summary>
/// <param name="Row">The object without its light curve.</param>
/// <param name="HeadRow">Row of HEAD, from 1.</param>
/// <param name="First">PTROBS_MIN: its first row in PHOT, from 1.</param>
/// <param name="Last">PTROBS_MAX: its last row in PHOT, inclusive.</param>
internal sealed record SnanaObject(ObjectRow Row, long HeadRow, long First, long Last)
{
    /// <summary>Number of observations.</summary>
    public long Count => Math.Max(0, Last - First + 1);
}
