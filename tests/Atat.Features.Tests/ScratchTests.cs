namespace Atat.Features.Tests;

public sealed class ScratchTests
{
    [Fact]
    public void What_was_taken_stays_as_it_is_while_more_is_taken()
    {
        var scratch = new Scratch();
        var first = scratch.Copy([1, 2, 3]);
        var second = scratch.Take(100_000);
        second.Fill(7);

        Assert.Equal([1.0, 2.0, 3.0], first.ToArray());
        scratch.Free(0);
        Assert.Equal(0, scratch.Mark);
    }
}
