using PlanGraph.Storage.Embedded.Journal;

namespace PlanGraph.Storage.Tests.Embedded;

public sealed class CrcTests
{
    [Fact]
    public void Crc_is_the_Castagnoli_one() => Assert.Equal(0xe3069283u, Crc.Of("123456789"u8, 0));

    [Fact]
    public void Crc_of_a_whole_is_that_of_its_parts_one_after_the_other() =>
        Assert.Equal(Crc.Of("bærum kommune"u8, 0), Crc.Of("kommune"u8, Crc.Of("bærum "u8, 0)));

    [Fact]
    public void Crc_written_in_upper_case_is_not_the_same()
    {
        Assert.True(Crc.IsHexOf("e3069283"u8, 0xe3069283u));
        Assert.False(Crc.IsHexOf("E3069283"u8, 0xe3069283u));
    }
}
