namespace Atat.Formats.Tests;

/// <summary>Tests that measure memory run alone.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class FuzzCollection
{
    public const string Name = "fuzz";
}
