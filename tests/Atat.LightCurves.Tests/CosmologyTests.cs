namespace Atat.LightCurves.Tests;

public sealed class CosmologyTests
{
    /// <summary>Values of astropy's FlatLambdaCDM(70, 0.315, Tcmb0=0).</summary>
    [Theory]
    [InlineData(0.01, 42.7261202474591, 33.17507416103352)]
    [InlineData(0.1, 417.98687197760773, 38.31277663469959)]
    [InlineData(0.5, 1878.9068981010955, 42.24998259960568)]
    [InlineData(1, 3274.9302947025894, 44.0811602817174)]
    [InlineData(3, 6264.408485437485, 46.99470030245384)]
    public void AgreesWithAstropy(double redshift, double comoving, double modulus)
    {
        Assert.Equal(comoving, Cosmology.Standard.ComovingDistance(redshift), 1e-5 * comoving);
        Assert.Equal(modulus, Cosmology.Standard.DistanceModulus(redshift), 1e-5);
        Assert.Equal(4 * Math.PI / 3 * comoving * comoving * comoving, Cosmology.Standard.ComovingVolume(redshift), 1e-4 * comoving * comoving * comoving);
    }

    [Theory]
    [InlineData(-0.1)]
    [InlineData(13)]
    public void HasALimit(double redshift) => Assert.Throws<ArgumentOutOfRangeException>(() => Cosmology.Standard.ComovingDistance(redshift));
}
