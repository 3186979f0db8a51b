using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PlanGraph.Domain.Graph;

namespace PlanGraph.Domain.Imports;

/// <summary>What a status cell says: "Vedtatt 17. og 18.04.18", "Under arbeid (blir mulig del av arealdel)", "Tatt til orientering 9.4.19".</summary>
/// <param name="Status">Unknown when the wording is not known; then there is a doubt.</param>
/// <param name="Printed">The text as printed, trimmed; null for an empty cell.</param>
/// <param name="Adopted">When it was adopted or noted, with the whole text as printed; null when the text says no such date.</param>
/// <param name="CaseNumber">Saksnummer, when the text has one.</param>
/// <param name="Doubts">What a person should look at.</param>
public sealed record PrintedStatus(PlanStatus Status, string? Printed, PrintedDate? Adopted, string? CaseNumber, ImmutableArray<Sentence> Doubts)
{
    /// <summary>What an empty cell says: nothing.</summary>
    public static PrintedStatus Empty { get; } = new(PlanStatus.Unknown, null, null, null, []);

    /// <summary>Reads a status cell. Any text gives an answer; what is not understood is kept as printed and doubted.</summary>
    public static PrintedStatus Parse(string? cell)
    {
        if (string.IsNullOrWhiteSpace(cell)) return Empty;
        var printed = cell.Trim();
        var plain = PrintedDates.Plain(printed);
        var words = StatusWords.Read(plain);
        var date = PrintedDates.ParseAfter(printed, words.AdoptionAt);
        var status = words.Status ?? (date.Date is null ? PlanStatus.Unknown : PlanStatus.Adopted);
        var adopted = SaysAdoption(status, words, date) ? date with { Uncertain = date.Uncertain || words.Planned } : null;
        return new PrintedStatus(status, printed, adopted, CaseNumbers.Find(printed), DoubtsOf(printed, plain, words, date, adopted));
    }

    private static bool SaysAdoption(PlanStatus status, StatusWords words, PrintedDate date) =>
        date.Date is not null && (status is PlanStatus.Adopted or PlanStatus.Noted || words.Planned || words.AdoptionAt >= 0);

    private static ImmutableArray<Sentence> DoubtsOf(string printed, string plain, StatusWords words, PrintedDate date, PrintedDate? adopted)
    {
        var doubts = ImmutableArray.CreateBuilder<Sentence>();
        var isDecision = date.Date is not null && CaseNumbers.Find(plain) is not null;
        if (words.Status is null && !isDecision && !StatusWords.SaysNothing(plain))
            doubts.Add(Sentence.Of(date.Date is null ? "imports.statusUnknown" : "imports.statusIsDate", ("text", printed)));
        if (words.Several) doubts.Add(Sentence.Of("imports.statusSeveral", ("text", printed), ("status", $"@planStatus.{Json(words.Status)}")));
        if (words.Planned) doubts.Add(Sentence.Of("imports.statusPlanned", ("text", printed)));
        else if (adopted is { Uncertain: true }) doubts.Add(Sentence.Of("imports.dateUncertain", ("text", printed)));
        if (date.Date is null && words.Status is PlanStatus.Adopted && PrintedDates.LooksLikeDate(printed))
            doubts.Add(Sentence.Of("imports.dateUnknown", ("text", printed)));
        return doubts.ToImmutable();
    }

    private static string Json(PlanStatus? status) => System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(status.ToString() ?? "");
}

/// <param name="Status">Null when no word was known.</param>
/// <param name="Several">Words of two different statuses, neither of which settles the other.</param>
/// <param name="Planned">It will be adopted ("vedtas 19.6.19").</param>
/// <param name="AdoptionAt">Where a word for adoption stands, whatever the status became ("rulleres årlig, sist vedtatt 12.12.18"); −1 when none does.</param>
internal sealed partial record StatusWords(PlanStatus? Status, bool Several, bool Planned, int AdoptionAt)
{
    // Stems, matched where a word begins. Both norms of Norwegian; English beside them.
    private static readonly (PlanStatus Status, string[] Stems)[] _stems =
    [
        (PlanStatus.Retired, ["utgått", "utgår", "utgatt", "oppheve", "oppheva", "avslutt", "avvikle", "avvikla", "erstattet", "erstatta", "utløpt", "utlaup", "historisk",
            "arkivert", "trukket", "trekt", "ikke lenger", "ikkje lenger", "gått ut", "retired", "repealed", "expired", "ferdigstilt og avsluttet"]),
        (PlanStatus.Noted, ["tatt til orientering", "teke til orientering", "tatt til etterretning", "teke til etterretning", "teken til orientering", "til orientering",
            "orientering", "orienteringssak", "referatsak", "lagt fram som orientering", "tatt til vitende", "noted", "til vitende", "for information"]),
        (PlanStatus.Rolling, ["rulle", "rullering", "rullerast", "årlig", "årleg", "revideres årlig", "reviderast årleg", "løpende", "løpande", "rolling", "annual", "updated at intervals"]),
        (PlanStatus.Adopted, ["vedtatt", "vedteke", "vedtekne", "vedt.", "vedt ", "godkjent", "godkjend", "egengodkjent", "stadfest", "sluttvedtatt", "sluttbehandlet",
            "gjeldende", "gjeldande", "i kraft", "adopted", "approved", "in force"]),
        (PlanStatus.InProgress, ["under arbeid", "under utarbeid", "utarbeides", "utarbeidast", "utarbeiding", "under revi", "revideres", "reviderast", "revisjon", "pågår", "på gang",
            "påbegynt", "påbyrja", "i arbeid", "igangsatt", "oppstart", "startet", "starta", "høring", "på høring", "høyring", "på høyring", "til høring", "ettersyn",
            "offentlig ettersyn", "til behandling", "til vedtak", "til politisk", "under behandling", "under handsaming", "til handsaming", "førstegangsbehandl", "1. gangs", "1.gangs", "2. gangs", "2.gangs",
            "utkast", "varslet", "varsla", "planprogram", "arbeid pågår", "vedtas", "blir vedtatt", "skal vedtas", "ventes vedtatt", "forventes vedtatt", "vert vedteke",
            "in progress", "draft", "consultation"]),
    ];

    // Who decides says that it is decided only where nothing else is said: "Kst. 14.06.2023", but "til behandling i kommunestyret 14.06.2023".
    private static readonly string[] _councils = ["kst", "ks ", "ks-", "k-sak", "kommunestyre", "bystyre", "heradsstyre", "formannskap", "vedtak"];

    private static readonly string[] _planned =
        ["vedtas", "blir vedtatt", "skal vedtas", "ventes vedtatt", "forventes vedtatt", "forventet vedtatt", "planlagt vedtatt", "planlegges vedtatt", "vert vedteke", "forventa vedteke"];
    private static readonly string[] _nothing = ["", "?", "-", "--", "n/a", "ukjent", "ukjend", "uviss", "usikker", "usikkert", "uavklart", "unknown", "ikke oppgitt", "ingen"];

    /// <summary>True for wordings that say that nothing is known: "-", "ukjent".</summary>
    public static bool SaysNothing(string plain) => _nothing.Contains(plain.Trim(' ', '.', '(', ')'));

    /// <summary>Reads the words of a text in lower case.</summary>
    public static StatusWords Read(string plain)
    {
        var planned = _planned.Any(words => At(plain, words) >= 0);
        var denied = Denied().IsMatch(plain);
        var said = _stems.Where(row => row.Stems.Any(stem => At(plain, stem) >= 0)).Select(row => row.Status).ToList();
        if (said.Count == 0 && !denied && _councils.Any(word => At(plain, word) >= 0)) said.Add(PlanStatus.Adopted);
        if (denied || planned) said.Remove(PlanStatus.Adopted);
        if (said.Count == 0) return new StatusWords(null, false, planned, -1);
        return new StatusWords(Settle(said), said.Count > 1 && !IsSettled(said), planned, said.Contains(PlanStatus.Adopted) ? PlaceOfAdoption(plain) : -1);
    }

    /// <summary>Retired settles all; a plan that is rolled every year is rolling though adopted; an adopted plan under revision is in force until the next.</summary>
    private static PlanStatus Settle(List<PlanStatus> said)
    {
        if (said.Contains(PlanStatus.Retired)) return PlanStatus.Retired;
        if (said.Contains(PlanStatus.Rolling)) return PlanStatus.Rolling;
        if (said.Contains(PlanStatus.Noted)) return PlanStatus.Noted;
        return said.Contains(PlanStatus.Adopted) ? PlanStatus.Adopted : said[0];
    }

    private static bool IsSettled(List<PlanStatus> said) =>
        said.Contains(PlanStatus.Retired) || (said.Contains(PlanStatus.Adopted) && (said.Contains(PlanStatus.Rolling) || said.Contains(PlanStatus.Noted)) && said.Count == 2);

    /// <summary>Where the last word for adoption stands: "opprinnelig godkjent 2012, sist vedtatt 2018".</summary>
    private static int PlaceOfAdoption(string plain) =>
        Math.Max(0, _stems.Single(row => row.Status == PlanStatus.Adopted).Stems.Concat(_councils).Max(stem => At(plain, stem)));

    /// <summary>The last place where a word begins with the stem; −1 when none does.</summary>
    private static int At(string plain, string stem)
    {
        for (var at = plain.LastIndexOf(stem, StringComparison.Ordinal); at >= 0; at = at == 0 ? -1 : plain.LastIndexOf(stem, at - 1, StringComparison.Ordinal))
        {
            if (at == 0 || !char.IsLetter(plain[at - 1])) return at;
        }
        return -1;
    }

    [GeneratedRegex(@"(?<!\p{L})(?:ikke|ikkje|ei|not) (?:\p{L}+ )?(?:vedtatt|vedteke|vedteken|behandlet|handsama|godkjent|adopted|påbegynt|startet)")]
    private static partial Regex Denied();
}
