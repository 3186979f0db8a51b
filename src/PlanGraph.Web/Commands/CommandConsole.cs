using System.Text;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Web.Commands;

/// <summary>What a command reads and writes. Standard output carries the result and nothing else; all that is said on the way goes to standard error.</summary>
/// <param name="Words">The sentences in the language of the call.</param>
internal sealed record CommandConsole(Stream Input, Stream Output, TextWriter Error, Func<Sentence, string> Words)
{
    /// <summary>For results that are text; the caller flushes it by disposing of it.</summary>
    public StreamWriter OutputText() => new(Output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true) { NewLine = "\n" };

    /// <summary>A line on standard error.</summary>
    public void Tell(Sentence sentence) => Error.WriteLine(Words(sentence));
}
