package org.fiducial.web.methods;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.coverage.Coverage;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.kit.Artefact;
import org.fiducial.facility.publication.Publicity.Field;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.fiducial.report.CoveringValues;
import org.fiducial.report.FigureRenderer;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.CsvLine;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.CoverageRecords;
import org.fiducial.web.records.FacilityRecords;

/** Files for the supplement of a paper: the checks that cover some days, the identity of the instrument, and pictures. */
final class Supplement {

    private static final int MOST_PICTURED = 60;
    private static final MathContext DIGITS = new MathContext(12);
    private static final List<String> HEADINGS = List.of(
            "measured",
            "light path",
            "protocol",
            "version",
            "doi",
            "quantity",
            "metric",
            "where",
            "statistic",
            "value",
            "unit",
            "standard uncertainty",
            "n",
            "limit low",
            "limit high",
            "warning low",
            "warning high",
            "verdict",
            "because",
            "not evaluated because",
            "measured with");

    private final FacilityRecords records;
    private final Pages pages;
    private final PublishedFacts facts;
    private final FigureRenderer renderer;

    Supplement(FacilityRecords records, Pages pages, PublishedFacts facts, FigureRenderer renderer) {
        this.records = records;
        this.pages = pages;
        this.facts = facts;
        this.renderer = renderer;
    }

    /** The checks for spreadsheets. */
    Answer table(Route.Request request) {
        return with(request, Field.VALUES, (wish, coverage) -> {
            StringBuilder out = CsvLine.table(HEADINGS);
            rows(wish, coverage)
                    .forEach(row ->
                            CsvLine.append(out, List.copyOf(cells(row, wish).values())));
            return CsvLine.download("checks-" + name(wish) + ".csv", out);
        });
    }

    /** The same for programs. */
    Answer data(Route.Request request) {
        return with(request, Field.VALUES, (wish, coverage) -> {
            ObjectNode node = JsonNodeFactory.instance.objectNode();
            node.put("instrument", wish.published().instrument().name());
            node.put("light_path", coverage.path().name());
            node.put("from", wish.span().first().toString());
            node.put("to", wish.span().last().toString());
            node.put("zone", wish.span().zone().getId());
            ArrayNode all = node.putArray("values");
            rows(wish, coverage).forEach(row -> all.add(object(row, wish)));
            return file(
                    request, "checks-" + name(wish) + ".json", node.toString().getBytes(StandardCharsets.UTF_8));
        });
    }

    /** Who the instrument is. */
    Answer identity(Route.Request request) {
        return Wish.of(request, records)
                .map(wish -> file(
                        request,
                        "pidinst-" + wish.published().token() + ".json",
                        IdentityRecord.of(
                                wish.published(),
                                facts.setup(wish),
                                facts.fields(wish.published()),
                                facts.settings().get().publicUrl(),
                                pages.texts(wish.language()))))
                .orElseGet(Answer.Nothing::new);
    }

    /** A file to take along; programs read it as it is. */
    private static Answer file(Route.Request request, String name, byte[] json) {
        Answer.Content content = Answer.Content.json(json);
        return request.address().startsWith("/api/") ? content : new Answer.Download(name, content);
    }

    /** The pictures of the checks, drawn while they are sent. */
    Answer pictures(Route.Request request) {
        return with(request, Field.PICTURES, (wish, coverage) -> {
            Texts texts = pages.texts(wish.language());
            List<UUID> checks = ids(coverage, MOST_PICTURED);
            return new Answer.Streamed("pictures-" + name(wish) + ".zip", "application/zip", out -> new PictureArchive(
                            records, renderer, texts, wish.span().zone())
                    .write(checks, out));
        });
    }

    private Answer with(Route.Request request, Field needed, BiFunction<Wish, Coverage, Answer> answer) {
        return Wish.of(request, records)
                .filter(wish -> wish.published().shows(needed))
                .flatMap(wish -> facts.coverage(wish).map(coverage -> answer.apply(wish, coverage)))
                .orElseGet(Answer.Nothing::new);
    }

    private static List<UUID> ids(Coverage coverage, int most) {
        return coverage.checks().stream()
                .limit(most)
                .map(each -> each.check().id())
                .toList();
    }

    private List<CoveringValues.Row> rows(Wish wish, Coverage coverage) {
        CoveringValues values = new CoveringValues(pages.texts(wish.language()), records::protocol, this::called);
        return values.rows(coverage, new CoverageRecords(records).allMeasured(coverage));
    }

    /** What people call a thing of the kit, without its serial number. */
    private Optional<String> called(String slug) {
        return records.kit().meter(slug).map(meter -> meter.device().model()).or(() -> records.kit()
                .artefact(slug)
                .map(Supplement::title));
    }

    private static String title(Artefact artefact) {
        return artefact.source().title();
    }

    private Map<String, String> cells(CoveringValues.Row row, Wish wish) {
        Map<String, String> cells = new LinkedHashMap<>();
        MeasurementKey key = row.key();
        ProtocolReference protocol = row.check().result().provenance().protocol();
        Optional<Finding.Evaluated> found =
                row.finding() instanceof Finding.Evaluated each ? Optional.of(each) : Optional.empty();
        cells.put("measured", at(row.check(), wish.span().zone()));
        cells.put("light_path", row.path().name());
        cells.put("protocol", protocol.id());
        cells.put("version", protocol.version());
        cells.put("doi", String.join(" ", facts.sources(protocol)));
        cells.put("quantity", row.words().name());
        cells.put("metric", key.metric());
        cells.put("where", where(key));
        cells.put("statistic", key.statistic().word());
        cells.put("value", found.map(each -> number(each.value().value())).orElse(""));
        cells.put("unit", found.map(each -> each.value().unit().code()).orElse(""));
        cells.put(
                "u",
                found.flatMap(Finding.Evaluated::uncertainty)
                        .map(u -> number(u.standard()))
                        .orElse(""));
        cells.put("n", found.map(each -> String.valueOf(each.n())).orElse(""));
        cells.put(
                "limit_low",
                bound(row.verdict().flatMap(v -> boxed(v.limit().fail().low()))));
        cells.put(
                "limit_high",
                bound(row.verdict().flatMap(v -> boxed(v.limit().fail().high()))));
        cells.put(
                "warning_low",
                bound(row.verdict().flatMap(v -> boxed(v.limit().warning().low()))));
        cells.put(
                "warning_high",
                bound(row.verdict().flatMap(v -> boxed(v.limit().warning().high()))));
        cells.put("verdict", row.verdict().map(v -> v.level().word()).orElse(""));
        cells.put("because", row.verdict().map(v -> v.because()).orElse(""));
        cells.put("not_evaluated", row.finding() instanceof Finding.NotEvaluated missing ? missing.reason() : "");
        cells.put("measured_with", row.words().with());
        return cells;
    }

    private static ObjectNode object(Map<String, String> cells) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        cells.forEach((name, text) -> {
            if (text.isEmpty()) {
                return;
            }
            if (NUMBERS.contains(name)) {
                node.put(name, new BigDecimal(text));
            } else {
                node.put(name, text);
            }
        });
        return node;
    }

    private ObjectNode object(CoveringValues.Row row, Wish wish) {
        return object(cells(row, wish));
    }

    private static final Set<String> NUMBERS =
            Set.of("value", "u", "n", "limit_low", "limit_high", "warning_low", "warning_high");

    private static String where(MeasurementKey key) {
        return String.join(
                " ",
                Stream.concat(
                                key.channel() > 0 ? Stream.of("channel=" + key.channel()) : Stream.empty(),
                                key.qualifiers().entrySet().stream().map(each -> each.getKey() + "=" + each.getValue()))
                        .toList());
    }

    private static Optional<Double> boxed(OptionalDouble bound) {
        return bound.isPresent() ? Optional.of(bound.getAsDouble()) : Optional.empty();
    }

    private static String bound(Optional<Double> bound) {
        return bound.map(Supplement::number).orElse("");
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros().toPlainString();
    }

    private static String at(Check check, ZoneId zone) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                check.occasion().times().measuredAt().atZone(zone).truncatedTo(ChronoUnit.SECONDS));
    }

    private static String name(Wish wish) {
        return wish.published().token()
                + wish.path().map(Configuration::slug).map(slug -> "-" + slug).orElse("");
    }
}
