namespace Atat.Features
{
    using System.Linq;
    public static class Harmonics {
        static FeatureFamily T = new("harmonics","","",FeatureScope.Band,[..Enumerable.Range(0,14).Select(i=>new FeatureDefinition("h"+i,"","",1))]);
        static FeatureFamily C = new("harmonics","","",FeatureScope.Band,[..Enumerable.Range(0,15).Select(i=>new FeatureDefinition("h"+i,"","",1))]);
        public static FeatureFamily FamilyOf(FeaturePreset p)=>p==FeaturePreset.Thesis?T:C; public static void Compute(BandSeries b,double period,FeaturePreset p,Scratch s,System.Span<double> v){} }
    public static class DampedRandomWalk { public static FeatureFamily Family {get;}= new("GP-DRW","","",FeatureScope.Band,[new("a","","",1),new("b","","",1)]); public static void Compute(BandSeries b,Scratch s,System.Span<double> v){} }
}
namespace Atat.Features.SupernovaModel
{
    public sealed class SupernovaBands(Atat.LightCurves.Passband[] b){ public int Count=>b.Length; }
    public record struct SupernovaFitOptions { public SupernovaBands Bands; public FeaturePreset Preset; public bool Published; public double Redshift, Reddening; }
    public static class SupernovaFit { public const int ValueCount=7; public static FeatureFamily Family {get;}=new("SPM","","",FeatureScope.Band,[..System.Linq.Enumerable.Range(0,7).Select(i=>new FeatureDefinition("s"+i,"","",1))]);
      public static double Fit(BandedObservations o,SupernovaFitOptions p,Scratch s,System.Span<double> v)=>0; }
}
