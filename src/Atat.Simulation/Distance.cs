namespace Atat.Simulation;

/// <summary>Brightness of what is far away.</summary>
internal static class Distance
{
    private const double HubbleDistance = 299792.458 / 70; // Mpc

    /// <summary>Distance modulus to second order in redshift for deceleration -0.55; within 0.05 mag below redshift 0.6.</summary>
    public static double Modulus(double redshift) =>
        25 + (5 * Math.Log10(HubbleDistance * redshift * (1 + (0.775 * redshift))));
}
