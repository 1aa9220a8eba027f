namespace Atat.Features.Tests;

/// <summary>A row of the reference light curves.</summary>
public sealed record ReferenceRow(double Time, char Band, double Flux, double Error, bool Detected);
