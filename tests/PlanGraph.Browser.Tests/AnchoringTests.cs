using Microsoft.Playwright;

namespace PlanGraph.Browser.Tests;

public sealed class AnchoringTests(AppFixture app)
{
    private const string Unanchored = "/plans/strategisk-kompetanseplan-2017-2020";

    [Fact]
    public async Task A_likely_goal_is_taken_up_with_one_press_and_taken_back_with_another()
    {
        await using var visit = await app.VisitAsync(Unanchored);
        var take = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Registrer koblingen til Attraktiv og konkurransedyktig arbeidsgiver" });
        await take.WaitForAsync();
        await visit.PictureAsync("plan-likely-goals", fullPage: true);
        await visit.AssertAccessibleAsync();

        await take.ClickAsync();
        await visit.Page.Locator(".state").GetByText("Forankret", new() { Exact = true }).First.WaitForAsync();
        await visit.PictureAsync("plan-likely-goal-taken");

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Angre" }).ClickAsync();
        await take.WaitForAsync();
    }

    [Fact]
    public async Task A_likely_goal_is_taken_up_on_the_page_of_the_finding_too()
    {
        await using var visit = await app.VisitAsync("/findings/unanchored-plan-trafikksikkerhetsplan-2016-2019");
        var take = visit.Page.GetByRole(AriaRole.Button, new() { Name = "Registrer koblingen til Helhetlig mobilitetsløsning" });
        await take.WaitForAsync();
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("finding-likely-goals", fullPage: true);

        await take.ClickAsync();
        await visit.Page.GetByText("Planen er forankret nå.").WaitForAsync();
        await visit.PictureAsync("finding-likely-goal-taken", fullPage: true);

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Angre" }).ClickAsync();
        await take.WaitForAsync();
    }

    [Fact]
    public async Task A_plan_is_declared_exempt_listed_as_such_and_asked_for_again_when_that_is_taken_back()
    {
        await using var visit = await app.VisitAsync("/plans/veteranplan");
        await visit.Page.GetByText("Erklær unntak fra forankring").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Lagre unntaket" }).ClickAsync();
        await visit.Page.GetByText("Fyll ut begrunnelse, dato og hvem som erklærer unntaket.").WaitForAsync();
        await visit.Page.GetByLabel("Begrunnelse").FillAsync("Pålagt av staten og uten egne mål");
        await visit.Page.GetByLabel("Gjelder til og med").FillAsync("2099-12-31");
        await visit.Page.GetByLabel("Erklært av (rolle eller enhet)").FillAsync("Planavdelingen");
        await visit.PictureAsync("plan-exemption-form", fullPage: true);
        await visit.AssertAccessibleAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Lagre unntaket" }).ClickAsync();
        await visit.Page.GetByText("Erklært utenfor den røde tråden av Planavdelingen").WaitForAsync();

        await visit.Page.GotoAsync("/plans?exempt=true");
        await visit.Page.GetByText("Unntak til 31.12.2099: Pålagt av staten").WaitForAsync();
        await visit.PictureAsync("plans-exempt");

        await visit.Page.GotoAsync("/plans/veteranplan");
        await visit.Page.GetByText("Endre eller ta bort unntaket").ClickAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Ta bort unntaket" }).ClickAsync();
        await visit.Page.GetByText("Unntaket er tatt bort.").WaitForAsync();
        await visit.Page.GetByText("Erklær unntak fra forankring").WaitForAsync();
    }
}
