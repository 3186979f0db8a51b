using System.ComponentModel.DataAnnotations;

namespace PlanGraph.Web.Hosting;

/// <summary>
/// The settings of PlanGraph, section <c>PlanGraph</c> of ordinary ASP.NET Core configuration. They are read once, at the start; an unknown or
/// unreadable one stops the start with one sentence.
/// </summary>
internal sealed record PlanGraphOptions
{
    public const string Section = "PlanGraph";

    /// <summary>Directory of the store and of the sign-in book; <c>--data</c> is short for it. Default: data/store beside the repository or the DLL.</summary>
    public string? Data { get; init; }

    /// <summary>Directory of the files that an empty store is filled with. Default: the Bærum data. An empty value leaves the store empty.</summary>
    public string? FirstData { get; init; }

    /// <summary>File of the municipality's own anchoring rules. Default: anchoring-rules.json in the data directory, when it is there. Format: docs/anchoring-rules.md.</summary>
    public string? AnchoringRules { get; init; }

    /// <summary>Directory of the municipality's own lexicon files (<c>.csv</c>, format in data/lexicon/README.md). Default: lexicon in the directory of the store.</summary>
    public string? Lexicon { get; init; }

    /// <summary>Language for those who have chosen none: nb, nn or en.</summary>
    [AllowedValues("nb", "nn", "en")]
    public string Language { get; init; } = "nb";

    /// <summary>Whether the start prints a link that signs in as administrator even where PlanGraph can be reached from other machines.
    /// On a machine that only listens to itself the link is always printed.</summary>
    public bool StartLink { get; init; }

    public JobOptions Jobs { get; init; } = new();

    public LimitOptions Limits { get; init; } = new();

    /// <exception cref="ConfigurationException">A setting is unknown or out of range.</exception>
    public static PlanGraphOptions Read(IConfiguration configuration)
    {
        var problems = ConfigurationCheck.Check(configuration);
        if (!problems.IsEmpty) throw new ConfigurationException(problems);
        return configuration.GetSection(Section).Get<PlanGraphOptions>() ?? new PlanGraphOptions();
    }
}

internal sealed record JobOptions
{
    /// <summary>Time of day of the nightly run, in Europe/Oslo.</summary>
    public TimeOnly At { get; init; } = new(2, 0);

    /// <summary>Whether the nightly run goes by itself. On demand it can always be run.</summary>
    public bool Scheduled { get; init; } = true;

    /// <summary>A run that takes longer is ended and recorded as failed. Minutes.</summary>
    [Range(1, 1440)]
    public int TimeLimitMinutes { get; init; } = 60;
}

internal sealed record LimitOptions
{
    /// <summary>Requests to the API in a minute, for each person signed in, or each address where nobody is.</summary>
    [Range(1, 1_000_000)]
    public int RequestsPerMinute { get; init; } = 600;

    /// <summary>Attempts to sign in in a minute, for each address.</summary>
    [Range(1, 1_000_000)]
    public int SignInsPerMinute { get; init; } = 10;

    /// <summary>Requests for feeds in a minute, for each address: feed readers do not sign in, and a secret must not be guessed.</summary>
    [Range(1, 1_000_000)]
    public int FeedsPerMinute { get; init; } = 30;
}
