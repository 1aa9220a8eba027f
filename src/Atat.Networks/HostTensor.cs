using System.Runtime.InteropServices;
using TorchSharp;
using static TorchSharp.torch;

namespace Atat.Networks;

/// <summary>Tensors from spans, without an array in between: what the packers fill is theirs to use again.</summary>
public static class HostTensor
{
    /// <summary>Copies values into a new tensor.</summary>
    /// <typeparam name="T">Element type, of the tensor's too.</typeparam>
    /// <param name="values">Row-major.</param>
    /// <param name="shape">Its product is the number of values.</param>
    /// <param name="type">Element type of the tensor, as wide as <typeparamref name="T"/>.</param>
    /// <param name="device">Where the tensor goes.</param>
    public static Tensor Of<T>(ReadOnlySpan<T> values, ReadOnlySpan<long> shape, ScalarType type, Device device)
        where T : unmanaged
    {
        var host = empty(shape, type);
        values.CopyTo(MemoryMarshal.Cast<byte, T>(host.bytes));
        return device.type == DeviceType.CPU ? host : host.to(device, disposeAfter: true);
    }
}
