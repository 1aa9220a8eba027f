namespace Atat.LightCurves.Tests;

public class InputExceptionTests
{
    [Fact]
    public void A_message_is_one_line_and_steers_no_terminal() =>
        Assert.Equal("a\uFFFDb\uFFFD[31mé …", new InputException("a\nb\u001b[31mé …").Message);
}
