using System.Collections.Immutable;
using System.Diagnostics;
using Atat.Features.Periodograms;
using Atat.Features.SupernovaModel;
using Atat.LightCurves;

namespace Atat.Features;

/// <summary>Computes the features of one object after the other; one for each thread.</summary>
public sealed class FeatureExtractor
{
    private readonly ImmutableArray<FeatureBlock> blocks;
    private readonly int[] offsets;
    private readonly int bandCount;
    private readonly ObservationBuffer buffer;
    private readonly RowSelection rows = new();
    private readonly BandedObservations all;
    private readonly BandedObservations variability;
    private readonly BandedObservations distinct;
    private readonly BandedObservations explosion;
    private readonly MultibandPeriodogram periodogram;
    private readonly PeriodSearchOptions search;
    private readonly SupernovaBands fitBands;
    private readonly Scratch scratch = new();
    private readonly double[] parameters;
    private readonly FeatureFamily harmonics;
    private bool searching;
    private double period;

    /// <summary>Makes an extractor for the objects of a survey.</summary>
    /// <param name="schema">Gives passbands, unit and the roles of metadata columns.</param>
    /// <param name="settings">Which features, and how.</param>
    public FeatureExtractor(CatalogSchema schema, FeatureSettings settings)
    {
        Schema = schema;
        Settings = settings;
        Columns = FeatureRegistry.Columns(settings.Preset, schema.Passbands);
        bandCount = schema.Passbands.Length;
        blocks = FeatureRegistry.Blocks(settings.Preset);
        offsets = new int[blocks.Length + 1];
        for (var i = 0; i < blocks.Length; i++)
        {
            offsets[i + 1] = offsets[i] + blocks[i].Width(bandCount);
        }

        buffer = new ObservationBuffer(schema);
        (all, explosion) = (new(bandCount), new(bandCount));

        // The thesis takes every observation for every family.
        (variability, distinct) = settings.Preset == FeaturePreset.Thesis ? (all, all) : (new(bandCount), new(bandCount));
        periodogram = new MultibandPeriodogram(bandCount);
        search = (settings.Preset == FeaturePreset.Thesis ? PeriodSearchOptions.Thesis : PeriodSearchOptions.Composite) with { SinglePrecision = settings.Published };
        fitBands = new SupernovaBands([.. schema.Passbands.Select(b => b.Name)], [.. schema.Passbands.Select(b => b.Wavelength)]);
        parameters = new double[bandCount * SupernovaFit.ValueCount];
        harmonics = Harmonics.FamilyOf(settings.Preset);
        FamilyTicks = new long[blocks.Length];
    }

    /// <summary>The survey's schema.</summary>
    public CatalogSchema Schema { get; }

    /// <summary>Which features, and how.</summary>
    public FeatureSettings Settings { get; }

    /// <summary>What <see cref="Compute(AstroObject, double, Span{double})"/> writes, in order.</summary>
    public ImmutableArray<FeatureColumn> Columns { get; }

    /// <summary>What the fit of the supernova model to the last object ended at; NaN without one.</summary>
    public double SupernovaLoss { get; private set; }

    /// <summary>Time spent on each of <see cref="FamilyNames"/> so far, in ticks of <see cref="Stopwatch"/>.</summary>
    public long[] FamilyTicks { get; }

    /// <summary>What <see cref="FamilyTicks"/> are of.</summary>
    public ImmutableArray<string> FamilyNames => [.. blocks.Select(b => b.Family.Name)];

    /// <summary>Computes the features of an object as it is known at a day.</summary>
    /// <param name="item">The object.</param>
    /// <param name="day">Days after the first detection; from 2048 on the whole light curve (see <see cref="Window"/>).</param>
    /// <param name="values">Receives one value for each of <see cref="Columns"/>; NaN where undefined, never an infinity.</param>
    public void Compute(AstroObject item, double day, Span<double> values)
    {
        buffer.Fill(item.LightCurve, day);
        Compute(buffer.Brightness, buffer.Flux, buffer.InformationOf(item), null, values);
    }

    /// <summary>Computes the features of observations in FLUXCAL (zero point 27.5 mag), all of them.</summary>
    /// <param name="observations">The object's observations.</param>
    /// <param name="information">What is known beyond them.</param>
    /// <param name="values">Receives one value for each of <see cref="Columns"/>; NaN where undefined, never an infinity.</param>
    public void Compute(Observations observations, ObjectInformation information, Span<double> values) =>
        Compute(observations, observations, information, null, values);

    /// <summary>Computes the features of observations in FLUXCAL with a period that is known, instead of one that is searched for.</summary>
    /// <param name="observations">The object's observations.</param>
    /// <param name="information">What is known beyond them.</param>
    /// <param name="values">Receives one value for each of <see cref="Columns"/>; those of the period search are NaN.</param>
    /// <param name="period">Days; NaN for none.</param>
    public void Compute(Observations observations, ObjectInformation information, Span<double> values, double period) =>
        Compute(observations, observations, information, period, values);

    // Brightness may be magnitudes; flux is what the supernova features need, of the same observations.
    private void Compute(Observations brightness, Observations flux, ObjectInformation information, double? known, Span<double> values)
    {
        values = values[..Columns.Length];
        values.Fill(double.NaN);
        scratch.Free(0);
        SupernovaLoss = double.NaN;
        var thesis = Settings.Preset == FeaturePreset.Thesis;
        if (!rows.Select(brightness, thesis))
        {
            return;
        }

        all.Fill(brightness, rows.All);
        if (!thesis)
        {
            variability.Fill(brightness, rows.Detections);
            distinct.Fill(brightness, rows.DistinctDetections);
        }

        explosion.Fill(flux, rows.Explosion);

        searching = known is null;
        period = known ?? double.NaN;
        var clock = Stopwatch.GetTimestamp();
        for (var i = 0; i < blocks.Length; i++)
        {
            ComputeBlock(i, brightness, flux, information, values);
            var now = Stopwatch.GetTimestamp();
            FamilyTicks[i] += now - clock;
            clock = now;
        }

        foreach (ref var value in values)
        {
            value = double.IsFinite(value) ? value : double.NaN;
        }
    }

    private void ComputeBlock(int index, Observations brightness, Observations flux, ObjectInformation information, Span<double> values)
    {
        var family = blocks[index].Family;
        var block = values[offsets[index]..offsets[index + 1]];
        if (family == InterquartileRange.Family || family == VariabilityStatistics.Family)
        {
            ComputeSorted(family, block);
        }
        else if (family == PeriodFeatures.Family)
        {
            if (!searching)
            {
                return;
            }

            // With it the two blocks that follow.
            periodogram.Search(all, search);
            period = periodogram.Period;
            PeriodFeatures.Compute(periodogram, bandCount, scratch, block, values[offsets[index + 1]..offsets[index + 2]], values[offsets[index + 2]..offsets[index + 3]]);
        }
        else if (family == Colours.Family)
        {
            Colours.Compute(variability, Schema.Unit, scratch, block);
        }
        else if (family == SupernovaEpochs.Family)
        {
            SupernovaEpochs.Compute(flux, rows.All, bandCount, scratch, block);
        }
        else if (family == FlaggedEpochs.Family)
        {
            FlaggedEpochs.Compute(flux, rows.Ordered, bandCount, scratch, block);
        }
        else if (family == SupernovaFit.Family)
        {
            ComputeFit(blocks[index], information, block);
        }
        else if (family.Scope == FeatureScope.Object)
        {
            ComputeObject(family, information, block);
        }
        else
        {
            ComputeBands(family, block);
        }
    }

    private void ComputeSorted(FeatureFamily family, Span<double> block)
    {
        var width = family.Features.Length;
        for (var band = 0; band < bandCount; band++)
        {
            var mark = scratch.Mark;
            var series = family == InterquartileRange.Family ? variability[band] : distinct[band];
            var sorted = scratch.Copy(series.Flux);
            sorted.Sort();
            if (family == InterquartileRange.Family)
            {
                block[band] = InterquartileRange.Compute(sorted);
            }
            else
            {
                VariabilityStatistics.Compute(series, sorted, scratch, block.Slice(band * width, width));
            }

            scratch.Free(mark);
        }
    }

    private void ComputeBands(FeatureFamily family, Span<double> block)
    {
        var width = family.Features.Length;
        var thesis = Settings.Preset == FeaturePreset.Thesis;
        for (var band = 0; band < bandCount; band++)
        {
            var values = block.Slice(band * width, width);
            if (family == MexicanHat.Family)
            {
                MexicanHat.Compute(variability[band], Settings.Published, scratch, values);
            }
            else if (family == FoldedRange.Family)
            {
                if (thesis || !double.IsNaN(period))
                {
                    FoldedRange.Compute(variability[band], period, scratch, values);
                }
            }
            else if (family == DampedRandomWalk.Family)
            {
                DampedRandomWalk.Compute(all[band], scratch, values);
            }
            else if (family == harmonics)
            {
                Harmonics.Compute(all[band], period, Settings.Preset, scratch, values);
            }
        }
    }

    private void ComputeFit(FeatureBlock block, ObjectInformation information, Span<double> values)
    {
        if (block.First == 0)
        {
            foreach (ref var time in explosion.Times)
            {
                time -= rows.Origin;
            }

            var options = new SupernovaFitOptions
            {
                Bands = fitBands,
                Preset = Settings.Preset,
                Published = Settings.Published,
                Redshift = information.Redshift,
                Reddening = information.Reddening,
            };
            SupernovaLoss = SupernovaFit.Fit(explosion, options, scratch, parameters);
        }

        for (var i = 0; i < values.Length; i++)
        {
            values[i] = parameters[(i / block.Count * SupernovaFit.ValueCount) + block.First + (i % block.Count)];
        }
    }

    private void ComputeObject(FeatureFamily family, ObjectInformation information, Span<double> block)
    {
        if (family == ObjectInformation.Metadata)
        {
            (block[0], block[1]) = (information.Redshift, information.Reddening);
        }
        else if (family == ObjectInformation.Timespan)
        {
            block[0] = rows.LastDetection - rows.FirstDetection;
        }
        else if (family == ObjectInformation.Coordinates && !double.IsNaN(rows.FirstDetection))
        {
            information.Direction(block);
        }
    }
}
