namespace Atat.LightCurves;

/// <summary>
/// An error that the user's input caused and the user can mend: a file, a row, an option. The message is one line that says
/// what is wrong, where (file, row, column, offset) and what to do; programs print it alone, without a stack trace.
/// </summary>
public sealed class InputException : Exception
{
    /// <summary>Makes an error with its one-line message.</summary>
    public InputException(string message)
        : base(message)
    {
    }

    /// <summary>Makes an error with its one-line message and the failure behind it.</summary>
    public InputException(string message, Exception inner)
        : base(message, inner)
    {
    }

    /// <summary>Makes an error that says nothing; needed by serialisers only.</summary>
    public InputException()
    {
    }
}
