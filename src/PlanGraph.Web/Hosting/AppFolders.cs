namespace PlanGraph.Web.Hosting;

/// <summary>Where the files of the application lie: beside the DLL after a publish, at the top of the repository in the source tree.</summary>
internal sealed record AppFolders(string Root)
{
    public string WebRoot => Path.Combine(Root, "wwwroot");

    /// <summary>The data that an empty store is filled with.</summary>
    public string FirstData => Path.Combine(Root, "data", "baerum");

    /// <summary>Where the store lies when no setting says otherwise; ignored by git.</summary>
    public string DefaultData => Path.Combine(Root, "data", "store");

    public static AppFolders Find() => Find(new DirectoryInfo(AppContext.BaseDirectory));

    private static AppFolders Find(DirectoryInfo start)
    {
        for (var folder = start; folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "wwwroot", "index.html"))) return new AppFolders(folder.FullName);
        }
        throw new DirectoryNotFoundException($"No folder wwwroot with index.html lies in or above {start.FullName}: the installation is incomplete.");
    }
}
