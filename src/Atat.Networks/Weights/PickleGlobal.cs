namespace Atat.Networks.Weights;

/// <summary>A Python class or function that a pickle names; only its name, nothing behind it.</summary>
internal sealed record PickleGlobal(string Module, string Name)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Module}.{Name}";
}
