namespace Atat.LightCurves;

/// <summary>A column that the survey gives for each object (as opposed to a feature, which is computed from the light curve).</summary>
/// <param name="Name">Name as the survey writes it.</param>
/// <param name="Role">What the column stands for in computations.</param>
public sealed record MetadataColumn(string Name, MetadataRole Role = MetadataRole.None);
