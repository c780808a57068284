package org.fiducial.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fiducial.facility.publication.FrozenRecord;
import org.fiducial.facility.publication.SampleStatement;
import org.junit.jupiter.api.Test;

/** The paper of a statement says what its record holds. */
class StatementPaperTest {

    private static final StatementPaper PAPER =
            new StatementPaper(new Templates(Texts.of(Locale.UK), Optional.empty()));

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static byte[] paper(String name, ObjectNode said) throws IOException {
        byte[] pdf = PAPER.pdf(SampleStatement.record(said));
        String folder = Optional.ofNullable(System.getenv("STATEMENT_PICTURES")).orElse("");
        if (!folder.isEmpty()) {
            try (PDDocument document = Loader.loadPDF(pdf)) {
                PDFRenderer renderer = new PDFRenderer(document);
                for (int page = 0; page < Math.min(6, document.getNumberOfPages()); page++) {
                    ImageIO.write(
                            renderer.renderImageWithDPI(page, 80),
                            "png",
                            Files.createDirectories(Path.of(folder))
                                    .resolve(name + "-" + (page + 1) + ".png")
                                    .toFile());
                }
            }
        }
        return pdf;
    }

    @Test
    void saysEverythingItsRecordHolds() throws IOException {
        ObjectNode said = SampleStatement.said("LSM 1", 1, 2);
        FrozenRecord record = SampleStatement.record(said);
        byte[] pdf = paper("few", said);

        assertThat(text(pdf))
                .contains("QC statement · FID-2026-K7QF-M3TD", "LSM 1", "63×/1.4 oil, 488 nm")
                .contains("12 March 2026 to 14 March 2026", "20 April 2026, 14:00 +02:00, Fiducial 1.0 (0123abc)")
                .contains(
                        "within limits, checked 9 March and 6 April 2026",
                        "not established between 9 March and 6 April")
                .contains("● Resolution", "○ Power", "typically not affected")
                .contains("0.2091 ± 0.0050\u00a0µm", "at most 0.3 µm", "within limits", "k = 2")
                .contains("psf-beads@1.0; Faklaris et al. 2022, doi:10.1083/jcb.202107093", "Bead slide, lot 7")
                .contains("17 March 2026 fault: The laser does not start. Over on 19 March 2026.")
                .contains("It does not speak of any image.", "https://qc.example.org/statements/AbCdEfGhIjKlMnOpQrStUv")
                .contains("Page 1 of", record.sha256(), "ab".repeat(32))
                .doesNotContainIgnoringCase("certificate");
        assertThat(PAPER.pdf(SampleStatement.record(said))).isEqualTo(pdf);
    }

    @Test
    void manyRowsRunOverPagesAndEachHasItsNumberAndHash() throws IOException {
        ObjectNode said = SampleStatement.said("LSM 1", 6, 40);
        byte[] pdf = paper("many", said);

        try (PDDocument document = Loader.loadPDF(pdf)) {
            int pages = document.getNumberOfPages();
            assertThat(pages).isBetween(4, 12);
            for (int page = 1; page <= pages; page++) {
                PDFTextStripper stripper = new PDFTextStripper();
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(document)).contains("FID-2026-K7QF-M3TD", "Page " + page + " of " + pages);
            }
        }
        assertThat(text(pdf)).contains("channel 40");
    }

    @Test
    void theValuesOfManyChecksStandInAnAnnexThatPageOneNames() throws IOException {
        ObjectNode said = SampleStatement.said("LSM 1", 30, 4);
        byte[] pdf = paper("annex", said);

        try (PDDocument document = Loader.loadPDF(pdf)) {
            int annex = 0;
            for (int page = 1; page <= document.getNumberOfPages(); page++) {
                String text = page(document, page);
                if (text.contains("Annex: values of 30 checks")) {
                    annex = page;
                }
                if (annex > 0) {
                    assertThat(text).as("the head of the table on page " + page).contains("Value ± U (k = 2)");
                }
            }
            assertThat(annex).isBetween(2, 3);
            assertThat(page(document, 1))
                    .contains("These sentences rest on 30 checks. What was measured stands in the annex, from page "
                            + annex + ".");
        }
        for (int check = 0; check < 30; check++) {
            assertThat(text(pdf)).contains("check: check-" + check);
        }
        assertThat(text(paper("few", SampleStatement.said("LSM 1", 6, 2))))
                .contains("rest on 6 checks. What was measured stands below, on page 1.")
                .doesNotContain("Annex");
    }

    private static String page(PDDocument document, int page) throws IOException {
        PDFTextStripper stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document).replaceAll("\\s+", " ");
    }

    @Test
    void longNamesMarkupAndControlCharactersAreText() throws IOException {
        ObjectNode said = SampleStatement.said("<script>alert(1)</script>\u0000\u0007 & " + "W".repeat(600), 1, 1);
        byte[] pdf = paper("hostile", said);

        assertThat(text(pdf).replace(" ", "")).contains("<script>alert(1)</script>", "W".repeat(40));
        assertThat(PAPER.pdf(SampleStatement.record(SampleStatement.said("x".repeat(5_000), 1, 1))))
                .isNotEmpty();
    }

    @Test
    void withoutAPublicAddressItSaysWhomToAsk() throws IOException {
        FrozenRecord record = FrozenRecord.of(
                new FrozenRecord.Issue(
                        "FID-2026-K7QF-M3TD",
                        SampleStatement.ISSUED,
                        "Fiducial 1.0",
                        Optional.empty(),
                        Optional.empty()),
                SampleStatement.said("LSM 1", 0, 0));

        assertThat(text(PAPER.pdf(record)))
                .contains("ask it for the page of this statement", "No check speaks for this light path");
    }
}
