namespace Atat.Features;

/// <summary>
/// Search for a step that decreases a function sufficiently and flattens its slope, for unbounded steps
/// (Moré and Thuente 1994, ACM Transactions on Mathematical Software 20, 286).
/// </summary>
/// <param name="value">The function at the start.</param>
/// <param name="slope">Its negative derivative along the direction at the start.</param>
/// <param name="step">First step to try.</param>
internal struct MoreThuenteSearch(double value, double slope, double step)
{
    private const double Decrease = 1e-3;
    private const double Flattening = 0.9;
    private const double RelativeWidth = 0.1;
    private const double Largest = 1e10;

    private readonly double sufficient = Decrease * slope;
    private LineSearchPoint best = new(0, value, slope);
    private LineSearchPoint end = new(0, value, slope);
    private bool bracketed;
    private bool decreased;
    private double lower;
    private double upper = 5 * step;
    private double width = Largest;
    private double widthBefore = 2 * Largest;

    /// <summary>The step at which the function is wanted next, or that was accepted.</summary>
    public double Step { get; private set; } = step;

    /// <summary>Takes the function at <see cref="Step"/>; says whether the step is accepted, and otherwise chooses the next.</summary>
    public bool Accepts(double trialValue, double trialSlope)
    {
        if (!double.IsFinite(trialValue) || !double.IsFinite(trialSlope))
        {
            // The function ends before this step; nothing can be interpolated.
            upper = Step;
            Step = 0.5 * (best.Step + Step);
            return false;
        }

        var trial = new LineSearchPoint(Step, trialValue, trialSlope);
        var limit = value + (Step * sufficient);
        decreased |= trialValue <= limit && trialSlope >= 0;
        if ((bracketed && (Step <= lower || Step >= upper || upper - lower <= RelativeWidth * upper))
            || (Step == Largest && trialValue <= limit && trialSlope <= sufficient)
            || (Step == 0 && (trialValue > limit || trialSlope >= sufficient))
            || (trialValue <= limit && Math.Abs(trialSlope) <= Flattening * -slope))
        {
            return true;
        }

        if (!decreased && trialValue <= best.Value && trialValue > limit)
        {
            // As long as no step decreases enough, the function minus the wanted decrease is followed.
            (best, end) = (best.Tilted(sufficient), end.Tilted(sufficient));
            Advance(trial.Tilted(sufficient));
            (best, end) = (best.Tilted(-sufficient), end.Tilted(-sufficient));
        }
        else
        {
            Advance(trial);
        }

        Confine(trial.Step);
        return false;
    }

    private void Advance(LineSearchPoint trial)
    {
        var next = Next(trial);
        if (trial.Value > best.Value)
        {
            (end, bracketed) = (trial, true);
        }
        else
        {
            if (trial.Slope * best.Slope < 0)
            {
                (end, bracketed) = (best, true);
            }

            best = trial;
        }

        Step = next;
    }

    /// <summary>The four cases of section 4 of the paper.</summary>
    private readonly double Next(LineSearchPoint trial)
    {
        var (from, to) = (best.Step, trial.Step);
        double cubic, other;
        if (trial.Value > best.Value)
        {
            cubic = from + (best.CubicMinimum(trial, out _) * (to - from));
            other = best.Parabola(trial);
            return Math.Abs(cubic - from) < Math.Abs(other - from) ? cubic : cubic + ((other - cubic) / 2);
        }

        var far = to > from ? upper : lower;
        if (trial.Slope * best.Slope < 0)
        {
            cubic = to + (trial.CubicMinimum(best, out _) * (from - to));
            other = trial.Secant(best);
            return Math.Abs(cubic - to) > Math.Abs(other - to) ? cubic : other;
        }

        if (Math.Abs(trial.Slope) >= Math.Abs(best.Slope))
        {
            return bracketed ? to + (trial.CubicMinimum(end, out _) * (end.Step - to)) : far;
        }

        var fraction = trial.CubicMinimum(best, out var curved);
        cubic = fraction < 0 && curved ? to + (fraction * (from - to)) : far;
        other = trial.Secant(best);
        if (!bracketed)
        {
            return Math.Min(Math.Max(Math.Abs(cubic - to) > Math.Abs(other - to) ? cubic : other, lower), upper);
        }

        var nearer = Math.Abs(cubic - to) < Math.Abs(other - to) ? cubic : other;
        var within = to + (0.66 * (end.Step - to));
        return to > from ? Math.Min(within, nearer) : Math.Max(within, nearer);
    }

    /// <summary>Halves an interval that shrinks too slowly, and sets the bounds of the next step.</summary>
    private void Confine(double last)
    {
        if (bracketed)
        {
            if (Math.Abs(end.Step - best.Step) >= 0.66 * widthBefore)
            {
                Step = best.Step + (0.5 * (end.Step - best.Step));
            }

            (widthBefore, width) = (width, Math.Abs(end.Step - best.Step));
            (lower, upper) = (Math.Min(best.Step, end.Step), Math.Max(best.Step, end.Step));
        }
        else
        {
            (lower, upper) = (Step + (1.1 * (Step - best.Step)), Step + (4 * (Step - best.Step)));
        }

        Step = Math.Clamp(Step, 0, Largest);
        if (bracketed && (Step <= lower || Step >= upper || upper - lower <= RelativeWidth * upper))
        {
            Step = best.Step;
        }
    }
}
