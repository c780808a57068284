package org.fiducial.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The sign on a door says all that is known, on one page, and no state. */
class DoorSignTest {

    private static final DoorSign SIGNS = new DoorSign(new Templates(Texts.of(Locale.UK), Optional.empty()));
    private static final DoorSign.Title TITLE = new DoorSign.Title(
            "LSM <1>", "Maker & Sons Model 9", "RRID SCR_023456", "Imaging Core", "core@example.org");
    private static final DoorSign.Links LINKS = new DoorSign.Links(
            "https://qc.example.org/published/AAAAAAAAAAAAAAAA", "https://qc.example.org/report/AAAAAAAAAAAAAAAA");

    @Test
    void everythingOfASmallInstrumentIsPrintedAndNoState() throws IOException {
        DoorSign.Sign sign = sign(2);

        byte[] pdf = SIGNS.pdf(sign);

        assertThat(text(pdf))
                .contains("LSM <1>", "Maker & Sons Model 9", "RRID SCR_023456", "Imaging Core", "core@example.org")
                .contains("Printed on 12 March 2026")
                .doesNotContain("fine", "do not use", "unknown", "more, see");
        assertThat(words(pdf)).contains(LINKS.state(), LINKS.report());
        for (DoorSign.Part list : sign.lists()) {
            assertThat(text(pdf)).contains(list.title());
            list.rows().forEach(row -> assertThat(words(pdf)).contains(words(row)));
        }
        assertThat(SIGNS.pdf(sign)).as("the same bytes").isEqualTo(pdf);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 5, 12, 30, 100, 400})
    void everySignIsOnePageAndSaysHowManyPartsItLeavesOut(int parts) throws IOException {
        byte[] pdf = SIGNS.pdf(sign(parts));

        assertThat(pages(pdf)).isEqualTo(1);
        assertThat(text(pdf)).contains("Printed on 12 March 2026", "core@example.org");
        assertThat(words(pdf)).contains(LINKS.report());
        long printed = IntStream.range(0, parts)
                .filter(i -> words(pdf).contains("Objective-" + i + "-of"))
                .count();
        if (printed < parts) {
            assertThat(text(pdf)).contains("and " + (parts - printed) + " more, see its page");
        }
        assertThat(printed).isGreaterThanOrEqualTo(Math.min(parts, 3));
    }

    @Test
    void aHostileNameIsCutWhereItDoesNotFitAndRunsNothing() throws IOException {
        String evil = "<script>alert(1)</script>".repeat(8) + "x".repeat(300);
        DoorSign.Sign sign = new DoorSign.Sign(
                new DoorSign.Title(evil, evil, "", "", evil.substring(0, 300)),
                new DoorSign.Links("", ""),
                List.of(new DoorSign.Part("Filters", List.of("Name"), List.of(List.of(evil)))),
                "12 March 2026");

        byte[] pdf = SIGNS.pdf(sign);

        assertThat(pages(pdf)).isEqualTo(1);
        assertThat(text(pdf)).contains("<script>", "codes are missing");
        assertThat(pages(SIGNS.label(sign))).isEqualTo(1);
    }

    @Test
    void aLabelHoldsNameAndBothCallsOnOnePieceOfPaper() throws IOException {
        byte[] pdf = SIGNS.label(sign(40));

        assertThat(text(pdf)).contains("LSM <1>", "Its state now", "Report a problem");
        assertThat(pages(pdf)).isEqualTo(1);
    }

    @Test
    void aLabelInSpanishFitsTheSamePaper() throws IOException {
        byte[] pdf =
                new DoorSign(new Templates(Texts.of(Locale.forLanguageTag("es")), Optional.empty())).label(sign(40));

        assertThat(text(pdf)).contains("Su estado actual", "Comunicar un problema");
        assertThat(pages(pdf)).isEqualTo(1);
    }

    private static DoorSign.Sign sign(int parts) {
        List<List<String>> objectives = IntStream.range(0, parts)
                .mapToObj(i -> List.of("Objective-" + i + "-of Plan-Apochromat 63×/1.4 oil", "63", "1.4", "oil"))
                .toList();
        List<DoorSign.Part> lists = Stream.of(
                        new DoorSign.Part(
                                "Objectives", List.of("Name", "Magnification", "NA", "Immersion"), objectives),
                        new DoorSign.Part(
                                "Lines", List.of("Name", "Wavelength"), List.of(List.of("Argon 488", "488nm"))),
                        new DoorSign.Part("Software", List.of("Name", "Version"), List.of(List.of("ZEN", "3.8.2"))))
                .filter(list -> !list.rows().isEmpty())
                .toList();
        return new DoorSign.Sign(TITLE, LINKS, lists, "12 March 2026");
    }

    private static String words(List<String> row) {
        return String.join("", row).replaceAll("\\s+", "");
    }

    /** Without spaces: a narrow column breaks lines where it must. */
    private static String words(byte[] pdf) {
        try {
            return text(pdf).replaceAll("\\s+", "");
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static int pages(byte[] pdf) throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf)) {
            return document.getNumberOfPages();
        }
    }
}
