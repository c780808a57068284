package org.fiducial.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.fiducial.metrology.protocol.ProtocolFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A protocol on paper holds what is needed at a microscope without a computer. */
class PaperFormTest {

    private static final PaperForm PAPER = new PaperForm(new Templates(Texts.of(Locale.UK), Optional.empty()));

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    @Test
    void holdsStepsFieldsLimitsAndLastValues() throws IOException {
        PaperForm.Sheet sheet = new PaperForm.Sheet(
                ProtocolFile.load("incubator", "1.0"),
                "LSM 1 · 63×/1.4 oil",
                Map.of(),
                Map.of("incubator.co2", List.of("5.1 % (12 March 2026)")),
                Map.of());

        byte[] pdf = PAPER.pdf(sheet);

        assertThat(text(pdf))
                .contains("Incubator, °C and CO₂", "LSM 1 · 63×/1.4 oil", "Let the incubator run closed")
                .contains("Passes: 36.5 to 37.5", "fails outside 36 to 38", "Last values: 5.1 % (12 March 2026)")
                .contains("yes", "no", "scheduled", "Note");
        assertThat(PAPER.pdf(sheet)).isEqualTo(pdf);
    }

    @ParameterizedTest
    @ValueSource(strings = {"psf-beads", "light-source-power", "field-illumination", "oil-on-objectives", "cleaning"})
    void everyProtocolFitsOnFewPages(String id) throws IOException {
        byte[] pdf = PAPER.pdf(PaperForm.Sheet.of(ProtocolFile.load(id, "1.0")));

        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getNumberOfPages()).isBetween(1, 3);
        }
        assertThat(text(pdf)).contains(id + "@1.0", "What to do");
    }
}
