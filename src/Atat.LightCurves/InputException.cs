namespace Atat.LightCurves;

/// <summary>
/// An error that the user's input caused and the user can mend: a file, a row, an option. The message is one line that says
/// what is wrong, where (file, row, column, offset) and what to do; programs print it alone, without a stack trace.
/// </summary>
public sealed class InputException : Exception
{
    /// <summary>Makes an error with its one-line message.</summary>
    public InputException(string message)
        : base(OneLine(message))
    {
    }

    /// <summary>Makes an error with its one-line message and the failure behind it.</summary>
    public InputException(string message, Exception inner)
        : base(OneLine(message), inner)
    {
    }

    /// <summary>Makes an error that says nothing; needed by serialisers only.</summary>
    public InputException()
    {
    }

    // What a damaged file holds may stand in the message, but must not break the line or steer the terminal.
    private static string OneLine(string message) =>
        message.Any(char.IsControl) ? string.Concat(message.Select(c => char.IsControl(c) ? '\uFFFD' : c)) : message;
}
