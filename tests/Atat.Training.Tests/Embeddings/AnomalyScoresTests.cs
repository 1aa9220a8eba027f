using Atat.LightCurves;
using Atat.Training.Embeddings;

namespace Atat.Training.Tests.Embeddings;

public sealed class AnomalyScoresTests
{
    [Fact]
    public void WhatLiesAloneIsAnomalousWhetherItWasTrainedOnOrNot()
    {
        // A line of points, the last of them far from the others.
        float[] references = [.. Enumerable.Range(0, 40).Select(i => (float)i), 500];
        string[] ids = [.. Enumerable.Range(0, 41).Select(i => $"{i}")];
        var scores = AnomalyScores.Of(["40", "20", "new", "lonely"], [500, 20, 20.5f, -300], ids, references, 1);

        Assert.InRange(scores[0], 10, 100);
        Assert.InRange(scores[1], 0.9, 1.1);
        Assert.InRange(scores[2], 0.9, 1.1);
        Assert.InRange(scores[3], 10, 100);
    }

    [Fact]
    public void ReferencesAreTheObjectsSeenOrARandomPartOfThem()
    {
        var catalog = ToySurvey.Make(60);
        Assert.Equal([3, 17], AnomalyScores.References(catalog, new HashSet<string>(["toy-17", "toy-3", "elsewhere"], StringComparer.Ordinal), 1));

        var builder = new CatalogBuilder(ToySurvey.Schema);
        for (var i = 0; i < AnomalyScores.MostReferences + 10; i++)
        {
            builder.Add(new ObjectRow($"{i}"), [0, 0, 0], default);
        }

        var many = builder.Build();
        var seen = many.Ids.ToArray().ToHashSet(StringComparer.Ordinal);
        var chosen = AnomalyScores.References(many, seen, 1);
        Assert.Equal(AnomalyScores.MostReferences, chosen.Distinct().Count());
        Assert.Equal(chosen.Order(), chosen);
        Assert.Equal(chosen, AnomalyScores.References(many, seen, 1));
        Assert.NotEqual(chosen, AnomalyScores.References(many, seen, 2));
    }
}
