namespace Atat.Training.Trees;

/// <summary>What a split does with a missing value; LightGBM's, without its rule for zeros.</summary>
internal enum MissingRule
{
    /// <summary>Takes it for 0: there was none in training.</summary>
    Zero = 0,

    /// <summary>Sends it left.</summary>
    Left = 1,

    /// <summary>Sends it right.</summary>
    Right = 2,
}
