using Microsoft.Extensions.Configuration;
using PlanGraph.Web.Hosting;

namespace PlanGraph.Web.Tests.Hosting;

public sealed class ConfigurationCheckTests
{
    [Theory]
    [InlineData("PlanGraph:Dta", "x", "host.setting.unknown")]
    [InlineData("PlanGraph:Jobs:When", "02:00", "host.setting.unknown")]
    [InlineData("PlanGraph:Jobs:At", "kl. to", "host.setting.unusable")]
    [InlineData("PlanGraph:Jobs:Scheduled", "kanskje", "host.setting.unusable")]
    [InlineData("PlanGraph:Jobs:TimeLimitMinutes", "0", "host.setting.unusable")]
    [InlineData("PlanGraph:Jobs:TimeLimitMinutes", "1441", "host.setting.unusable")]
    [InlineData("PlanGraph:Limits:RequestsPerMinute", "mange", "host.setting.unusable")]
    [InlineData("PlanGraph:Language", "se", "host.setting.unusable")]
    [InlineData("PlanGraph:StartLink", "1", "host.setting.unusable")]
    public void A_setting_that_cannot_be_used_is_named(string key, string value, string sentence)
    {
        var problem = Assert.Single(Check((key, value)));
        Assert.Equal((sentence, key), (problem.Key, problem.Args["key"]));
    }

    [Fact]
    public void Good_settings_and_other_peoples_are_left_alone() =>
        Assert.Empty(Check(("PlanGraph:Data", "/srv"), ("plangraph:jobs:at", "03:15"), ("PlanGraph:Language", "nn"), ("PlanGraph:StartLink", "true"), ("Logging:LogLevel:Default", "Debug"), ("FirstData", "")));

    [Fact]
    public void All_problems_are_told_at_once() => Assert.Equal(2, Check(("PlanGraph:A", "1"), ("PlanGraph:B", "2")).Length);

    [Theory]
    [InlineData("http://localhost:0", "http://127.0.0.1:0")]
    [InlineData("http://localhost:5080", "http://localhost:5080")]
    public void A_free_port_is_asked_for_on_a_numeric_address(string asked, string bound) => Assert.Equal(bound, HostBuilding.Bindable(asked));

    private static System.Collections.Immutable.ImmutableArray<PlanGraph.Domain.Graph.Sentence> Check(params (string Key, string Value)[] settings) => ConfigurationCheck.Check(
        new ConfigurationBuilder().AddInMemoryCollection(settings.Select(setting => KeyValuePair.Create<string, string?>(setting.Key, setting.Value))).Build());
}
