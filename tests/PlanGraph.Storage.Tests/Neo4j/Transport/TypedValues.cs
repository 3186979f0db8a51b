namespace PlanGraph.Storage.Tests.Neo4j.Transport;

/// <summary>Values that statements are given, the hostile ones too.</summary>
internal static class TypedValues
{
    public static IReadOnlyList<string> Texts { get; } =
    [
        "", " ", "æøåÆØÅ", "Bærum – «rød tråd»", "'", "\"", "\\", "\\u0027", "`", "$x", "${x}", "{x}", "//", "/*", "*/", ";", "--", "\0", "\a\b\f\v\u001b", "\r\n\t",
        "\u2028\u2029\u0085", "\u200B\u200D\uFEFF", "\u202Eedisrever", "e\u0301 é", "👨‍👩‍👧‍👦🏳️‍🌈", "\U0010FFFF", "null", "true", "42", "NaN", "2026-11-21", "PT1S",
        "{\"$type\":\"Integer\",\"_value\":\"1\"}", "</script><script>alert(1)</script>", "=1+1", "Robby' WITH true as ignored MATCH (s) DETACH DELETE s; //",
        "%27%20OR%201=1", "\u00A0", "ﬁ ſ İ ı", new('å', 70_000),
    ];

    public static IReadOnlyList<object?> All { get; } =
    [
        null, true, false,
        0L, 1L, -1L, long.MaxValue, long.MinValue, 9_007_199_254_740_993L,
        0.0, -0.0, 0.1, 1.0, -1.5e-300, double.Epsilon, double.MaxValue, double.MinValue, double.PositiveInfinity, double.NegativeInfinity, double.NaN,
        Array.Empty<byte>(), new byte[] { 0, 255, 128, 13, 10 },
        new DateOnly(2026, 11, 21), DateOnly.MinValue, DateOnly.MaxValue, new DateOnly(2024, 2, 29),
        new DateTimeOffset(2026, 11, 21, 12, 34, 56, TimeSpan.FromHours(1)), new DateTimeOffset(2026, 11, 21, 12, 34, 56, TimeSpan.Zero).AddTicks(1_234_567),
        new DateTimeOffset(1970, 1, 1, 0, 0, 0, TimeSpan.FromMinutes(-210)), new DateTimeOffset(9999, 12, 31, 23, 59, 59, TimeSpan.Zero),
        .. Texts,
        Array.Empty<object?>(), new object?[] { null, 1L, "a", true }, new object?[] { new object?[] { new object?[] { "deep" } } },
        new Dictionary<string, object?>(), new Dictionary<string, object?> { [""] = 1L, ["$type"] = "Null", ["_value"] = null, ["æ ø"] = new object?[] { 2L }, ["`"] = new Dictionary<string, object?> { ["x"] = 0.5 } },
    ];
}
