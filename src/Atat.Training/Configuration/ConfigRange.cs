using System.Globalization;
using System.Text.Json;
using Atat.LightCurves;

namespace Atat.Training.Configuration;

/// <summary>Ranges of the values of a configuration.</summary>
/// <param name="source">Where the values stand.</param>
internal readonly struct ConfigRange(string source)
{
    /// <summary>Fails where a value is not in its range.</summary>
    /// <exception cref="InputException">It is not; the message names its key.</exception>
    public void Require(bool holds, string key, object value, string range)
    {
        if (!holds)
        {
            var shown = value is Enum name ? JsonNamingPolicy.SnakeCaseLower.ConvertName(name.ToString()) : value;
            throw new InputException(string.Create(CultureInfo.InvariantCulture, $"{source}: '{key}' is {shown}; it must be {range}."));
        }
    }
}
