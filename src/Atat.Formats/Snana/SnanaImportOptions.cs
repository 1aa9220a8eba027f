using System.Collections.Immutable;
using Atat.LightCurves;

namespace Atat.Formats.Snana;

/// <summary>Which SNANA files to import and what their parts mean. Without options, an ELAsTiCC sample is imported as published.</summary>
public sealed record SnanaImportOptions
{
    /// <summary>
    /// A folder, searched with its sub-folders for pairs of HEAD and PHOT files, or one HEAD file; where there are none, text files (.DAT) or
    /// one of them.
    /// </summary>
    public required string Source { get; init; }

    /// <summary>Name of the survey; null: the files' SURVEY.</summary>
    public string? Survey { get; init; }

    /// <summary>Passbands; empty: the files' FILTERS, with wavelengths where the survey is LSST or DES.</summary>
    public ImmutableArray<Passband> Passbands { get; init; } = [];

    /// <summary>
    /// Columns of HEAD, or keys of text files, to take as metadata; empty: ELAsTiCC's 64 where the files have them, otherwise every numeric column that is
    /// neither truth nor a pointer, identifier, flag or coordinate.
    /// </summary>
    public ImmutableArray<MetadataColumn> Metadata { get; init; } = [];

    /// <summary>Label of all objects; null: see the other label options.</summary>
    public string? Label { get; init; }

    /// <summary>Column of HEAD, or key of a text file, that holds the label; null: the name of the folder of the file.</summary>
    public string? LabelColumn { get; init; }

    /// <summary>
    /// Regular expression whose first group (or whole match) in the label column, or in the folder's name, is the label; null: the name without the prefix of
    /// ELAsTiCC's samples (<c>ELASTICC_TRAIN_</c>, <c>ELASTICC2_TRAIN_01_</c>).
    /// </summary>
    public string? LabelPattern { get; init; }

    /// <summary>Import without labels.</summary>
    public bool Unlabelled { get; init; }

    /// <summary>Put the label before the identifier, as in <c>KN_K17/1234</c>, where identifiers repeat from model to model.</summary>
    public bool LabelInId { get; init; }

    /// <summary>Classes of the labels; null: ELAsTiCC's where it has all of them, otherwise every label is its own class.</summary>
    public Taxonomy? Taxonomy { get; init; }
}
