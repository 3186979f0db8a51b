using PlanGraph.Domain.Text;

namespace PlanGraph.Domain.Tests.Text;

public sealed class AbbreviationsTests
{
    [Theory]
    [InlineData("Boligsos. handl.plan", "Boligsosial handlingsplan")]
    [InlineData("Atferdsvansker, lokal h.plan 2015–2018", "Atferdsvansker, lokal handlingsplan 2015–2018")]
    [InlineData("Trafikksikkerhetspl. 2015", "Trafikksikkerhetsplan 2015")]
    [InlineData("Vold i nære rel.", "Vold i nære relasjoner")]
    [InlineData("Arb.giverpolitikk", "Arbeidsgiverpolitikk")]
    [InlineData("Psyk.helse og rus", "Psykisk helse og rus")]
    [InlineData("Spes.ped. hjelp", "Spesialpedagogisk hjelp")]
    [InlineData("Folkehelse, oversiktsdok.", "Folkehelse, oversiktsdokument")]
    public void An_abbreviation_is_written_out(string written, string meant) => Assert.Equal(meant, Abbreviations.Expand(written));

    [Theory]
    [InlineData("Plan for kultur. Vedtatt 2020.")]
    [InlineData("Reguleringsplan kap. 12")]
    [InlineData("Plan h. 2")]
    [InlineData("Versjon 1.2")]
    [InlineData("...")]
    [InlineData("")]
    [InlineData("Klimaplan")]
    public void Anything_else_is_left_as_it_is(string title) => Assert.Same(title, Abbreviations.Expand(title));
}
