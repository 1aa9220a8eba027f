using System.Security.Cryptography;

namespace Atat.Forests.Files;

/// <summary>Passes bytes on and hashes them.</summary>
internal sealed class HashingStream(Stream target) : IDisposable
{
    private readonly IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    /// <summary>Writes bytes.</summary>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        hash.AppendData(bytes);
        target.Write(bytes);
    }

    /// <summary>SHA-256 of all that was written.</summary>
    public byte[] Hash() => hash.GetHashAndReset();

    /// <inheritdoc/>
    public void Dispose() => hash.Dispose();
}
