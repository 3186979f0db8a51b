namespace PlanGraph.Web.Commands;

/// <summary>What a command ends with, as in sysexits.h.</summary>
internal static class ExitCodes
{
    public const int Done = 0;

    /// <summary>The command line is wrong.</summary>
    public const int Usage = 64;

    /// <summary>What was read is not what it should be.</summary>
    public const int BadData = 65;

    /// <summary>A file to read is not there, or may not be read.</summary>
    public const int NoInput = 66;

    /// <summary>The store cannot be opened, does not answer, or refuses.</summary>
    public const int Unavailable = 69;

    /// <summary>A file to write cannot be made.</summary>
    public const int CannotCreate = 73;

    /// <summary>Reading or writing failed on the way.</summary>
    public const int InputOutput = 74;

    /// <summary>A setting is wrong.</summary>
    public const int Configuration = 78;

    /// <summary>Ended by Ctrl+C or by the system, as shells count it.</summary>
    public const int Interrupted = 130;
}
