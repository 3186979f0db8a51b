using PlanGraph.Web.Commands;
using PlanGraph.Web.Hosting;
using PlanGraph.Web.Texts;

namespace PlanGraph.Web.Tests.Commands.Moving;

/// <summary>What a command came to.</summary>
internal sealed record CommandRun(int Code, byte[] Output, string Said)
{
    private static readonly TextCatalogue Texts = TextCatalogue.Load(AppFolders.Find().WebRoot);

    public static Task<CommandRun> OfAsync(params string[] arguments) => OfAsync(arguments, input: []);

    /// <param name="input">What comes on standard input.</param>
    public static async Task<CommandRun> OfAsync(string[] arguments, byte[] input)
    {
        using var output = new MemoryStream();
        using var error = new StringWriter();
        var code = await CommandLine.RunAsync(
            CommandTable.All, arguments, new CommandConsole(new MemoryStream(input), output, error, sentence => Texts.Say("nb", sentence)),
            settings => HostBuilding.ReadSettings(Repository.Root, settings), TimeProvider.System, TestContext.Current.CancellationToken);
        return new CommandRun(code, output.ToArray(), error.ToString());
    }
}

/// <summary>A folder for one test's files and stores.</summary>
internal sealed class MoveFolder : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("plangraph-move-");

    public string File(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Names of what is in it.</summary>
    public IEnumerable<string> Names => _folder.EnumerateFileSystemInfos().Select(entry => entry.Name).Order(StringComparer.Ordinal);

    public void Dispose() => _folder.Delete(recursive: true);
}
