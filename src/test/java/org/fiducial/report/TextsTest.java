package org.fiducial.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Reason;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static final Pattern KEY = Pattern.compile("\\bt\\('([a-z0-9.-]+)'[,)]");

    private final Texts texts = Texts.of(Locale.ENGLISH);

    @Test
    void everyKeyOfATemplateHasAText() throws IOException {
        TreeSet<String> keys = new TreeSet<>();
        try (Stream<Path> templates = Files.walk(Path.of("reports"))) {
            for (Path template :
                    templates.filter(file -> file.toString().endsWith(".html")).toList()) {
                KEY.matcher(Files.readString(template)).results().forEach(match -> keys.add(match.group(1)));
            }
        }

        assertThat(keys).hasSizeGreaterThan(100).allSatisfy(key -> assertThat(texts.find(key, "", "", ""))
                .as(key)
                .isPresent());
    }

    @Test
    void everyVerdictReasonAndOriginHasAWord() {
        Stream<String> keys = Stream.of(
                        Stream.of(VerdictLevel.values()).map(level -> "verdict." + level.word()),
                        Stream.of(VerdictLevel.values()).map(level -> "verdict.sentence." + level.word()),
                        Stream.of(VerdictLevel.values()).map(level -> "state." + level.word()),
                        Stream.of(CheckReason.values()).map(reason -> "why." + reason.word()),
                        Stream.of(Origin.values()).map(origin -> "origin." + origin.word()))
                .flatMap(each -> each);

        assertThat(keys.toList())
                .allSatisfy(key -> assertThat(texts.find(key)).as(key).isPresent());
    }

    @Test
    void languagesWeDoNotHaveSpeakEnglish() {
        assertThat(Texts.of(Locale.JAPAN).text("verdict.fail")).isEqualTo("fail");
    }

    @Test
    void oneAndManyDiffer() {
        assertThat(texts.count("days", 1)).isEqualTo("1 day");
        assertThat(texts.count("days", 2)).isEqualTo("2 days");
    }

    @Test
    void reasonsSayTheirNumbersWhereTheyHaveThem() {
        Quantity um = new Quantity(0.4, Unit.MICROMETRE);
        List<String> said = Stream.of(
                        Reason.of("EDGE_Z"),
                        new Reason("LOW_SNR", Optional.of(new Quantity(4.2, Unit.ONE)), Optional.empty()),
                        Reason.of("NEIGHBOUR", um, new Quantity(0.6, Unit.MICROMETRE)),
                        Reason.of("SOMETHING_NEW"))
                .map(reason -> ItemsViews.reason(reason, texts))
                .toList();

        assertThat(said)
                .containsExactly(
                        "cut by the end of the stack",
                        "too dim against the noise: 4.2",
                        "neighbour too close: 0.4\u00a0µm, limit 0.6\u00a0µm",
                        "something new");
    }

    @Test
    void sizesAreSaidAsFileManagersDo() {
        assertThat(Stream.of(12L, 1500L, 128_000_123L, 2_000_000_000_000_000L).map(SourceView::size))
                .containsExactly("12\u00a0B", "1.5\u00a0kB", "128\u00a0MB", "2000\u00a0TB");
    }
}
