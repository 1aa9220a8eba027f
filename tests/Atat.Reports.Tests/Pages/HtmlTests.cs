using System.Net;
using Atat.Reports.Pages;

namespace Atat.Reports.Tests.Pages;

public sealed class HtmlTests
{
    [Fact]
    public void Values_are_escaped_and_markup_is_not() =>
        Assert.Equal("<p>&lt;a&gt; <i>b</i> 0.50 – </p>", Html.Of($"<p>{"<a>"} {Html.Of($"<i>{'b'}</i>")} {0.5:F2} {double.NaN:F2} {(string?)null}</p>").Html);

    [Fact]
    public void No_text_makes_an_element() => Gen.String.Sample(text =>
    {
        var html = Html.Of($"{text}").Html;

        Assert.DoesNotContain('<', html);
        Assert.DoesNotContain('"', html);
        Assert.Equal(WebUtility.HtmlDecode(html).Length, text.Length);
    });
}
