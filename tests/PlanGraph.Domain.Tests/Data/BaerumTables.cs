namespace PlanGraph.Domain.Tests.Data;

/// <summary>What the documents hold, counted in the documents themselves. The place stands at each number.</summary>
internal static class BaerumTables
{
    private const string Verksted = "Planstrategi 2023-2027, arbeidsverksted 02.02.2024";
    private const string Grunnlag = "Grunnlagsdokument for Planstrategi 2019-2023";
    private const string Presentasjon = "Presentasjon om bærekraft, samfunnsdelen og plansystemet (planstrategi 2019-2023)";
    private const string Forberedelser = "Forberedelser til planstrategi 2024-2027, Planutvalget 9.3.2023";

    /// <summary>Grunnlagsdokumentet, chapter 10: rows under each group heading of the printed table.</summary>
    public static readonly (string Group, int Rows)[] Inventory =
    [
        ("Overordnede planer", 5), // Kommuneplanen (two decisions), handlingsprogram, ROS, beredskapsplan, LDIP
        ("Kommunedelplaner", 7),
        ("Arealplaner", 2),
        ("Temaplaner", 14),
        ("Strategidokumenter", 13),
        ("Øvrig planverk", 4),
        ("Behovsanalyser", 5),
        ("Virksomhetsanalyser", 4),
        ("Meldinger", 7),
    ];

    /// <summary>Grunnlagsdokumentet, chapter 10: titles with a mark, in the order of the table. No row of the text carries two.</summary>
    public static readonly string[] Marked =
    [
        "Sammen for barn og unge 2015-2019*", "Strategisk kulturplan 2013-2030*", "Barnehagemeldingen 2015-2025*", "Skolemelding 2020*",
        "Mestring- og omsorgsmelding 2013-2030*", "Helsemeldingen 2015-2023*",
    ];

    /// <summary>Grunnlagsdokumentet, chapter 4.1: the goals of each dimension in the table, and number 17 in the sentence under it.</summary>
    public static readonly (string Dimension, int[] Numbers)[] Sdgs =
    [
        ("environment", [6, 13, 14, 15]),
        ("social", [1, 2, 3, 4, 5, 7, 11, 16]),
        ("economy", [8, 9, 10, 12]), // 12 is printed as 11
        ("all", [17]),
    ];

    /// <summary>Goals: id prefix, main goals, sub-goals.</summary>
    public static readonly (string Prefix, string Standing, int Main, int Sub)[] Goals =
    [
        ("goal/2040-", "gjeldende", 4, 16), // arbeidsverkstedet, «Planrelevante temaer»: 4 + 3 + 5 + 4 bullets
        ("goal/2016-", "tidligere", 4, 0), // presentasjonen, «Gjeldende samfunnsdel»
        ("goal/forslag-okonomi-", "forslag", 1, 4), // the boards
        ("goal/forslag-sosial-", "forslag", 1, 4),
        ("goal/forslag-klima-", "forslag", 1, 4), // «Delmål 2» twice
        ("goal/forslag-organisasjon-", "forslag", 1, 5),
        ("goal/klimastrategi-", "gjeldende", 0, 4), // grunnlagsdokumentet, chapters 4.1 and 6.1
        ("goal/plansystem-", "gjeldende", 0, 4), // forberedelsene, «Mål for arbeid med plansystemet»
    ];

    /// <summary>The boards: strategies and arealstrategier of each dimension.</summary>
    public static readonly (string Dimension, int Strategies, int LandUse)[] ProposedStrategies =
    [
        ("økonomisk", 7, 5),
        ("sosial", 9, 8), // «Strategi 7» twice, no «Strategi 8»
        ("klima og miljø", 7, 10),
        ("organisasjon", 12, 2), // «Strategi 11» twice
    ];

    /// <summary>Arbeidsverkstedet, «Planrelevante temaer»: the utfordringsbilde.</summary>
    public static readonly string[] Utfordringsbilde =
    [
        "Økende ulikhet", "Ungt utenforskap", "Demografiske endringer", "Har vi riktig kompetanse for fremtiden?", "Teknologisk revolusjon",
        "Den sikkerhetspolitiske situasjonen", "Stort utbyggingspress", "Vi når ikke klimamålene med tiltakene vi har i dag", "Sosial ulikhet i helse",
        "Klimaendringene", "Tilstanden til Oslofjorden", "Dyrtid",
    ];

    /// <summary>Challenges by the document that names them first.</summary>
    public static readonly (string Document, int Count)[] Challenges = [(Verksted, 36), (Grunnlag, 13), (Presentasjon, 3), (Forberedelser, 2)];

    /// <summary>Goal conflicts by the slide or chapter that names them.</summary>
    public static readonly (string Place, int Count)[] Conflicts =
    [
        ("«Planrelevante temaer», målkonflikter", 7), // eight points, of which «Utvikle tjenester på nye måter» sets nothing against anything
        ("«Strategiarbeidets spenningsfelt»", 5),
        ("«Dette henger sammen»", 2),
        ("«Hva vi ser i dag»", 1),
        ("kap. 5.1", 1),
        ("Tavlen", 7),
    ];

    /// <summary>The workshop's post-its and notes, counted board by board; a note that a group copied to its second board is counted on the first.</summary>
    public static readonly (string Board, int Count)[] Inputs =
    [
        ("okonomi-delmal-g1", 30), ("okonomi-delmal-g3", 30), ("okonomi-delmal-g5", 14), ("okonomi-delmal-g7", 42),
        ("okonomi-strategi-g1", 33), ("okonomi-strategi-g3", 26), ("okonomi-strategi-g5", 12), ("okonomi-strategi-g7", 31),
        ("sosial-delmal-g2", 7), ("sosial-delmal-g4", 10), ("sosial-delmal-g6", 13), ("sosial-delmal-g7", 39),
        ("sosial-strategi-g2", 15), ("sosial-strategi-g4", 12), ("sosial-strategi-g6", 11), ("sosial-strategi-g7", 42),
        ("klima-delmal-g3", 17), ("klima-delmal-g4", 7), ("klima-delmal-g6", 8),
        ("klima-strategi-g3", 22), ("klima-strategi-g4", 10), ("klima-strategi-g6", 12),
        ("organisasjon-delmal-g1", 17), ("organisasjon-delmal-g2", 14), ("organisasjon-delmal-g5", 16),
        ("organisasjon-strategi-g1", 27), ("organisasjon-strategi-g2", 10), ("organisasjon-strategi-g5", 21),
        ("plansystem-2024", 9), ("helhet-2024", 7), ("praksis-2024", 5), // arbeidsverkstedet, three slides
        ("kommunestyreseminar-2022", 8), // forberedelsene, «Forutsetninger» and «Behov»
    ];

    /// <summary>Arbeidsverkstedet, «Dette henger sammen»: nine sentences, here as the relations that join them.</summary>
    public static readonly (string From, string To, int Sign)[] Chain =
    [
        ("goal/2040-lavutslippssamfunn", "goal/var-andel-av-utbyggingen", -1),
        ("goal/var-andel-av-utbyggingen", "strategy/fortetting-ved-knutepunkter-og-5-minuttersbyer", 1),
        ("strategy/fortetting-ved-knutepunkter-og-5-minuttersbyer", "goal/bedre-folkehelse", 1),
        ("strategy/fortetting-ved-knutepunkter-og-5-minuttersbyer", "goal/varierte-bomiljoer", -1),
        ("goal/varierte-bomiljoer", "challenge/boliger-blir-for-dyre", -1),
        ("challenge/boliger-blir-for-dyre", "challenge/okende-ulikhet", -1),
        ("challenge/okende-ulikhet", "challenge/trenger-flere-i-velferdssektoren", -1),
        ("challenge/trenger-flere-i-velferdssektoren", "challenge/yrkesgrupper-har-ikke-rad-til-a-bo-her", -1),
    ];
}
