using System.Globalization;
using System.Text;
using Atat.Features;
using Atat.Formats.FeatureTables;
using Atat.Formats.Files;
using Atat.LightCurves;

namespace Atat.Training.FeatureTables;

/// <summary>
/// The finished parts of a computation, in a folder beside its output. They are good for the same catalog, days, settings and program only: the folder
/// holds a text that tells those, and is emptied where it tells others.
/// </summary>
internal sealed class FeatureParts
{
    private readonly string folder;
    private readonly FeatureSet set;
    private readonly double[] days;

    /// <summary>Opens the folder of a computation; makes it, or empties it, where needed.</summary>
    public FeatureParts(FeatureJob job, FeatureSet set, double[] days, int objectsOfAPart)
    {
        (this.set, this.days) = (set, days);
        folder = job.Out + ".parts";
        var fingerprint = Fingerprint(job, set, days, objectsOfAPart);
        var file = Path.Combine(folder, "fingerprint.txt");
        if (File.Exists(file) && string.Equals(File.ReadAllText(file), fingerprint, StringComparison.Ordinal))
        {
            return;
        }

        if (Directory.Exists(folder))
        {
            // What another program or person keeps there is not ours to remove.
            if (!File.Exists(file) && Directory.EnumerateFileSystemEntries(folder).Any())
            {
                throw new InputException($"{folder}: is there already and holds no interrupted computation; move it away, or give the features another name.");
            }

            Directory.Delete(folder, recursive: true);
        }

        OutputFile.Write(file, beside => File.WriteAllText(beside, fingerprint));
    }

    /// <summary>A part that stands there, whole and of these objects; null where it does not.</summary>
    public FeatureTable? Find(int part, Catalog objects)
    {
        try
        {
            if (!File.Exists(PathOf(part)))
            {
                return null;
            }

            // Read whole: a machine that lost power may have left a file of the right length and name.
            var table = FeatureFile.Read(PathOf(part));
            return table.Set.Features.SequenceEqual(set.Features) && table.Count == objects.Count * days.Length
                && Enumerable.Range(0, table.Count).All(row => table.Days[row].Equals(days[row % days.Length]) && string.Equals(table.ObjectIds[row], objects.Ids[row / days.Length], StringComparison.Ordinal))
                ? table
                : null;
        }
        catch (InputException)
        {
            return null;
        }
    }

    /// <summary>Keeps a part.</summary>
    public void Keep(int part, FeatureTable table) => FeatureFile.Write(PathOf(part), table);

    /// <summary>The first parts one after the other.</summary>
    public IEnumerable<FeatureTable> Read(int count) => Enumerable.Range(0, count).SelectMany(part => FeatureFile.ReadParts(PathOf(part)));

    /// <summary>Removes all.</summary>
    public void Delete() => Directory.Delete(folder, recursive: true);

    private string PathOf(int part) => Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{part}.parquet"));

    // A build has an identity of its own, so that no part of other formulas is taken over.
    private static string Fingerprint(FeatureJob job, FeatureSet set, double[] days, int objectsOfAPart)
    {
        var catalog = new FileInfo(job.Catalog);
        return new StringBuilder()
            .AppendLine(CultureInfo.InvariantCulture, $"catalog {catalog.FullName}")
            .AppendLine(CultureInfo.InvariantCulture, $"length {catalog.Length}, changed {catalog.LastWriteTimeUtc:O}")
            .AppendLine(CultureInfo.InvariantCulture, $"days {string.Join(' ', days.Select(d => d.ToString("R", CultureInfo.InvariantCulture)))}")
            .AppendLine(CultureInfo.InvariantCulture, $"settings {job.Settings}")
            .AppendLine(CultureInfo.InvariantCulture, $"objects of a part {objectsOfAPart}")
            .AppendLine(CultureInfo.InvariantCulture, $"program {Build(typeof(FeatureExtractor))} {Build(typeof(Catalog))} {Build(typeof(FeatureParts))}")
            .AppendLine(CultureInfo.InvariantCulture, $"features {string.Join(' ', set.Features)}")
            .ToString();
    }

    private static string Build(Type type) => type.Module.ModuleVersionId.ToString("N");
}
