using PlanGraph.Storage.Embedded.Journal;

namespace PlanGraph.Storage.Tests.Embedded;

public sealed class MountsTests
{
    private static readonly string[] Table =
        ["/dev/vda / ext4 rw 0 0", "srv:/x /data nfs4 rw 0 0", "/dev/vdb /data/lokal xfs rw 0 0", @"//srv/y /mnt/felles\040disk cifs rw 0 0"];

    [Theory]
    [InlineData("/var/lib/plangraph", "ext4", false)]
    [InlineData("/data", "nfs4", true)]
    [InlineData("/data/lokal/graf", "xfs", false)]
    [InlineData("/data/lokalt", "nfs4", true)]
    [InlineData("/mnt/felles disk/graf", "cifs", true)]
    public void The_longest_mount_point_tells_the_file_system(string directory, string fileSystem, bool isOverNetwork)
    {
        Assert.Equal(fileSystem, Mounts.FileSystemOf(directory, Table));
        Assert.Equal(isOverNetwork, Mounts.IsOverNetwork(fileSystem));
    }
}
