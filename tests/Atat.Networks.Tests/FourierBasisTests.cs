namespace Atat.Networks.Tests;

public sealed class FourierBasisTests
{
    [Fact]
    public void Angle_addition_gives_the_sines_and_cosines_of_all_harmonics() =>
        Gen.Select(Gen.Float[0, 3000].Array[0, 30], Gen.Int[1, 70], Gen.Int[0, 3], Gen.Double[10, 5000]).Sample((times, harmonics, first, period) =>
        {
            var basis = new float[times.Length * 2 * harmonics];
            FourierBasis.Fill(times, 2 * Math.PI / period, first, basis);
            for (var i = 0; i < times.Length; i++)
            {
                for (var h = 0; h < harmonics; h++)
                {
                    var (sine, cosine) = Math.SinCos(2 * Math.PI * (first + h) / period * times[i]);
                    Assert.Equal(sine, basis[(i * 2 * harmonics) + h], 2e-7);
                    Assert.Equal(cosine, basis[(((i * 2) + 1) * harmonics) + h], 2e-7);
                }
            }
        });
}
