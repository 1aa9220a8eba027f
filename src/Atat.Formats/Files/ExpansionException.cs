namespace Atat.Formats.Files;

/// <summary>Compressed content that is far larger than the file that holds it.</summary>
internal sealed class ExpansionException(string message) : IOException(message);
