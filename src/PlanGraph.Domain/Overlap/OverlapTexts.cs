using PlanGraph.Domain.Graph;
using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Overlap;

/// <summary>
/// The texts of the plans made comparable. Rarity of terms and the splitting of compounds are learnt from the plan system's own titles and texts;
/// place names are never stemmed. For the words to show and for the plans' own texts; pairs are scored by <see cref="PlanOverlaps"/>.
/// </summary>
internal sealed class OverlapTexts
{
    private const double HeadWeight = 1.6;

    /// <summary>A text with fewer different terms than this is a remark and says nothing of what the plan is about.</summary>
    private const int FewestTerms = 8;

    private readonly Dictionary<NodeId, (TextVector Title, TextVector? Text)> _vectors = [];

    public OverlapTexts(GraphSnapshot snapshot, IReadOnlyCollection<Plan> plans, CancellationToken cancellationToken)
    {
        var nodes = snapshot.Nodes.Where(node => !NodeKinds.IsBookkeeping(node.Kind) && node is not Input).ToArray();
        var analyzer = new TextAnalyzer(new TextOptions { Compounds = new Decompounder(Vocabulary(nodes)), Names = Names(nodes) });
        var documents = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var node in nodes)
        {
            cancellationToken.ThrowIfCancellationRequested();
            foreach (var term in analyzer.Analyze(node.Title).Features.Select(TextVector.TermOf).Distinct(StringComparer.Ordinal))
                documents[term] = documents.GetValueOrDefault(term) + 1;
        }
        foreach (var plan in plans)
        {
            cancellationToken.ThrowIfCancellationRequested();
            _vectors[plan.Id] = (Vector(plan.Title, HeadWeight), plan.Text is { } text && Vector(text, 1) is { Count: >= FewestTerms } vector ? vector : null);
        }

        double Rarity(string term) => Math.Log(1 + ((double)nodes.Length / documents.GetValueOrDefault(term, 1)));
        TextVector Vector(string text, double headWeight) => new(text, analyzer.Analyze(text), Rarity, headWeight);
    }

    public TextVector Title(NodeId plan) => _vectors[plan].Title;

    public TextVector? Text(NodeId plan) => _vectors[plan].Text;

    private static Dictionary<string, int> Vocabulary(IEnumerable<Node> nodes)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var text in nodes.SelectMany(node => new[] { node.Title, node.Text ?? "" }))
        {
            foreach (var token in Tokenizer.Tokens(text).Where(token => token.Kind == TokenKind.Word))
            {
                var word = Folding.Lower(token.In(text).ToString());
                counts[word] = counts.GetValueOrDefault(word) + 1;
            }
        }
        return counts;
    }

    private static HashSet<string> Names(IEnumerable<Node> nodes) =>
        [.. nodes.OfType<Place>().SelectMany(place => place.Title.Split(' ')).Where(word => word.Length > 0 && char.IsUpper(word[0])).Select(Folding.Lower)];
}
