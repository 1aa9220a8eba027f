namespace Atat.Fuzz;

/// <summary>A reader, and a valid file to damage for it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="FileName">Name that the damaged file has in its folder.</param>
/// <param name="Valid">A valid file.</param>
/// <param name="Companions">Other files that the reader needs beside it, by name.</param>
/// <param name="IsGzip">Whether the file is compressed, before or after it is damaged.</param>
/// <param name="Read">Reads the file of a path; throws what the reader throws.</param>
public sealed record FuzzTarget(string Name, string FileName, byte[] Valid, IReadOnlyDictionary<string, byte[]> Companions, bool IsGzip, Action<string> Read);
