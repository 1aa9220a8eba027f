using System.Collections.Immutable;
using System.Text;
using Atat.Formats.Fits;
using Atat.LightCurves;

namespace Atat.Formats.Snana;

/// <summary>What an import will read, settled from the headers of all files before any of their rows.</summary>
/// <param name="Options">What was asked for.</param>
/// <param name="Survey">Name of the survey.</param>
/// <param name="Passbands">Passbands.</param>
/// <param name="Metadata">Metadata columns.</param>
/// <param name="Labels">All labels of the objects.</param>
internal sealed record SnanaPlan(SnanaImportOptions Options, string Survey, ImmutableArray<Passband> Passbands, ImmutableArray<MetadataColumn> Metadata, IReadOnlySet<string> Labels)
{
    private readonly byte[][] bandNames = [.. Passbands.Select(band => Encoding.UTF8.GetBytes(band.Name))];

    /// <summary>Reads the headers of all HEAD files.</summary>
    /// <exception cref="InputException">A file cannot be read, or the files are not of one survey.</exception>
    public static SnanaPlan Make(SnanaImportOptions options, IReadOnlyList<SnanaPair> pairs)
    {
        var columns = new Dictionary<string, FitsColumn>(StringComparer.Ordinal);
        string? survey = null;
        string? filters = null;
        var labels = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var pair in pairs)
        {
            using var head = new FitsTable(pair.Head);
            survey ??= head.Primary.Text("SURVEY") ?? string.Empty;
            var here = head.Primary.Text("FILTERS");
            filters ??= here;
            if (options.Passbands.IsEmpty && (here is null || here != filters))
            {
                throw new InputException($"{pair.Head}: FILTERS is '{here}', but '{filters}' in {pairs[0].Head}; import surveys one by one, or give the passbands.");
            }

            foreach (var column in head.Columns)
            {
                columns.TryAdd(column.Name, column);
            }

            AddLabels(labels, head, pair, options);
        }

        CheckColumns(options, columns.Keys);
        return new SnanaPlan(
            options,
            options.Survey ?? survey ?? string.Empty,
            options.Passbands.IsEmpty ? SnanaPassbands.Of(survey ?? string.Empty, filters ?? string.Empty) : options.Passbands,
            options.Metadata.IsEmpty ? SnanaMetadata.Of(columns.Keys.ToHashSet(StringComparer.Ordinal), columns.Values.Where(c => c.IsNumber).Select(c => c.Name)) : options.Metadata,
            labels);
    }

    /// <summary>Index of a passband by the name in a file, or -1. Newer files write the instrument too, as in LSST-g: then the last letter is the passband.</summary>
    public int BandIndex(ReadOnlySpan<byte> name)
    {
        for (var i = 0; i < bandNames.Length; i++)
        {
            if (name.SequenceEqual(bandNames[i]))
            {
                return i;
            }
        }

        for (var i = 0; i < bandNames.Length; i++)
        {
            if (bandNames[i].Length == 1 && name.Length > 2 && name[^2] is (byte)'-' or (byte)'/' && name[^1] == bandNames[i][0])
            {
                return i;
            }
        }

        return -1;
    }

    private static void AddLabels(SortedSet<string> labels, FitsTable head, SnanaPair pair, SnanaImportOptions options)
    {
        if (pair.Label(options) is { } label)
        {
            labels.Add(label);
        }

        if (options.LabelColumn is not { } name || options.Taxonomy is not null)
        {
            return;
        }

        var column = head.Require(name);
        while (head.Read())
        {
            if (SnanaLabel.OfValue(options, head.Text(column), $"{head.FilePath} row {head.Row}") is { } own)
            {
                labels.Add(own);
            }
        }
    }

    /// <summary>Checks the metadata columns that the options name.</summary>
    /// <exception cref="InputException">A column is truth, or not there.</exception>
    public static void CheckColumns(SnanaImportOptions options, IReadOnlyCollection<string> names)
    {
        foreach (var column in options.Metadata)
        {
            if (SnanaMetadata.IsTruth(column.Name))
            {
                throw new InputException($"{options.Source}: column '{column.Name}' is truth of the simulation, not known of an observed object; it cannot be metadata.");
            }

            if (!names.Contains(column.Name))
            {
                var nearest = Files.NearestName.Of(column.Name, names);
                throw new InputException($"{options.Source}: no object has a column '{column.Name}'{(nearest is null ? "." : $"; did you mean '{nearest}'?")}");
            }
        }
    }
}
