using System.Collections.Immutable;
using Atat.Reports.Studies;

namespace Atat.Reports.Representation;

/// <summary>A data set of the representation study.</summary>
/// <param name="Name">Its name in the runs.</param>
/// <param name="Title">Its name in tables.</param>
public sealed record RepresentationData(string Name, string Title)
{
    /// <summary>Series of each class in training and test (thesis figure 3.2); empty where not known.</summary>
    public ImmutableArray<StudyClass> Classes { get; init; } = [];

    /// <summary>What it is and how it was prepared, in a sentence; may be empty.</summary>
    public string Description { get; init; } = "";
}
