using System.Globalization;
using System.Runtime.InteropServices;

namespace Atat.LightCurves;

/// <summary>
/// Packs objects into a <see cref="Catalog"/>, one at a time. Checks what every catalog promises: unique identifiers, known bands,
/// finite values, times in order (sorted where they are not, and counted).
/// </summary>
public sealed class CatalogBuilder(CatalogSchema schema)
{
    private readonly ChunkedList<string> ids = new();
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly ChunkedList<string?> labels = new();
    private readonly Dictionary<string, string> labelPool = new(StringComparer.Ordinal);
    private readonly ChunkedList<double> rightAscensions = new();
    private readonly ChunkedList<double> declinations = new();
    private readonly ChunkedList<Partition> partitions = new();
    private readonly ChunkedList<int> folds = new();
    private readonly ChunkedList<float> metadata = new();
    private readonly ChunkedList<int> offsets = new();
    private readonly ChunkedList<double> mjd = new();
    private readonly ChunkedList<float> flux = new();
    private readonly ChunkedList<float> fluxError = new();
    private readonly ChunkedList<byte> band = new();
    private readonly ChunkedList<bool> detected = new();
    private readonly ChunkedList<bool> saturated = new();
    private int unsorted;

    /// <summary>What all objects have in common.</summary>
    public CatalogSchema Schema { get; } = schema;

    /// <summary>Objects added so far.</summary>
    public int Count => (int)ids.Count;

    /// <summary>Makes room for observations, so that many millions of them are never in memory twice.</summary>
    /// <param name="observations">As many as will be added; where it is not exact, nothing is lost but memory.</param>
    public void Reserve(long observations)
    {
        var count = (int)Math.Min(observations, Array.MaxLength);
        mjd.Reserve(count);
        flux.Reserve(count);
        fluxError.Reserve(count);
        band.Reserve(count);
        detected.Reserve(count);
        saturated.Reserve(count);
    }

    /// <summary>Adds one object; the spans are copied.</summary>
    /// <param name="row">The object without its light curve.</param>
    /// <param name="metadataValues">Values in the schema's order; NaN = missing.</param>
    /// <param name="lightCurve">Observations in any order.</param>
    /// <exception cref="InputException">A repeated or empty identifier, an unknown band, a value that is not finite, a negative error.</exception>
    /// <exception cref="ArgumentException">The number of metadata values is not the schema's.</exception>
    public void Add(ObjectRow row, ReadOnlySpan<float> metadataValues, LightCurve lightCurve)
    {
        if (metadataValues.Length != Schema.Metadata.Length)
        {
            throw new ArgumentException($"{metadataValues.Length} metadata values for {Schema.Metadata.Length} columns.", nameof(metadataValues));
        }

        Check(row, lightCurve);
        ids.Add(row.Id);
        labels.Add(Pooled(row.Label));
        rightAscensions.Add(row.RightAscension);
        declinations.Add(row.Declination);
        partitions.Add(row.Partition);
        folds.Add(row.Fold);
        metadata.AddRange(metadataValues);
        Append(lightCurve);
        offsets.Add((int)mjd.Count);
    }

    /// <summary>Adds all objects of a catalog with the same schema.</summary>
    /// <exception cref="InputException">An identifier is there already.</exception>
    public void Add(Catalog part)
    {
        for (var i = 0; i < part.Count; i++)
        {
            Add(part, i);
        }
    }

    /// <summary>Adds one object of a catalog with the same schema.</summary>
    /// <exception cref="InputException">Its identifier is there already.</exception>
    public void Add(Catalog part, int row)
    {
        var item = part[row];
        Add(new ObjectRow(item.Id, item.Label, item.RightAscension, item.Declination, part.Partitions[row], part.Folds[row]), item.Metadata, item.LightCurve);
    }

    /// <summary>Makes the catalog of all objects added. Each column leaves the builder as it is made, which is empty afterwards.</summary>
    public Catalog Build()
    {
        seen.Clear();
        var columns = new CatalogColumns
        {
            Ids = ids.Take(),
            Labels = labels.Take(),
            RightAscensions = rightAscensions.Take(),
            Declinations = declinations.Take(),
            Partitions = partitions.Take(),
            Folds = folds.Take(),
            Metadata = metadata.Take(),
            Offsets = [0, .. offsets.Take()],
            UnsortedCount = unsorted,
            Mjd = mjd.Take(),
            Flux = flux.Take(),
            FluxError = fluxError.Take(),
            Band = band.Take(),
            Detected = detected.Take(),
            Saturated = saturated.Take(),
        };
        unsorted = 0;
        return new Catalog(Schema, columns);
    }

    private void Check(ObjectRow row, LightCurve lightCurve)
    {
        if (string.IsNullOrEmpty(row.Id))
        {
            throw new InputException($"Object {Count + 1} has no identifier; every object needs one.");
        }

        for (var i = 0; i < lightCurve.Length; i++)
        {
            if (!double.IsFinite(lightCurve.Mjd[i]) || !float.IsFinite(lightCurve.Flux[i]) || !float.IsFinite(lightCurve.FluxError[i]) || lightCurve.FluxError[i] < 0)
            {
                throw new InputException(string.Create(CultureInfo.InvariantCulture, $"Object '{row.Id}', observation {i + 1}: time {lightCurve.Mjd[i]}, flux {lightCurve.Flux[i]}, error {lightCurve.FluxError[i]}; all must be finite and the error not negative. Remove the observation or name its missing-value marker."));
            }

            if (lightCurve.Band[i] >= Schema.Passbands.Length)
            {
                throw new InputException($"Object '{row.Id}', observation {i + 1}: band number {lightCurve.Band[i]}, but the survey has {Schema.Passbands.Length} passbands.");
            }
        }

        if (mjd.Count + lightCurve.Length > Array.MaxLength)
        {
            throw new InputException($"Object '{row.Id}': more than {Array.MaxLength} observations in one catalog; split it into several.");
        }

        if (!seen.Add(row.Id))
        {
            throw new InputException($"Object '{row.Id}' stands twice (object {Count + 1}); identifiers must be unique in a catalog.");
        }
    }

    private void Append(LightCurve source)
    {
        if (IsSorted(source.Mjd))
        {
            mjd.AddRange(source.Mjd);
            flux.AddRange(source.Flux);
            fluxError.AddRange(source.FluxError);
            band.AddRange(source.Band);
            detected.AddRange(source.Detected);
            saturated.AddRange(source.Saturated);
            return;
        }

        unsorted++;
        foreach (var (_, i) in StableOrder(source.Mjd))
        {
            mjd.Add(source.Mjd[i]);
            flux.Add(source.Flux[i]);
            fluxError.Add(source.FluxError[i]);
            band.Add(source.Band[i]);
            detected.Add(source.Detected[i]);
            saturated.Add(source.Saturated[i]);
        }
    }

    private static bool IsSorted(ReadOnlySpan<double> times)
    {
        for (var i = 1; i < times.Length; i++)
        {
            if (times[i] < times[i - 1])
            {
                return false;
            }
        }

        return true;
    }

    // The index as second key keeps equal times in the order of the file.
    private static (double Time, int Index)[] StableOrder(ReadOnlySpan<double> times)
    {
        var keys = new (double Time, int Index)[times.Length];
        for (var i = 0; i < keys.Length; i++)
        {
            keys[i] = (times[i], i);
        }

        Array.Sort(keys);
        return keys;
    }

    private string? Pooled(string? label)
    {
        if (label is null)
        {
            return null;
        }

        ref var pooled = ref CollectionsMarshal.GetValueRefOrAddDefault(labelPool, label, out _);
        return pooled ??= label;
    }
}
