using System.Collections.Immutable;
using static Atat.Simulation.HostPopulation;

namespace Atat.Simulation.Sources.Supernovae;

/// <summary>Models of supernovae.</summary>
public static class SupernovaModels
{
    /// <summary>All, by ELAsTiCC's labels.</summary>
    public static ImmutableArray<SourceModel> All { get; } =
    [
        new("SNIa-SALT2", Any, 1, TypeIa.Draw),
        new("SNIa-91bg", Passive, 1, Type91bg.Draw),
        new("SNIax", StarForming, 1, TypeIax.Draw),
        new("SNIb-Templates", StarForming, 0.25, (timeline, random) => StrippedEnvelope.DrawIb(timeline, random, false)),
        new("SNIb+HostXT_V19", StarForming, 0.25, (timeline, random) => StrippedEnvelope.DrawIb(timeline, random, true)),
        new("SNIc-Templates", StarForming, 0.2, (timeline, random) => StrippedEnvelope.DrawIc(timeline, random, false)),
        new("SNIc+HostXT_V19", StarForming, 0.2, (timeline, random) => StrippedEnvelope.DrawIc(timeline, random, true)),
        new("SNIcBL+HostXT_V19", StarForming, 0.1, StrippedEnvelope.DrawBroadLined),
        new("SNII-NMF", StarForming, 0.25, (timeline, random) => TypeII.Draw(timeline, random, 0.15)),
        new("SNII-Templates", StarForming, 0.25, (timeline, random) => TypeII.Draw(timeline, random, 0.2)),
        new("SNII+HostXT_V19", StarForming, 0.3, (timeline, random) => TypeII.Draw(timeline, random, 0.5)),
        new("SNIIn+HostXT_V19", StarForming, 0.1, (timeline, random) => TypeIIn.Draw(timeline, random, -18.7)),
        new("SNIIn-MOSFIT", StarForming, 0.1, (timeline, random) => TypeIIn.Draw(timeline, random, -19.1)),
        new("SNIIb+HostXT_V19", StarForming, 1, StrippedEnvelope.DrawIIb),
    ];
}
