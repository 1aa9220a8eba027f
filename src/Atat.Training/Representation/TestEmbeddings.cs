namespace Atat.Training.Representation;

/// <summary>Embeddings of the test series, and what probes say of them (thesis figure 3.5).</summary>
/// <param name="Values">(series, width), row-major.</param>
/// <param name="Labels">(series): true class.</param>
/// <param name="Linear">(series): class that the linear layer gives.</param>
/// <param name="Perceptron">(series): class that the perceptron gives.</param>
public sealed record TestEmbeddings(float[] Values, int[] Labels, int[] Linear, int[] Perceptron);
