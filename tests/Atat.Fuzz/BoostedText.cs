namespace Atat.Fuzz;

/// <summary>Boosted trees of two classes and two features in LightGBM's text format.</summary>
internal static class BoostedText
{
    /// <summary>The text.</summary>
    public const string Model = """
        tree
        version=v4
        num_class=2
        num_tree_per_iteration=2
        label_index=0
        max_feature_idx=1
        objective=multiclass num_class:2
        feature_names=a b
        feature_infos=[0:1] [-9999:1e+30]

        Tree=0
        num_leaves=3
        num_cat=0
        split_feature=0 1
        split_gain=104.348 35.9574
        threshold=0.86133795976638805 inf
        decision_type=2 10
        left_child=1 -1
        right_child=-2 -3
        leaf_value=-1.1 0.5 2.5e-3
        is_linear=0
        shrinkage=1


        Tree=1
        num_leaves=1
        num_cat=0
        leaf_value=0.25
        is_linear=0
        shrinkage=1


        end of trees

        parameters:
        [boosting: gbdt]
        end of parameters

        """;
}
