using PlanGraph.Storage.Embedded.Journal;

namespace PlanGraph.Storage.Embedded;

/// <summary>A file in the store's directory that says: a history is being put into this store, and is not whole yet. It outlives the process.</summary>
internal sealed class RestoringMark
{
    public const string FileName = "restoring";
    private readonly IJournalFiles _files;
    private volatile bool _isSet;

    private RestoringMark(IJournalFiles files, bool isSet) => (_files, _isSet) = (files, isSet);

    public bool IsSet => _isSet;

    public static RestoringMark Read(IJournalFiles files) => new(files, files.List().Contains(FileName));

    /// <exception cref="IOException">It could not be made.</exception>
    public void Set()
    {
        if (_isSet) return;
        _files.Create(FileName).Dispose();
        _files.SyncDirectory();
        _isSet = true;
    }

    /// <exception cref="IOException">It could not be removed.</exception>
    public void Clear()
    {
        if (!_isSet) return;
        _files.Delete(FileName);
        _files.SyncDirectory();
        _isSet = false;
    }
}
