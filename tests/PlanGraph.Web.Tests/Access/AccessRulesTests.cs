using PlanGraph.Web.Access;

namespace PlanGraph.Web.Tests.Access;

public sealed class AccessRulesTests
{
    private static readonly DateTimeOffset Now = App.Noon;
    private static readonly Person Planner = new("p", "Planlegger", Role.Planner, Disabled: false, Now);
    private static readonly Person Administrator = new("a", "Administrator", Role.Administrator, Disabled: false, Now);

    [Fact]
    public void A_link_signs_in_once()
    {
        var invited = AccessRules.Invite(AccessBook.Empty, Planner, "link", Now);
        var signedIn = AccessRules.Redeem(invited, "link", "session", Now);
        Assert.NotNull(signedIn);
        Assert.Equal(Planner, AccessRules.Holder(signedIn, "session", Now));
        Assert.Null(AccessRules.Redeem(signedIn, "link", "second", Now));
    }

    [Theory]
    [InlineData(0, true)]
    [InlineData(23.99, true)]
    [InlineData(24, false)]
    public void An_invitation_lasts_a_day(double hours, bool works) =>
        Assert.Equal(works, AccessRules.Redeem(AccessRules.Invite(AccessBook.Empty, Planner, "link", Now), "link", "session", Now.AddHours(hours)) is not null);

    [Theory]
    [InlineData(14.9, true)]
    [InlineData(15, false)]
    public void The_link_of_the_start_lasts_a_quarter_of_an_hour(double minutes, bool works) =>
        Assert.Equal(works, AccessRules.Redeem(AccessRules.IssueStartLink(AccessBook.Empty, "link", Now), "link", "session", Now.AddMinutes(minutes)) is not null);

    [Fact]
    public void A_new_link_makes_the_one_before_useless()
    {
        var book = AccessRules.IssueStartLink(AccessRules.IssueStartLink(AccessBook.Empty, "first", Now), "second", Now);
        Assert.Null(AccessRules.Redeem(book, "first", "session", Now));
        Assert.NotNull(AccessRules.Redeem(book, "second", "session", Now));
    }

    [Fact]
    public void A_session_ends_after_eight_hours_without_use()
    {
        var book = SignedIn(Planner);
        Assert.NotNull(AccessRules.Holder(book, "session", Now.AddHours(7.99)));
        Assert.Null(AccessRules.Holder(book, "session", Now.AddHours(8)));
    }

    [Fact]
    public void A_session_ends_after_twelve_hours_however_much_it_is_used()
    {
        var book = AccessRules.Touch(SignedIn(Planner), "session", Now.AddHours(7));
        Assert.NotNull(AccessRules.Holder(book, "session", Now.AddHours(11.99)));
        Assert.Null(AccessRules.Holder(book, "session", Now.AddHours(12)));
    }

    [Fact]
    public void Somebody_shut_out_loses_sessions_and_links_at_once()
    {
        var book = AccessRules.IssueLink(SignedIn(Planner), new SignInLink("another", Planner.Id, Now.AddHours(1)));
        var shut = AccessRules.Change(book, Planner with { Disabled = true });
        Assert.Null(AccessRules.Holder(shut, "session", Now));
        Assert.Null(AccessRules.Redeem(shut, "another", "second", Now));
        Assert.Null(AccessRules.Holder(AccessRules.Change(shut, Planner), "session", Now));
    }

    [Fact]
    public void A_change_of_role_counts_in_sessions_that_go_on() =>
        Assert.Equal(Role.Reader, AccessRules.Holder(AccessRules.Change(SignedIn(Planner), Planner with { Role = Role.Reader }), "session", Now)?.Role);

    [Fact]
    public void The_last_administrator_stays()
    {
        var book = AccessRules.Invite(AccessRules.Invite(AccessBook.Empty, Administrator, "1", Now), Planner, "2", Now);
        Assert.True(AccessRules.LeavesNoAdministrator(book, Administrator with { Role = Role.Planner }));
        Assert.True(AccessRules.LeavesNoAdministrator(book, Administrator with { Disabled = true }));
        Assert.False(AccessRules.LeavesNoAdministrator(book, Planner with { Disabled = true }));
    }

    [Fact]
    public void Signing_in_clears_away_links_and_sessions_that_are_too_old()
    {
        var book = AccessRules.Invite(SignedIn(Planner), Administrator, "late", Now);
        var later = AccessRules.Redeem(AccessRules.Invite(book, Planner, "fresh", Now.AddDays(2)), "fresh", "new", Now.AddDays(2));
        Assert.NotNull(later);
        Assert.Equal(["new"], later.Sessions.Keys);
        Assert.Empty(later.Links);
    }

    [Fact]
    public void Every_policy_allows_its_role_and_the_administrator()
    {
        Assert.All(Enum.GetValues<Role>(), role => Assert.True(Policies.Allows(Policies.Reader, role)));
        Assert.Equal([Role.Planner, Role.Administrator], Enum.GetValues<Role>().Where(role => Policies.Allows(Policies.Planner, role)));
        Assert.Equal([Role.Leadership, Role.Administrator], Enum.GetValues<Role>().Where(role => Policies.Allows(Policies.Leadership, role)));
        Assert.Equal([Role.Administrator], Enum.GetValues<Role>().Where(role => Policies.Allows(Policies.Administrator, role)));
    }

    private static AccessBook SignedIn(Person person) => AccessRules.Redeem(AccessRules.Invite(AccessBook.Empty, person, "link", Now), "link", "session", Now)!;
}
