using Atat.Cli.Studies;
using Atat.LightCurves;
using Atat.Training.Runs;
using Atat.Training.Studies;

namespace Atat.Cli.Tests;

/// <summary>The folder of a study.</summary>
public sealed class StudyFolderTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    [Fact]
    public void ARunThatWasBegunWithOtherSettingsIsNamedBeforeTheStudyBegins()
    {
        var plan = new StudyPlan { Catalog = folder["c.parquet"], Features = folder["f.parquet"], Objects = 640, Variants = StudyPlan.Choose(ChapterFourVariants.All, ChapterFourVariants.Default, ["lc+md"]) };
        var study = new StudyFolder(folder["study"]);
        var job = plan.Jobs()[0];
        study.RequireSame(job, plan.Network(job));
        study.Run(job).Write(new RunInfo { ProgramVersion = "1", Command = "atat", DataHash = "", Host = "", Seed = 1, Device = "cpu", Threads = 1, Started = DateTimeOffset.UnixEpoch });
        study.Run(job).Write(plan.Network(job));
        study.RequireSame(job, plan.Network(job));
        var other = plan with { Settings = ["batch.size=32"] };
        Assert.Contains("was begun with other settings", Assert.Throws<InputException>(() => study.RequireSame(job, other.Network(job))).Message, StringComparison.Ordinal);
    }
}
