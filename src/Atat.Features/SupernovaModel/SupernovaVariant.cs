namespace Atat.Features.SupernovaModel;

/// <summary>Constants in which the presets' fits differ.</summary>
/// <param name="FluxScale">Factor of fluxes and errors before the fit.</param>
/// <param name="WeightFloor">Flux added to the error in the weight of negative fluxes.</param>
/// <param name="ChiFloor">Flux added to the error in SPM_chi.</param>
/// <param name="SignedStart">Whether the start of A keeps the sign of the highest flux, and is then moved well within its bounds.</param>
internal sealed record SupernovaVariant(double FluxScale, double WeightFloor, double ChiFloor, bool SignedStart)
{
    private static readonly SupernovaVariant Thesis = new(1, 1, 5, SignedStart: true);
    private static readonly SupernovaVariant Composite = new(0.001, 0.001, 0.001, SignedStart: false);

    /// <summary>The constants of a preset.</summary>
    public static SupernovaVariant Of(FeaturePreset preset) => preset == FeaturePreset.Thesis ? Thesis : Composite;
}
