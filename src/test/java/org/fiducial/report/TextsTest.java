package org.fiducial.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.metrology.bead.FlagCode;
import org.fiducial.metrology.bead.RejectionCode;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Figure;
import org.fiducial.metrology.protocol.FigurePart.Caption;
import org.fiducial.metrology.protocol.FigurePart.Colours;
import org.fiducial.metrology.protocol.FigurePart.Tile;
import org.fiducial.metrology.protocol.Item;
import org.fiducial.metrology.protocol.MetricDefinition;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.ProtocolFile;
import org.fiducial.metrology.protocol.Raster;
import org.fiducial.metrology.protocol.Reason;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "pages/published.html",
                "pages/published-list.html",
                "pages/published-screen.html",
                "pages/published-statement.html",
                "pages/published-verify.html",
                "pages/methods.html",
                "pages/checklist.html",
                "pages/new-event.html",
                "pages/reported.html",
                "pages/failure.html",
                "pages/failure-unusable.html",
                "pages/layout.html",
                "parts/methods-parts.html",
                "parts/publication-parts.html",
                "parts/statement-record.html",
                "statement.html",
                "sign.html",
                "sign-label.html"
            })
    void everyKeyOfWhatStrangersReadHasItsSpanish(String template) throws IOException {
        List<String> keys = KEY.matcher(Files.readString(Path.of("reports", template)))
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(SpokenTexts.of("messages_es.properties").keySet()).containsAll(keys);
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
    void whatOurProtocolsCallThingsHasItsSpanish() throws IOException {
        Set<String> titles = new TreeSet<>();
        try (Stream<Path> folders = Files.list(Path.of("protocols"))) {
            for (Path folder : folders.filter(each -> Files.exists(each.resolve("1.0/protocol.yaml")))
                    .toList()) {
                ProtocolDefinition protocol =
                        ProtocolFile.load(folder.getFileName().toString(), "1.0");
                titles.add(protocol.description().title());
                protocol.metrics().stream()
                        .filter(metric -> metric.standing() != MetricDefinition.Standing.COMPARISON)
                        .forEach(metric -> {
                            titles.add(metric.title());
                            titles.addAll(metric.levels());
                        });
            }
        }

        assertThat(titles).hasSizeGreaterThan(120);
        assertThat(SpokenTexts.of("messages_es.properties").keySet())
                .containsAll(titles.stream().map(title -> "named." + title).toList());
    }

    @Test
    void whatAFacilityCalledOtherwiseStaysAsItWroteIt() {
        Texts spanish = Texts.of(Locale.forLanguageTag("es"));

        assertThat(spanish.named("Mean power")).isEqualTo("Potencia media");
        assertThat(spanish.named("Mean power of {0} = lamp")).isEqualTo("Mean power of {0} = lamp");
        assertThat(texts.named("Mean power")).isEqualTo("Mean power");
    }

    @Test
    void oneAndManyDiffer() {
        assertThat(texts.count("days", 1)).isEqualTo("1 day");
        assertThat(texts.count("days", 2)).isEqualTo("2 days");
    }

    @Test
    void reasonsSayTheirNumbersWhereTheyHaveThem() {
        List<String> said = Stream.of(
                        Reason.of("EDGE_Z"),
                        new Reason("LOW_SNR", Optional.of(new Quantity(4.2, Unit.ONE)), Optional.empty()),
                        Reason.of("NEIGHBOUR", ones(1.8372), ones(3)),
                        Reason.of("NEIGHBOUR", ones(2.9993), ones(3)),
                        Reason.of("SATURATED", ones(1234), ones(0)),
                        Reason.of("SOMETHING_NEW"))
                .map(reason -> ReasonText.of("bead", reason, texts))
                .toList();

        assertThat(said)
                .containsExactly(
                        "Cut by the end of the stack",
                        "Too dim against the noise: 4.2",
                        "Too close to a neighbour: 1.8 × FWHM, at least 3 required",
                        "Too close to a neighbour: 2.999 × FWHM, at least 3 required",
                        "Saturated: 1234 pixels at full scale, at most 0 allowed",
                        "something new");
    }

    private static Quantity ones(double value) {
        return new Quantity(value, Unit.ONE);
    }

    @Test
    void everyRejectionAndFlagIsASentenceWithItsNumberAndItsLimit() {
        Stream<String> codes = Stream.concat(
                Stream.of(RejectionCode.values()).map(Enum::name),
                Stream.of(FlagCode.values()).map(Enum::name));

        assertThat(codes.toList()).allSatisfy(code -> assertThat(texts.reason("bead", code, "<value>", "<limit>"))
                .as(code)
                .hasValueSatisfying(said -> assertThat(said).contains(": ", "<value>", "<limit>")));
    }

    @Test
    void aGalleryNamesItemsAndSaysWhy() {
        Tile tile = new Tile("c1-b012", Raster.of(1, 1, new float[] {1}, 0.1, 0.1), Colours.GREY, List.of());
        Figure gallery = new Figure.Gallery(new Caption("rejected", "Rejected", ""), List.of(tile));
        AnalysisResult sample = SampleResult.result(1);
        String rejected = sample.items().stream()
                .filter(item -> item.status() == Item.ItemStatus.REJECTED)
                .findFirst()
                .orElseThrow()
                .identity()
                .id();
        AnalysisResult result = new AnalysisResult(
                sample.provenance(),
                sample.measurements(),
                sample.items(),
                sample.remarks(),
                List.of(gallery, new Figure.Gallery(gallery.caption(), List.of(named(rejected, tile)))));

        List<Figure> said = LabelledFigures.of(result, texts);

        assertThat(said.get(0)).isEqualTo(gallery);
        assertThat(((Figure.Gallery) said.get(1)).tiles().get(0).label())
                .isEqualTo(Integer.parseInt(rejected.substring(4))
                        + ". Too close to a neighbour: 1.8 × FWHM, at least 3 required");
    }

    private static Tile named(String label, Tile like) {
        return new Tile(label, like.raster(), like.colours(), like.markers());
    }

    @Test
    void sizesAreSaidAsFileManagersDo() {
        assertThat(Stream.of(12L, 1500L, 128_000_123L, 2_000_000_000_000_000L).map(SourceView::size))
                .containsExactly("12\u00a0B", "1.5\u00a0kB", "128\u00a0MB", "2000\u00a0TB");
    }
}
