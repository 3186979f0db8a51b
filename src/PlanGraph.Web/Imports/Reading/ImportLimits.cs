namespace PlanGraph.Web.Imports.Reading;

/// <summary>What import files may measure. Files from outside are hostile until they have kept to these.</summary>
internal static class ImportLimits
{
    public const int FileMiB = 10;
    public const int FileBytes = FileMiB << 20;

    /// <summary>Of all parts of a zip together, in MiB.</summary>
    public const int UnpackedMiB = 100;

    /// <summary>How many times larger a part of a zip may be than it is packed; small parts are let be.</summary>
    public const int Ratio = 200;
    public const int RatioFromBytes = 1 << 20;
    public const int Entries = 1000;
    public const int Sheets = 50;
    public const int Rows = 200_000;
    public const int Columns = 200;
    public const int CellCharacters = 32_767;
    public const int JsonDepth = 32;
}

/// <summary>Thrown inside a reader when a file cannot be read further; becomes the file's one problem.</summary>
internal sealed class UnreadableException(string key, int row = 0, params (string Name, object Value)[] args) : Exception
{
    public string Key => key;
    public int Row => row;
    public IReadOnlyList<(string Name, object Value)> Args => args;
}
