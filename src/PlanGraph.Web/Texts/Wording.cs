using System.Reflection;
using Microsoft.Extensions.Options;
using PlanGraph.Domain.Graph;
using PlanGraph.Web.Hosting;

namespace PlanGraph.Web.Texts;

/// <summary>The language that one request is answered in.</summary>
internal sealed class Wording(TextCatalogue texts, string language) : IBindableFromHttpContext<Wording>
{
    public string Language => language;

    public string Say(Sentence sentence) => texts.Say(language, sentence);

    /// <summary>A reason as it stands in a change set: the author's own words, or a key with @ in front.</summary>
    public string Reason(string reason) => reason.StartsWith('@') ? Say(Sentence.Of(reason[1..])) : reason;

    public static Wording For(HttpContext context)
    {
        var options = context.RequestServices.GetRequiredService<IOptions<PlanGraphOptions>>().Value;
        return new Wording(context.RequestServices.GetRequiredService<TextCatalogue>(), Languages.Of(context.Request, options.Language));
    }

    public static ValueTask<Wording?> BindAsync(HttpContext context, ParameterInfo parameter) => new(For(context));
}
