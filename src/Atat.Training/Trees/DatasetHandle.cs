using System.Runtime.InteropServices;

namespace Atat.Training.Trees;

/// <summary>A dataset of LightGBM.</summary>
internal sealed class DatasetHandle() : SafeHandle(0, ownsHandle: true)
{
    /// <inheritdoc/>
    public override bool IsInvalid => handle == 0;

    /// <inheritdoc/>
    protected override bool ReleaseHandle() => LightGbm.FreeDataset(handle) == 0;
}
