namespace Atat.Reports.Studies;

/// <summary>A kind of classifier in a study.</summary>
/// <param name="Key">Its inputs and training, as <c>lc+md+mta</c>, or the name of what it is, as <c>forest</c> (<see cref="StudyKeys"/>).</param>
/// <param name="Title">Name in tables and figures, as "LC + MD + MTA".</param>
/// <param name="Panel">Where it is drawn.</param>
/// <param name="Headline">Whether it stands in figures 4.3 (a) and 4.4 and in table 4.1.</param>
public sealed record StudyVariant(string Key, string Title, StudyPanel Panel, bool Headline);
