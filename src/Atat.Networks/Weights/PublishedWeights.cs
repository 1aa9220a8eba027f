using Atat.LightCurves;
using static TorchSharp.torch;

namespace Atat.Networks.Weights;

/// <summary>
/// Takes over weights under the parameter names of the published ATAT code (repository alercebroker/ATAT): separate query, key and
/// value matrices become one, the four modulation tables of a band one.
/// </summary>
public static class PublishedWeights
{
    /// <summary>Translates a published state dictionary to this network's names; the caller disposes the results.</summary>
    /// <exception cref="InputException">A tensor is missing.</exception>
    public static Dictionary<string, Tensor> Translate(IReadOnlyDictionary<string, Tensor> published)
    {
        var result = new Dictionary<string, Tensor>(StringComparer.Ordinal);
        if (published.ContainsKey("token"))
        {
            result["light_curve_token"] = Get(published, "token").reshape(1, -1);
            Copy(published, result, "time_modulator.to_emb", "time_modulation.embed");
            var bands = Count(published, b => $"time_modulator.time_mod.{b}.alpha_sin");
            result["time_modulation.tables"] = stack([.. Enumerable.Range(0, bands).Select(b => Table(published, $"time_modulator.time_mod.{b}"))]);
            Blocks(published, result, "transformer", "light_curve_transformer");
            Head(published, result, "lc_classifier", "light_curve_head");
        }

        if (published.ContainsKey("tab_token"))
        {
            result["tabular_token"] = Get(published, "tab_token").reshape(1, 1, -1);
            result["quantile_feature_tokenizer.weight"] = Get(published, "tab_W_feat").squeeze(0);
            result["quantile_feature_tokenizer.bias"] = Get(published, "tab_b_feat").squeeze(0);
            Blocks(published, result, "tab_transformer", "tabular_transformer");
            Head(published, result, "tab_classifier", "tabular_head");
        }

        if (published.ContainsKey("mix_classifier.norm.weight"))
        {
            Copy(published, result, "mix_classifier.norm", "mix_head.norm");
            Copy(published, result, "mix_classifier.net.0", "mix_head.first");
            Copy(published, result, "mix_classifier.net.3", "mix_head.second");
            Copy(published, result, "mix_classifier.net.6", "mix_head.output");
        }

        return result;
    }

    private static Tensor Table(IReadOnlyDictionary<string, Tensor> published, string prefix)
    {
        using var sine = cat([Get(published, $"{prefix}.alpha_sin"), Get(published, $"{prefix}.beta_sin")], 1);
        using var cosine = cat([Get(published, $"{prefix}.alpha_cos"), Get(published, $"{prefix}.beta_cos")], 1);
        return cat([sine, cosine], 0);
    }

    private static void Blocks(IReadOnlyDictionary<string, Tensor> published, Dictionary<string, Tensor> result, string from, string to)
    {
        var layers = Count(published, l => $"{from}.layers.{l}.0.norm.weight");
        for (var layer = 0; layer < layers; layer++)
        {
            var (attention, forward, block) = ($"{from}.layers.{layer}.0", $"{from}.layers.{layer}.1", $"{to}.blocks.{layer}");
            Copy(published, result, $"{attention}.norm", $"{block}.attention_norm");
            foreach (var kind in new[] { "weight", "bias" })
            {
                result[$"{block}.query_key_value.{kind}"] = cat([.. "qkv".Select(p => Get(published, $"{attention}.fn.mha_lc.{p}_proj.{kind}"))], 0);
            }

            Copy(published, result, $"{attention}.fn.mha_lc.o_proj", $"{block}.output");
            Copy(published, result, $"{forward}.norm", $"{block}.feed_forward_norm");
            Copy(published, result, $"{forward}.fn.net.0", $"{block}.expand");
            Copy(published, result, $"{forward}.fn.net.3", $"{block}.contract");
        }
    }

    private static void Head(IReadOnlyDictionary<string, Tensor> published, Dictionary<string, Tensor> result, string from, string to)
    {
        Copy(published, result, $"{from}.norm", $"{to}.norm");
        Copy(published, result, $"{from}.output_layer", $"{to}.output");
    }

    private static void Copy(IReadOnlyDictionary<string, Tensor> published, Dictionary<string, Tensor> result, string from, string to)
    {
        result[$"{to}.weight"] = Get(published, $"{from}.weight").clone();
        result[$"{to}.bias"] = Get(published, $"{from}.bias").clone();
    }

    private static int Count(IReadOnlyDictionary<string, Tensor> published, Func<int, string> name) =>
        Enumerable.Range(0, int.MaxValue).TakeWhile(i => published.ContainsKey(name(i))).Count();

    private static Tensor Get(IReadOnlyDictionary<string, Tensor> published, string name) =>
        published.TryGetValue(name, out var tensor) ? tensor : throw new InputException($"The published weights lack '{name}'; are they an ATAT state dictionary?");
}
