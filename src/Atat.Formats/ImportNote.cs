namespace Atat.Formats;

/// <summary>Something that an import left out or that is worth a look.</summary>
/// <param name="What">What it is, in the plural, as in <c>light-curve rows of objects that the object table does not have, left out</c>.</param>
/// <param name="Count">How many.</param>
public sealed record ImportNote(string What, long Count);
