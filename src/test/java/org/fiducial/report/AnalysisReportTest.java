package org.fiducial.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fiducial.facility.judgement.Judgement;
import org.fiducial.facility.judgement.LimitSet;
import org.fiducial.facility.judgement.Verdict;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.ResultDocument.Picture;
import org.fiducial.report.AnalysisReport.Format;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnalysisReportTest {

    private static final AnalysisResult RESULT = SampleResult.result(1.0);
    private static final Judgement JUDGEMENT =
            LimitSet.defaultsOf(SampleResult.protocol()).judge(RESULT);

    private static AnalysisReport report(Optional<Path> own) {
        return new AnalysisReport(new Templates(Texts.of(Locale.ENGLISH), own), new FigureRenderer());
    }

    private static final Map<String, byte[]> DOCUMENTS = draw();

    private static Map<String, byte[]> draw() {
        return report(Optional.empty())
                .documents(RESULT, JUDGEMENT, SampleResult.protocol(), Set.of(Format.HTML, Format.PDF));
    }

    @Test
    void saysVerdictsNumbersBudgetReasonsParametersAndHashes() {
        String page = new String(DOCUMENTS.get("report.html"), StandardCharsets.UTF_8);

        assertThat(page)
                .contains("Point spread function of beads")
                .contains("Every limit is kept.")
                .contains("The gain is not known")
                .contains("0.2091 ± 0.0027\u00a0µm")
                .contains("at most 1.5")
                .contains("Decision rule of every verdict: Simple acceptance, limits the protocol proposes.")
                .contains("Why the limits are where they are")
                .contains("between beads")
                .contains("widefield-nonparaxial")
                .contains("Too close to a neighbour: 1.8 × FWHM, at least 3 required")
                .contains("Numerical aperture")
                .contains("instrument record")
                .contains("0123456789abcdef0123456789abcdef")
                .contains("psf 1.0.0")
                .contains("src=\"overview.png\"");
    }

    /** Where rules or sources differ, each verdict names its own, one that passed too; what was not judged names none. */
    @Test
    void theRuleStandsWithEachVerdictWhereRulesDiffer() {
        List<Verdict> verdicts = JUDGEMENT.verdicts();
        Verdict first = verdicts.get(0);
        Verdict own = new Verdict(
                first.key(),
                first.level(),
                first.limit(),
                first.because() + " Rule: guarded acceptance, U = 2 u = 0.0054 µm.");
        Judgement mixed = new Judgement(
                "limits 1",
                Stream.concat(Stream.of(own), verdicts.stream().skip(1)).toList());

        String page = new String(
                report(Optional.empty())
                        .documents(RESULT, mixed, SampleResult.protocol(), Set.of(Format.HTML))
                        .get("report.html"),
                StandardCharsets.UTF_8);

        assertThat(page)
                .contains("<span class=\"because\">Guarded acceptance, limits set by the facility</span>")
                .contains("<span class=\"because\">Simple acceptance, limits the protocol proposes</span>")
                .contains("The decision rule stands with each verdict.")
                .doesNotContain("Decision rule of every verdict");
    }

    @Test
    void printsMarkUpInNamesAsText() {
        String page = new String(DOCUMENTS.get("report.html"), StandardCharsets.UTF_8);

        assertThat(page).doesNotContain("<script>alert").contains("&lt;script&gt;alert");
    }

    @Test
    void saysWhenAndWhereItWasMeasured() {
        Map<String, byte[]> documents = report(Optional.empty())
                .documents(
                        new AnalysisReport.Analysed(RESULT, JUDGEMENT, SampleResult.protocol()),
                        List.of(new AnalysisReport.Fact("Instrument", "LSM <1>")),
                        Set.of(Format.HTML));

        assertThat(new String(documents.get("report.html"), StandardCharsets.UTF_8))
                .contains("<th>Instrument</th><td>LSM &lt;1&gt;</td>");
    }

    @Test
    void picturesLieBesideThePage() {
        assertThat(DOCUMENTS.keySet())
                .contains("overview.png", "bead-c1-b007.png", "report.pdf")
                .containsAll(AnalysisReport.pictures(RESULT).stream()
                        .map(Picture::file)
                        .toList());
    }

    @Test
    void thePdfSaysWhatThePageSaysWithItsSigns() throws IOException {
        byte[] pdf = DOCUMENTS.get("report.pdf");

        try (var document = Loader.loadPDF(pdf)) {
            String text = new PDFTextStripper().getText(document);
            assertThat(text)
                    .contains("Point spread function of beads")
                    .contains("± 0.0027")
                    .contains("Decision rule of every verdict: Simple acceptance")
                    .contains("µm")
                    .contains("●")
                    .contains("between beads");
        }
    }

    @Test
    void theSameResultGivesTheSameBytes() {
        Map<String, byte[]> again = draw();

        assertThat(again.get("report.pdf")).isEqualTo(DOCUMENTS.get("report.pdf"));
        assertThat(again.get("report.html")).isEqualTo(DOCUMENTS.get("report.html"));
    }

    @Test
    void aFacilitysOwnTemplateComesFirst(@TempDir Path folder) throws IOException {
        Path own = Files.createDirectories(folder.resolve("reports"));
        Files.writeString(own.resolve("report.html"), "<html><body>{{ result.head.title }} of ours</body></html>");

        Map<String, byte[]> documents =
                report(Optional.of(own)).documents(RESULT, JUDGEMENT, SampleResult.protocol(), Set.of(Format.HTML));

        assertThat(new String(documents.get("report.html"), StandardCharsets.UTF_8))
                .isEqualTo("<html><body>Point spread function of beads of ours</body></html>");
    }

    @Test
    void aBrokenTemplateIsNamedInOneSentence(@TempDir Path folder) throws IOException {
        Path own = Files.createDirectories(folder.resolve("reports"));
        Files.writeString(own.resolve("report.html"), "{{ nothing.here }}");

        assertThatThrownBy(() -> report(Optional.of(own))
                        .documents(RESULT, JUDGEMENT, SampleResult.protocol(), Set.of(Format.HTML)))
                .isInstanceOf(TemplateException.class)
                .hasMessageContaining("reports/report.html");
    }
}
