using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Logging.Console;
using Microsoft.Extensions.Options;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Hosting;

/// <summary>The builder of the host: folders, configuration, logging and the server, before any feature adds to it.</summary>
internal static class HostBuilding
{
    public const string DefaultAddress = "http://localhost:5080";

    /// <summary>Bodies larger than this are refused, save where an endpoint has its own limit.</summary>
    private const long MostBodyBytes = 1 << 20;

    private static readonly Dictionary<string, string> ShortSwitches = new() { ["--data"] = "PlanGraph:Data" };
    private static readonly string[] SettingSections = ["--PlanGraph:", "--Neo4j:", "--Logging:"];

    public static WebApplicationBuilder CreateBuilder(string[] args)
    {
        var folders = AppFolders.Find();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = folders.Root, WebRootPath = folders.WebRoot });
        builder.Configuration.AddCommandLine(args, ShortSwitches);
        builder.Services.AddSingleton(folders);
        builder.Services.AddSingleton(TimeProvider.System);
        builder.Services.AddSingleton(TextCatalogue.Load(folders.WebRoot));
        builder.AddOptions();
        builder.AddLogging();
        builder.AddServer();
        return builder;
    }

    /// <summary>The same settings for a command, which has no host.</summary>
    /// <param name="arguments"><c>--key=value</c>.</param>
    public static IConfiguration ReadSettings(string root, string[] arguments)
    {
        var environment = Environment.GetEnvironmentVariable("ASPNETCORE_ENVIRONMENT") ?? Environment.GetEnvironmentVariable("DOTNET_ENVIRONMENT") ?? Environments.Production;
        return new ConfigurationBuilder().SetBasePath(root)
            .AddJsonFile("appsettings.json", optional: true).AddJsonFile($"appsettings.{environment}.json", optional: true)
            .AddEnvironmentVariables("DOTNET_").AddEnvironmentVariables("ASPNETCORE_").AddEnvironmentVariables()
            .AddCommandLine(arguments, ShortSwitches).Build();
    }

    /// <summary>Whether a switch of a command sets something of the product: <c>--data</c>, <c>--Store</c>, <c>--Neo4j:Url</c>.</summary>
    public static bool IsSetting(string name) => ShortSwitches.ContainsKey(name) || name.Equals("--Store", StringComparison.OrdinalIgnoreCase)
        || SettingSections.Any(section => name.StartsWith(section, StringComparison.OrdinalIgnoreCase));

    /// <summary>Answers are written as the graph's own files are; requests with members that nobody reads are refused.</summary>
    public static void AddJson(this IServiceCollection services) => services.ConfigureHttpJsonOptions(json =>
    {
        json.SerializerOptions.DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull;
        json.SerializerOptions.UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow;
        json.SerializerOptions.RespectNullableAnnotations = true;
        json.SerializerOptions.RespectRequiredConstructorParameters = true;
        json.SerializerOptions.AllowOutOfOrderMetadataProperties = true;
        json.SerializerOptions.Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping;
    });

    private static void AddOptions(this WebApplicationBuilder builder)
    {
        builder.Services.AddSingleton<IOptions<PlanGraphOptions>>(services => Options.Create(PlanGraphOptions.Read(services.GetRequiredService<IConfiguration>())));
        builder.Services.AddSingleton<DataFolder>();
        builder.Services.AddSingleton<Preparation>();
        builder.Services.AddHostedService(provider => provider.GetRequiredService<Preparation>());
    }

    /// <summary>The log goes to standard error, so that standard output ends with the address, and is quiet about the framework's own affairs.</summary>
    private static void AddLogging(this WebApplicationBuilder builder)
    {
        builder.Services.Configure<ConsoleLoggerOptions>(console => console.LogToStandardErrorThreshold = LogLevel.Trace);
        builder.Logging.AddFilter((category, level) =>
            level >= (category?.StartsWith("PlanGraph", StringComparison.Ordinal) == true ? LogLevel.Information : LogLevel.Warning));
    }

    private static void AddServer(this WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MostBodyBytes;
        });
        builder.Services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = MostBodyBytes);
        var addresses = builder.Configuration[WebHostDefaults.ServerUrlsKey] ?? DefaultAddress;
        builder.WebHost.UseUrls([.. addresses.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(Bindable)]);
    }

    /// <summary>Kestrel gives out a free port (0) only on a numeric address.</summary>
    internal static string Bindable(string address) => address.Replace("//localhost:0", "//127.0.0.1:0", StringComparison.OrdinalIgnoreCase);
}

/// <summary>The directory that holds all that PlanGraph keeps.</summary>
internal sealed class DataFolder(IOptions<PlanGraphOptions> options, AppFolders folders)
{
    public string Path { get; } = System.IO.Path.GetFullPath(string.IsNullOrWhiteSpace(options.Value.Data) ? folders.DefaultData : options.Value.Data);

    public string Graph => System.IO.Path.Combine(Path, "graph");

    public string Lexicon => System.IO.Path.Combine(Path, "lexicon");

    public string AccessBook => System.IO.Path.Combine(Path, "access.json");

    public string ReaderBook => System.IO.Path.Combine(Path, "readers.json");
}
