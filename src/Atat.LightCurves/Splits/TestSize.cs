using System.Globalization;

namespace Atat.LightCurves.Splits;

/// <summary>How much of every class a split keeps for testing: a number of objects, or a share.</summary>
public readonly record struct TestSize
{
    private readonly int objects;
    private readonly double share;

    private TestSize(int objects, double share)
    {
        this.objects = objects;
        this.share = share;
    }

    /// <summary>The same number of objects of every class (thesis section 4.2: 1,000).</summary>
    /// <exception cref="InputException">Less than one.</exception>
    public static TestSize PerClass(int objects) => objects >= 1
        ? new TestSize(objects, 0)
        : throw new InputException($"A test set of {objects} objects per class is empty; ask for at least 1.");

    /// <summary>The same share of every class, rounded to the nearest object and at least one.</summary>
    /// <exception cref="InputException">Not between 0 and 1, both excluded.</exception>
    public static TestSize Share(double share) => share is > 0 and < 1
        ? new TestSize(0, share)
        : throw new InputException(string.Create(CultureInfo.InvariantCulture, $"A test share of {share} leaves nothing to train on or to test; give a number between 0 and 1, for example 0.2."));

    /// <summary>Test objects of a class with <paramref name="count"/> objects; may exceed the count.</summary>
    internal int Of(int count) =>
        objects > 0 ? objects : Math.Max(1, (int)Math.Round(share * count, MidpointRounding.AwayFromZero));
}
