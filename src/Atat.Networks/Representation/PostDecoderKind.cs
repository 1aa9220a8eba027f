namespace Atat.Networks.Representation;

/// <summary>The post-decoders of thesis section 3.3.</summary>
public enum PostDecoderKind
{
    /// <summary>The decoder works at the times asked for.</summary>
    None = 0,

    /// <summary>It works at reference points, and attention by time leads from them (<see cref="PostDecoders.MultiTimePostDecoder"/>).</summary>
    MultiTimeAttention = 1,
}
