using System.Collections.Immutable;
using Atat.LightCurves;

namespace Atat.Formats;

/// <summary>A part of an import that can be read by itself, on any thread.</summary>
/// <param name="Name">What it is called in messages: its first file.</param>
/// <param name="Files">All its files; where one has changed, the part is read again.</param>
/// <param name="Options">What else decides its content, as text: where it has changed, too.</param>
/// <param name="Read">Reads it; throws <see cref="InputException"/>, or <see cref="OperationCanceledException"/> where it takes long and is cancelled.</param>
public sealed record ImportPart(string Name, ImmutableArray<string> Files, string Options, Func<CancellationToken, Catalog> Read);
