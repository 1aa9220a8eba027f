using Atat.LightCurves;

namespace Atat.Formats;

/// <summary>Where the objects of an import came from, so that one that comes again is named with both its places.</summary>
internal sealed class ImportedObjects
{
    private readonly Dictionary<string, string> places = new(StringComparer.Ordinal);

    /// <summary>Adds the objects of a part.</summary>
    /// <exception cref="InputException">One of them was in another part already.</exception>
    public void Add(string part, ReadOnlySpan<string> ids)
    {
        foreach (var id in ids)
        {
            if (!places.TryAdd(id, part))
            {
                throw new InputException($"{part}: object '{id}' stands already in {places[id]}; choose to put the label into identifiers, or import the files one by one.");
            }
        }
    }
}
