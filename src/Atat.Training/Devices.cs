using Atat.LightCurves;
using Atat.Networks;
using TorchSharp;
using static TorchSharp.torch;

namespace Atat.Training;

/// <summary>Opens the device that a network runs on.</summary>
internal static class Devices
{
    /// <summary>Opens a device and sets the threads of one operation.</summary>
    /// <exception cref="InputException">There is no such device here.</exception>
    public static Device Open(string name, int threads)
    {
        Device device;
        try
        {
            device = new Device(name);
        }
        catch (Exception e) when (e is ArgumentException or FormatException)
        {
            throw new InputException($"Device '{name}' does not exist; write cpu, cuda, cuda:1 or mps.", e);
        }

        var available = device.type switch
        {
            DeviceType.CUDA => cuda.is_available() && device.index < cuda.device_count(),
            DeviceType.MPS => mps_is_available(),
            _ => device.type == DeviceType.CPU,
        };
        if (!available)
        {
            throw new InputException($"Device '{name}' is not available here; run on --device cpu, or see what `atat doctor` says of it.");
        }

        NativeAllocator.KeepFreed();
        set_num_threads(threads > 0 ? threads : Environment.ProcessorCount);
        return device;
    }
}
