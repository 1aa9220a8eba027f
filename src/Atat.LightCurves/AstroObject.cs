namespace Atat.LightCurves;

/// <summary>One object of a catalog: a view, valid as long as the catalog is.</summary>
public readonly ref struct AstroObject
{
    /// <summary>Identifier, unique in its catalog.</summary>
    public required string Id { get; init; }

    /// <summary>Label as it stands in the data; null where unlabelled.</summary>
    public required string? Label { get; init; }

    /// <summary>Right ascension in degrees; NaN if unknown.</summary>
    public required double RightAscension { get; init; }

    /// <summary>Declination in degrees; NaN if unknown.</summary>
    public required double Declination { get; init; }

    /// <summary>Metadata values in the schema's order; NaN = missing.</summary>
    public required ReadOnlySpan<float> Metadata { get; init; }

    /// <summary>The observations.</summary>
    public required LightCurve LightCurve { get; init; }
}
