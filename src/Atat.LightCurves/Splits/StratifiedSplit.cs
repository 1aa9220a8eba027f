namespace Atat.LightCurves.Splits;

/// <summary>
/// Divides a catalog by class: so many objects of every class for the final test, the rest into folds that hold each class in
/// equal shares (thesis section 4.2).
/// </summary>
public static class StratifiedSplit
{
    /// <summary>Fold count of the thesis.</summary>
    public const int DefaultFolds = 5;

    /// <summary>Splits a catalog; objects without a label that its taxonomy knows take no part (<see cref="Partition.None"/>).</summary>
    /// <param name="catalog">Catalog whose taxonomy names the classes; an earlier split is replaced.</param>
    /// <param name="test">Test objects of every class.</param>
    /// <param name="folds">Folds of the training part, at least 2.</param>
    /// <param name="seed">The same seed gives the same split whatever the order of the objects.</param>
    /// <exception cref="InputException">No labelled object, fewer than 2 folds, or a class too small for the test set and the folds.</exception>
    public static Catalog Apply(Catalog catalog, TestSize test, int folds, int seed)
    {
        RequireFolds(folds);
        var partitions = new Partition[catalog.Count];
        var foldOf = new int[catalog.Count];
        Array.Fill(foldOf, -1);
        var classes = ClassMembers.Of(catalog, _ => true, seed);
        if (classes.Count == 0)
        {
            throw new InputException("No object of the catalog has a label that its taxonomy knows, so there is nothing to divide by class; import the labels first.");
        }

        foreach (var members in classes)
        {
            var testCount = test.Of(members.Objects.Length);
            var spare = members.Objects.Length - testCount;
            if (spare < folds)
            {
                throw new InputException($"Class '{members.Name}' has {members.Objects.Length} objects: {testCount} for testing leave {Math.Max(0, spare)} for {folds} folds, and each fold needs one. Ask for a smaller test set or fewer folds, or put the class into another one.");
            }

            foreach (var i in members.Objects.AsSpan(0, testCount))
            {
                partitions[i] = Partition.Test;
            }

            foreach (var i in members.Objects.AsSpan(testCount))
            {
                partitions[i] = Partition.Train;
            }

            members.DealFolds(members.Objects.AsSpan(testCount), foldOf, folds);
        }

        return catalog.WithSplit(partitions, foldOf);
    }

    internal static void RequireFolds(int folds)
    {
        if (folds < 2)
        {
            throw new InputException($"{folds} folds leave no fold to validate on; ask for at least 2.");
        }
    }
}
