namespace Atat.Cli.Diagnosis;

/// <summary>One thing that was looked at.</summary>
/// <param name="What">What it is.</param>
/// <param name="Healthy">Whether it works; false for what keeps the program from doing its work.</param>
/// <param name="Detail">What was found, or what is wrong and what to do.</param>
internal sealed record Finding(string What, bool Healthy, string Detail);
