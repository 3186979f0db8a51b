using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Hierarchy;

/// <summary>
/// Tarjan's strongly connected components (SIAM J. Comput. 1, 1972), without recursion, so that a chain of any length is safe. Linear in nodes and relations.
/// </summary>
internal static class StrongComponents
{
    /// <summary>The components with more than one node, each in the order of its ids.</summary>
    public static List<NodeId[]> Find(IEnumerable<NodeId> starts, Func<NodeId, IEnumerable<NodeId>> next)
    {
        var walk = new Walk(next);
        foreach (var start in starts) walk.From(start);
        return walk.Found;
    }

    private sealed class Walk(Func<NodeId, IEnumerable<NodeId>> next)
    {
        private readonly Dictionary<NodeId, int> _index = [];
        private readonly Dictionary<NodeId, int> _low = [];
        private readonly Stack<NodeId> _open = new();
        private readonly HashSet<NodeId> _isOpen = [];
        private readonly Stack<(NodeId Id, IEnumerator<NodeId> Lower)> _calls = new();

        public List<NodeId[]> Found { get; } = [];

        public void From(NodeId start)
        {
            if (_index.ContainsKey(start)) return;
            Enter(start);
            while (_calls.TryPeek(out var call))
            {
                if (call.Lower.MoveNext()) Visit(call.Id, call.Lower.Current);
                else Leave(call.Id);
            }
        }

        private void Enter(NodeId id)
        {
            _index[id] = _low[id] = _index.Count;
            _open.Push(id);
            _isOpen.Add(id);
            _calls.Push((id, next(id).GetEnumerator()));
        }

        private void Visit(NodeId from, NodeId to)
        {
            if (!_index.TryGetValue(to, out var index)) Enter(to);
            else if (_isOpen.Contains(to)) _low[from] = Math.Min(_low[from], index);
        }

        private void Leave(NodeId id)
        {
            _calls.Pop().Lower.Dispose();
            if (_calls.TryPeek(out var caller)) _low[caller.Id] = Math.Min(_low[caller.Id], _low[id]);
            if (_low[id] != _index[id]) return;
            var component = new List<NodeId>();
            NodeId member;
            do
            {
                member = _open.Pop();
                _isOpen.Remove(member);
                component.Add(member);
            }
            while (member != id);
            if (component.Count > 1) Found.Add([.. component.Order()]);
        }
    }
}
