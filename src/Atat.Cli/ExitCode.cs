namespace Atat.Cli;

/// <summary>What the program returns to the shell.</summary>
public static class ExitCode
{
    /// <summary>Done.</summary>
    public const int Done = 0;

    /// <summary>Could not be done; one line on stderr says why.</summary>
    public const int Failed = 1;

    /// <summary>The command line could not be understood.</summary>
    public const int Usage = 2;

    /// <summary>Stopped by Ctrl-C or SIGTERM, after saving what there was.</summary>
    public const int Interrupted = 130;
}
