namespace PlanGraph.Domain.Text;

/// <summary>A word of the index: how it is written, where it stands, in how many living documents.</summary>
internal sealed class SearchEntry(string folded)
{
    private IntList _inTitle;
    private IntList _inBody;
    private int _lastDocument = -1;

    public string Folded { get; } = folded;

    /// <summary>Carries no subject: never indexed, so it has no documents.</summary>
    public bool IsFunctionWord { get; } = FunctionWords.ContainsFolded(folded);

    /// <summary>The spelling to show: of all seen the last in ordinal order, so that bærum wins over baerum.</summary>
    public string Surface { get; private set; } = folded;

    /// <summary>Living documents that have the word.</summary>
    public int Documents { get; set; }

    /// <summary>Documents with the word in the title, by number, rising; dead ones among them.</summary>
    public ReadOnlySpan<int> InTitle => _inTitle.Items;

    /// <summary>Documents with the word in the body and not in the title, by number, rising; dead ones among them.</summary>
    public ReadOnlySpan<int> InBody => _inBody.Items;

    /// <summary>Notes that <paramref name="document"/>, the newest, has the word; false when it was known to have it. Titles come first.</summary>
    public bool Note(int document, bool isTitle, ReadOnlySpan<char> written)
    {
        if (!System.Text.Ascii.IsValid(written))
            NoteSurface(Folding.Lower(written.ToString()));
        if (_lastDocument == document)
            return false;
        _lastDocument = document;
        Documents++;
        if (isTitle)
            _inTitle.Add(document);
        else
            _inBody.Add(document);
        return true;
    }

    public void Renumber(ReadOnlySpan<int> numbers)
    {
        _lastDocument = -1;
        _inTitle.Renumber(numbers);
        _inBody.Renumber(numbers);
    }

    private void NoteSurface(string surface)
    {
        if (string.CompareOrdinal(surface, Surface) > 0 && surface.Length <= SearchText.LongestWord)
            Surface = surface;
    }
}
