using Atat.LightCurves;

namespace Atat.Simulation.Tests;

public sealed class ClassRatesTests
{
    [Theory]
    [InlineData("Supernova", 1, "no class 'Supernova'")]
    [InlineData("KN", -1, "weight -1")]
    [InlineData("KN", double.NaN, "weight NaN")]
    [InlineData("KN", 0, "no class has a weight above 0")]
    public void NamesWhatIsWrong(string name, double weight, string message) =>
        Assert.Contains(message, Assert.Throws<InputException>(() => ClassRates.Of([new(name, weight)])).Message, StringComparison.Ordinal);

    [Fact]
    public void AClassStandsOnce() =>
        Assert.Contains("'KN' stands 2 times", Assert.Throws<InputException>(() => ClassRates.Of([new("KN", 1), new("KN", 2)])).Message, StringComparison.Ordinal);

    [Fact]
    public void SkewedHasEveryClassAndIsSkewed()
    {
        Assert.Equal(Taxonomies.Elasticc.Classes.Order(), ClassRates.Skewed.Weights.Select(w => w.Class).Order());
        var most = ClassRates.Skewed.Weights.Max(w => w.Weight);
        Assert.All(ClassRates.Skewed.Weights.Where(w => w.Class is "KN" or "CART" or "M-dwarf Flare"), w => Assert.True(w.Weight <= most / 100));
    }
}
