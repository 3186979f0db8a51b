using Microsoft.Playwright;

namespace PlanGraph.Browser.Tests;

public sealed class WorkTests(AppFixture app)
{
    [Fact]
    public async Task A_list_is_imported_by_preview_and_apply_and_the_same_list_again_changes_nothing()
    {
        const string list = "Plan;Status\nTemaplaner;Status\nTemaplan for nettlesertesten 2024-2028;Vedtatt 12.3.24\nPlan uten dato;kanskje en gang\n";
        await using var visit = await app.VisitAsync("/imports");

        await UploadAsync(visit, list);
        await visit.Page.GetByText("Temaplan for nettlesertesten").First.WaitForAsync();
        await visit.PictureAsync("import-preview");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Bruk importen" }).ClickAsync();
        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = "Importen er lagret" }).WaitForAsync();

        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Importer mer" }).ClickAsync();
        await UploadAsync(visit, list);
        await visit.Page.GetByText("Alt i filen er som før").WaitForAsync();
    }

    [Fact]
    public async Task A_file_that_is_no_list_is_refused_with_a_sentence()
    {
        await using var visit = await app.VisitAsync("/imports");

        await visit.Page.Locator("#imports-files").SetInputFilesAsync(new FilePayload { Name = "bilde.xlsx", MimeType = "application/octet-stream", Buffer = [0xD0, 0xCF, 0x11, 0xE0, 1, 2, 3, 4] });

        await visit.Page.GetByRole(AriaRole.Row).Filter(new() { HasText = "Avvist" }).Filter(new() { HasText = "bilde.xlsx" }).WaitForAsync();
        await visit.Page.GetByText("Ingen av radene kan brukes.").WaitForAsync();
        Assert.Equal(0, await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Bruk importen" }).CountAsync());
    }

    [Fact]
    public async Task A_finding_is_dismissed_with_a_reason_and_leaves_the_list_of_open_ones()
    {
        await using var visit = await app.VisitAsync("/findings");
        var first = visit.Page.Locator(".findings__title a").First;
        await first.WaitForAsync();
        var (title, address) = (await first.InnerTextAsync(), await first.GetAttributeAsync("href"));
        await visit.PictureAsync("findings");

        await first.ClickAsync();
        await visit.Page.GetByRole(AriaRole.Heading, new() { Name = title, Level = 1 }).WaitForAsync();
        await visit.PictureAsync("finding", fullPage: true);
        await visit.Page.GetByLabel("Det stemmer ikke, eller er i orden slik").CheckAsync();
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Lagre vurderingen" }).ClickAsync();
        await visit.Page.GetByText("Skriv hvorfor du avviser funnet.").WaitForAsync();
        await visit.Page.GetByLabel("Begrunnelse").FillAsync("Avklart i ledermøtet.");
        await visit.Page.GetByRole(AriaRole.Button, new() { Name = "Lagre vurderingen" }).ClickAsync();
        await visit.Page.GetByText("Avklart i ledermøtet.").WaitForAsync();

        await visit.Page.GotoAsync("/findings");
        await visit.Page.Locator(".findings__title a").First.WaitForAsync();
        Assert.Equal(0, await visit.Page.Locator($".findings__title a[href='{address}']").CountAsync());
    }

    [Fact]
    public async Task Several_findings_are_chosen_and_judged_by_keys_that_sleep_while_one_types_and_can_be_turned_off()
    {
        await using var visit = await app.VisitAsync("/findings?type=challengeWithoutResponse");
        var (page, keyboard) = (visit.Page, visit.Page.Keyboard);
        await page.Locator(".findings__title a").First.WaitForAsync();
        foreach (var key in new[] { "j", "x", "j", "x" }) await keyboard.PressAsync(key);
        await page.GetByText("2 funn valgt").First.WaitForAsync();
        await visit.PictureAsync("findings-chosen");

        await keyboard.PressAsync("/");
        await keyboard.TypeAsync("vb");
        await page.GetByText("2 funn valgt").First.WaitForAsync();
        await page.Locator("#findings-q").FillAsync("");

        await page.Locator(".findings__title a").First.FocusAsync();
        await keyboard.PressAsync("v");
        await page.GetByText("2 funn lagret: under vurdering").WaitForAsync();

        await keyboard.PressAsync("?");
        var dialog = page.GetByRole(AriaRole.Dialog, new() { Name = "Tastatursnarveier" });
        await dialog.WaitForAsync();
        await visit.AssertAccessibleAsync();
        await dialog.GetByLabel("Bruk snarveier med én bokstav").UncheckAsync();
        await dialog.GetByRole(AriaRole.Button, new() { Name = "Lukk" }).ClickAsync();
        await Assertions.Expect(page.Locator("#findings-table kbd, .tools kbd")).ToHaveCountAsync(0);
        await page.Locator(".findings__title a").First.FocusAsync();
        await keyboard.PressAsync("x");
        await page.GetByText("Velg funn for å vurdere flere samlet.").WaitForAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Tastatursnarveier" }).ClickAsync();
        await dialog.GetByLabel("Bruk snarveier med én bokstav").CheckAsync();
        await page.Locator(".tools kbd").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });
    }

    [Fact]
    public async Task Who_judges_first_sees_the_score_of_a_pair_only_afterwards()
    {
        await using var visit = await app.VisitAsync("/findings?type=overlap");
        var page = visit.Page;
        await page.GetByText("Poeng, varsling og valg").ClickAsync();
        await page.GetByLabel("Skjul poeng og vekter").CheckAsync();
        await Assertions.Expect(page.Locator("#findings-sort-score")).ToHaveCountAsync(0);
        await page.Locator(".findings__title a").First.ClickAsync();
        await page.GetByText("Skjult til du har vurdert").WaitForAsync();
        Assert.Equal(0, await page.Locator("#score").CountAsync());
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("finding-score-hidden", fullPage: true);

        await page.GetByLabel("Det stemmer", new() { Exact = false }).First.CheckAsync();
        await page.GetByLabel("Hva skal gjøres?").SelectOptionAsync("delimit");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lagre vurderingen" }).ClickAsync();
        await page.Locator("#score").WaitForAsync();
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("finding-score-shown", fullPage: true);

        await page.GotoAsync("/findings");
        await page.GetByText("Poeng, varsling og valg").ClickAsync();
        await page.GetByLabel("Skjul poeng og vekter").UncheckAsync();
        await page.Locator("#findings-sort-score").WaitForAsync();
    }

    [Fact]
    public async Task A_dismissed_pair_stays_away_until_a_text_changes_and_comes_back_with_the_difference()
    {
        await using var visit = await app.VisitAsync("/findings?type=overlap&owner=@all");
        var page = visit.Page;
        await page.Locator(".findings__title a").GetByText("Barnehagemeldingen 2015-2025").First.ClickAsync();
        await page.GetByLabel("Det stemmer ikke, eller er i orden slik").CheckAsync();
        await page.GetByLabel("Begrunnelse").FillAsync("Meldingen gjelder utbygging, rammeverket innholdet.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Lagre vurderingen" }).ClickAsync();
        await page.GetByText("Meldingen gjelder utbygging, rammeverket innholdet.").WaitForAsync();
        var address = page.Url;

        await RunAsync(page);
        await page.GotoAsync(address);
        await page.Locator(".state").GetByText("Avvist").First.WaitForAsync();
        Assert.Equal(0, await page.GetByRole(AriaRole.Heading, new() { Name = "Dette funnet er tilbake" }).CountAsync());

        await page.EvaluateAsync("""
            async () => {
              const headers = { 'X-PG': '1', 'Content-Type': 'application/json' };
              const { plan } = await (await fetch('/api/plans/barnehagemeldingen-2015-2025')).json();
              const operations = [{ op: 'putNode', node: { ...plan, title: 'Barnehagemeldingen 2026-2035: kvalitet i barnehagene' }, expectedVersion: plan.version }];
              const answer = await fetch('/api/changes', { method: 'POST', headers, body: JSON.stringify({ id: crypto.randomUUID(), reason: 'Ny melding', operations }) });
              if (!answer.ok) throw new Error(await answer.text());
            }
            """);
        await RunAsync(page);
        await page.GotoAsync(address);
        await page.GetByRole(AriaRole.Heading, new() { Name = "Dette funnet er tilbake" }).WaitForAsync();
        await page.GetByText("Da funnet ble avvist").First.WaitForAsync();
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("finding-came-back", fullPage: true);

        await page.GotoAsync("/findings?type=overlap&owner=@all");
        await page.Locator(".findings__title a").GetByText("Barnehagemeldingen 2026-2035").First.WaitForAsync();
        await visit.PictureAsync("findings-came-back");
    }

    [Fact]
    public async Task Several_findings_are_judged_in_one_dialog()
    {
        await using var visit = await app.VisitAsync("/findings?type=goalWithoutFollowUp&owner=@all");
        var page = visit.Page;
        await page.Locator(".findings__title a").First.WaitForAsync();
        foreach (var key in new[] { "j", "x", "j", "x", "j", "x" }) await page.Keyboard.PressAsync(key);
        await page.GetByText("3 funn valgt").First.WaitForAsync();
        await visit.PictureAsync("findings-bulk-chosen", fullPage: true);
        await page.Keyboard.PressAsync("b");
        await page.GetByRole(AriaRole.Dialog).WaitForAsync();
        await visit.AssertAccessibleAsync();
        await visit.PictureAsync("findings-bulk-dialog");
        await page.GetByRole(AriaRole.Dialog).GetByRole(AriaRole.Button).First.ClickAsync();
        await page.GetByText("3 funn lagret").First.WaitForAsync();
        await visit.PictureAsync("findings-bulk-saved");
        await page.Keyboard.PressAsync("?");
        await page.GetByRole(AriaRole.Dialog).WaitForAsync();
        await visit.PictureAsync("findings-keys");
    }

    /// <summary>A run by hand, from the page of runs; back when it is recorded.</summary>
    private static async Task RunAsync(IPage page)
    {
        await page.GotoAsync("/jobs");
        var rows = page.Locator("table tbody tr");
        await rows.First.WaitForAsync();
        var before = await rows.CountAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Kjør nå" }).ClickAsync();
        await Assertions.Expect(rows).ToHaveCountAsync(before + 1, new() { Timeout = 30_000 });
    }

    [Fact]
    public async Task The_run_is_started_by_hand_followed_and_recorded()
    {
        await using var visit = await app.VisitAsync("/jobs");

        await RunAsync(visit.Page);

        await visit.Page.GetByText("Startet for hånd").First.WaitForAsync();
        await visit.PictureAsync("jobs");
    }

    private static Task UploadAsync(Visit visit, string list) => visit.Page.Locator("#imports-files").SetInputFilesAsync(
        new FilePayload { Name = "planliste.csv", MimeType = "text/csv", Buffer = System.Text.Encoding.UTF8.GetBytes(list) });
}
