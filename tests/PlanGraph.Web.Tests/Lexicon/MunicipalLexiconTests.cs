using Microsoft.Extensions.DependencyInjection;
using PlanGraph.Domain.Lexicon;
using PlanGraph.Web.Access;
using PlanGraph.Web.Lexicon;

namespace PlanGraph.Web.Tests.Lexicon;

public sealed class MunicipalLexiconTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("plangraph-lexicon-");

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void Without_files_the_built_in_lexicon_is_used()
    {
        Assert.Equal(PlanLexicon.BuiltIn.Fingerprint, LexiconFolder.Read(_folder.FullName).Fingerprint);
        Assert.Equal(PlanLexicon.BuiltIn.Fingerprint, LexiconFolder.Read(Path.Combine(_folder.FullName, "nothing")).Fingerprint);
    }

    [Fact]
    public void Files_of_the_municipality_are_laid_upon_it_whichever_way_they_were_saved()
    {
        File.WriteAllBytes(Path.Combine(_folder.FullName, "temaer.csv"), System.Text.Encoding.Latin1.GetBytes("id;navn;ord\r\npadling;Padling på sjø;padleløype\r\n"));
        File.WriteAllText(Path.Combine(_folder.FullName, "lover.csv"), "id;lov;krever;krav;kjennes på\neget;eget vedtak;plan;Plan hvert år;padleløype\n");
        var lexicon = LexiconFolder.Read(_folder.FullName);
        Assert.Empty(lexicon.Problems);
        Assert.Equal("Padling på sjø", lexicon.Topics.Find("padling")!.Name);
        Assert.Equal("eget", Assert.Single(new ObligationReader(lexicon.Obligations).Read("Padleløypene")).Id);
    }

    [Fact]
    public async Task What_is_wrong_with_a_file_is_said_on_the_health_page_and_makes_it_degraded()
    {
        File.WriteAllText(Path.Combine(_folder.FullName, "temaer.csv"), "id;navn;ord\nPadling;Padling;padling\n");
        await using var app = new App(new Dictionary<string, string> { ["PlanGraph:Lexicon"] = _folder.FullName });
        var details = (await (await app.SignInAsync(Role.Administrator)).GetJsonAsync("/health/ready")).GetProperty("details");
        Assert.Equal("temaer.csv, linje 2: «Padling» kan ikke være id. Bruk små bokstaver, tall og bindestrek, for eksempel overvann.", details.GetProperty("lexicon.problem.001").GetString());
        Assert.Equal(PlanLexicon.BuiltIn.Fingerprint, details.GetProperty("lexicon.version").GetString());
        Assert.Single(app.Services.GetRequiredService<MunicipalLexicon>().Current.Problems);
    }

    [Fact]
    public void A_file_that_is_too_large_is_a_problem_and_no_failure()
    {
        using (var large = File.Create(Path.Combine(_folder.FullName, "stor.csv"))) large.SetLength(9 << 20);
        Assert.Equal("lexicon.tooLarge", Assert.Single(LexiconFolder.Read(_folder.FullName).Problems).Sentence.Key);
    }
}
