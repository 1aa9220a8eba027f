using System.Runtime.InteropServices;

namespace Atat.Training.Trees;

/// <summary>A model of LightGBM, in training or loaded.</summary>
internal sealed class BoosterHandle() : SafeHandle(0, ownsHandle: true)
{
    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <inheritdoc/>
    protected override bool ReleaseHandle() => LightGbm.FreeBooster(handle) == 0;
}
