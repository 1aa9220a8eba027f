using Atat.LightCurves;

namespace Atat.Simulation;

/// <summary>One class of the taxonomy and the models that its objects come from.</summary>
internal sealed class SurveyClass
{
    private readonly SourceModel[] models;

    /// <summary>Finds the models of a class.</summary>
    public SurveyClass(string name)
    {
        Name = name;
        var index = Taxonomies.Elasticc.Classes.IndexOf(name);
        models = [.. SourceModels.All.Where(model => Taxonomies.Elasticc.ClassOf(model.Label) == index)];
    }

    /// <summary>Name of the class.</summary>
    public string Name { get; }

    /// <summary>Draws a model by its share.</summary>
    public SourceModel Draw(Random random)
    {
        var target = random.NextDouble();
        foreach (var model in models)
        {
            target -= model.Share;
            if (target < 0)
            {
                return model;
            }
        }

        return models[^1];
    }
}
