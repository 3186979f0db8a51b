using System.Net;
using PlanGraph.Web.Access;

namespace PlanGraph.Web.Tests.Access;

public sealed class AccessEndpointsTests(AppFixture fixture)
{
    [Fact]
    public async Task An_administrator_invites_a_person_who_then_signs_in()
    {
        var administrator = await fixture.App.SignInAsync(Role.Administrator);
        var invitation = await administrator.PostJsonAsync("/api/access/invitations", new { name = " Ny planlegger ", role = "planner" });
        var link = new Uri(invitation.GetProperty("link").GetString()!);
        Assert.Equal("localhost", link.Host);
        Assert.Equal(fixture.App.Clock.GetUtcNow().AddHours(24), invitation.GetProperty("expires").GetDateTimeOffset());
        var person = fixture.App.Visitor();
        await person.GetAsync(link.PathAndQuery, TestContext.Current.CancellationToken);
        var me = await person.GetJsonAsync("/api/me");
        Assert.Equal(("Ny planlegger", "planner"), (me.GetProperty("name").GetString(), me.GetProperty("role").GetString()));
        var row = await RowAsync(administrator, "Ny planlegger");
        Assert.False(row.GetProperty("invited").GetBoolean());
        Assert.True(row.TryGetProperty("lastSeen", out _));
    }

    [Fact]
    public async Task A_known_name_gets_a_new_link_and_stays_one_person()
    {
        var administrator = await fixture.App.SignInAsync(Role.Administrator);
        await administrator.PostJsonAsync("/api/access/invitations", new { name = "Samme navn", role = "reader" });
        await administrator.PostJsonAsync("/api/access/invitations", new { name = "SAMME NAVN", role = "planner" });
        var people = (await administrator.GetJsonAsync("/api/access/people")).GetProperty("people");
        Assert.Equal("planner", Assert.Single(people.EnumerateArray(), person => person.GetProperty("name").GetString() == "Samme navn").GetProperty("role").GetString());
    }

    [Theory]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("linje\nskift")]
    public async Task An_invitation_needs_a_name(string name)
    {
        var administrator = await fixture.App.SignInAsync(Role.Administrator);
        var problem = await administrator.PostJsonAsync("/api/access/invitations", new { name, role = "reader" }, HttpStatusCode.BadRequest);
        Assert.Equal("Skriv et navn på høyst 100 tegn.", problem.Title());
    }

    [Fact]
    public async Task An_invitation_with_a_role_that_there_is_not_is_refused()
    {
        var administrator = await fixture.App.SignInAsync(Role.Administrator);
        await administrator.PostJsonAsync("/api/access/invitations", new { name = "Noen", role = "ordfører" }, HttpStatusCode.BadRequest);
        await administrator.PostJsonAsync("/api/access/invitations", new { name = "Noen", role = 3 }, HttpStatusCode.BadRequest);
        await administrator.PostJsonAsync("/api/access/invitations", new { name = "Noen", role = "reader", disabled = false }, HttpStatusCode.BadRequest);
    }

    [Fact]
    public async Task A_change_of_role_bites_in_the_next_request()
    {
        var administrator = await fixture.App.SignInAsync(Role.Administrator);
        var planner = await fixture.App.SignInAsync(Role.Planner, "Planlegger som degraderes");
        await administrator.PostJsonAsync("/api/access/people/Planlegger%20som%20degraderes", new { role = "reader" });
        Assert.Equal("reader", (await planner.GetJsonAsync("/api/me")).GetProperty("role").GetString());
        var problem = await planner.PostJsonAsync("/api/jobs", null, HttpStatusCode.Forbidden);
        Assert.Equal("Du har ikke tilgang til dette.", problem.Title());
    }

    [Fact]
    public async Task Somebody_shut_out_is_out_in_the_next_request()
    {
        var administrator = await fixture.App.SignInAsync(Role.Administrator);
        var reader = await fixture.App.SignInAsync(Role.Reader, "Leser som stenges ute");
        await administrator.PostJsonAsync("/api/access/people/Leser%20som%20stenges%20ute", new { disabled = true });
        await reader.GetJsonAsync("/api/me", HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task The_last_administrator_cannot_be_shut_out()
    {
        await using var app = new App();
        var administrator = await app.SignInAsync(Role.Administrator);
        await administrator.PostJsonAsync($"/api/access/people/{AccessRules.StartPersonId}", new { disabled = true });
        var problem = await administrator.PostJsonAsync("/api/access/people/Administrator", new { disabled = true }, HttpStatusCode.Conflict);
        Assert.Equal("Minst én administrator må ha tilgang. Gi rollen til noen andre først.", problem.Title());
        await administrator.PostJsonAsync("/api/access/people/ingen", new { disabled = true }, HttpStatusCode.NotFound);
    }

    private static async Task<System.Text.Json.JsonElement> RowAsync(HttpClient client, string name) =>
        (await client.GetJsonAsync("/api/access/people")).GetProperty("people").EnumerateArray().Single(person => person.GetProperty("name").GetString() == name);
}
