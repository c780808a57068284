package org.fiducial.web.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.Guidance;
import org.fiducial.metrology.protocol.ImageUse;
import org.fiducial.metrology.protocol.MetricDefinition;
import org.fiducial.metrology.protocol.MicroscopePart;
import org.fiducial.metrology.protocol.ParameterDefinition;
import org.fiducial.metrology.protocol.ParameterKind;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.fiducial.report.FigureRenderer;
import org.fiducial.report.LevelWords;
import org.fiducial.report.NumberText;
import org.fiducial.report.ResultView;
import org.fiducial.report.ResultView.FigureView;
import org.fiducial.web.check.EntryFields;
import org.fiducial.web.check.FigureAnswers;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.records.FacilityRecords;

/** The pages of protocols: what is measured, how, and against which limits. */
final class ProtocolPages {

    private static final int MOST_PICTURES = 4;

    private final FacilityRecords records;
    private final Catalogue catalogue;
    private final Pages pages;
    private final Examples examples;
    private final FigureAnswers figures;
    private final OwnProtocolPages own;

    ProtocolPages(
            FacilityRecords records, Pages pages, OwnProtocolPages own, Examples examples, FigureRenderer renderer) {
        this.own = own;
        this.examples = examples;
        this.figures = new FigureAnswers(renderer, pages.texts());
        this.records = records;
        this.catalogue = records.catalogue();
        this.pages = pages;
    }

    /** A protocol in the list. */
    public record ProtocolRow(
            String id, String version, String title, String summary, int intervalDays, boolean retired) {

        static ProtocolRow of(ProtocolDefinition definition) {
            return new ProtocolRow(
                    definition.reference().id(),
                    definition.reference().version(),
                    definition.description().title(),
                    definition.description().summary(),
                    definition.intervalDays(),
                    definition.isRetired());
        }
    }

    /** The text for people as HTML up to the end of its typical run, which the pictures follow, and the rest. */
    public record ProseView(String first, String rest) {

        static ProseView of(String text) {
            int algorithm = Math.max(0, text.indexOf("\n## Algorithm"));
            return new ProseView(
                    Markdown.toHtml(text.substring(0, algorithm)), Markdown.toHtml(text.substring(algorithm)));
        }
    }

    /** The pictures of a typical run: {@code none}, {@code pending} or {@code ready}. */
    public record ExampleView(String readiness, List<FigureView> figures) {
        public ExampleView {
            figures = List.copyOf(figures);
        }
    }

    /** What the protocol advises: its time in words, what findings affect, after which work it is asked for. */
    public record GuidanceView(String minutes, List<EffectRow> affects, List<AfterRow> after) {
        public GuidanceView {
            affects = List.copyOf(affects);
            after = List.copyOf(after);
        }
    }

    /** Whether a protocol is one of the facility's own. */
    public record Own(boolean own) {}

    /** A limit in words. */
    public record LimitRow(String title, String metric, String statistic, String warning, String fail, String reason) {}

    /** A metric in words. */
    public record MetricRow(String title, String key, String unit, String standing, String covers, String definition) {}

    /** A use of images, and what a finding does to it. */
    public record EffectRow(String use, String word, String effect) {}

    /** Work after which the protocol is asked for, and on what. */
    public record AfterRow(String work, String parts) {}

    /** A parameter in words. */
    public record ParameterRow(String title, String name, String takes, String fallback, String help) {}

    Answer list(Route.Request request) {
        return pages.page(
                "protocols.html",
                pages.texts().text("protocols.title"),
                Map.of("rows", catalogue.known().stream().map(ProtocolRow::of).toList()));
    }

    Answer one(Route.Request request) {
        return catalogue
                .find(request.path("id"))
                .map(entry -> page(entry.definition()))
                .orElseGet(Answer.Nothing::new);
    }

    /** A picture of the typical run. */
    Answer figure(Route.Request request) {
        return catalogue
                .find(request.path("id"))
                .flatMap(entry -> examples.of(entry.definition().reference().id()).results().stream()
                        .findFirst())
                .map(result -> figures.of(result, request, false))
                .orElseGet(Answer.Nothing::new);
    }

    private Answer page(ProtocolDefinition definition) {
        Examples.Example example = examples.of(definition.reference().id());
        Map<String, Object> values = new HashMap<>(Map.of(
                "trail", List.of(Crumb.protocols(pages.texts())),
                "protocol", ProtocolRow.of(definition),
                "instruments",
                        records.all().stream()
                                .filter(each -> !definition.isRetired())
                                .map(each -> new Crumb(
                                        each.name(),
                                        "/instruments/" + each.slug() + "/new-check?protocol="
                                                + definition.reference().id()))
                                .toList(),
                "sources", definition.description().sources(),
                "limits",
                        definition.limits().stream()
                                .map(limit -> limit(limit, definition))
                                .toList(),
                "metrics", definition.metrics().stream().map(this::metric).toList(),
                "parameters",
                        definition.parameters().stream().map(this::parameter).toList(),
                "guidance", guidance(definition.guidance()),
                "example",
                        new ExampleView(
                                example.readiness().name().toLowerCase(Locale.ROOT),
                                example.results().stream()
                                        .flatMap(result -> ResultView.figuresOf(result, pages.texts()).stream())
                                        .limit(MOST_PICTURES)
                                        .toList()),
                "text", ProseView.of(text(definition.reference()).orElse(""))));
        values.put(
                "entry",
                definition.form().stream()
                        .map(form -> EntryFields.steps(definition, form))
                        .toList());
        values.put("versions", own.versions(definition));
        values.put(
                "own",
                List.of(new Own(!catalogue.isBuiltIn(definition.reference().id()))));
        return pages.page("protocol.html", definition.description().title(), values);
    }

    private LimitRow limit(DefaultLimit limit, ProtocolDefinition definition) {
        Optional<MetricDefinition> metric = definition.metric(limit.metric());
        String unit = metric.map(found -> found.unit().sign())
                .filter(sign -> !sign.isEmpty())
                .map(sign -> "\u00a0" + sign)
                .orElse("");
        return new LimitRow(
                metric.map(MetricDefinition::title).orElse(limit.metric()),
                limit.metric(),
                limit.statistic().word(),
                bounds(metric, limit.warning(), unit),
                bounds(metric, limit.fail(), unit),
                limit.reason());
    }

    private String bounds(Optional<MetricDefinition> metric, DefaultLimit.Bounds bounds, String unit) {
        return metric.filter(each -> !each.levels().isEmpty())
                .map(each -> LevelWords.of(each, bounds, pages.texts()))
                .orElseGet(() -> bounds(bounds, unit));
    }

    private String bounds(DefaultLimit.Bounds bounds, String unit) {
        if (bounds.low().isPresent() && bounds.high().isPresent()) {
            return pages.texts().text("limit.between", number(bounds.low()), number(bounds.high()) + unit);
        }
        if (bounds.high().isPresent()) {
            return pages.texts().text("limit.most", number(bounds.high()) + unit);
        }
        return bounds.low().isPresent()
                ? pages.texts().text("limit.least", number(bounds.low()) + unit)
                : pages.texts().text("limit.none");
    }

    private static String number(OptionalDouble value) {
        return NumberText.bare(value.orElseThrow());
    }

    private GuidanceView guidance(Guidance guidance) {
        return new GuidanceView(
                guidance.minutes()
                        .map(time -> pages.texts().text("protocol.minutes", time.person(), time.instrument()))
                        .orElse(""),
                Stream.of(ImageUse.values())
                        .map(use -> new EffectRow(
                                pages.texts().text("use." + use.word()),
                                guidance.effectOn(use).word(),
                                pages.texts()
                                        .text("effect." + guidance.effectOn(use).word())))
                        .toList(),
                guidance.after().stream()
                        .map(each -> new AfterRow(
                                pages.texts().text("work." + each.work().word()), parts(each.parts())))
                        .toList());
    }

    private String parts(List<MicroscopePart> parts) {
        return parts.stream()
                .map(part -> pages.texts().text("part." + part.word()))
                .collect(Collectors.joining(", "));
    }

    private MetricRow metric(MetricDefinition metric) {
        return new MetricRow(
                metric.title(),
                metric.key(),
                metric.unit().sign(),
                pages.texts().text("standing." + metric.standing().name().toLowerCase(Locale.ROOT)),
                parts(metric.covers()),
                metric.definition());
    }

    private ParameterRow parameter(ParameterDefinition parameter) {
        return new ParameterRow(
                parameter.title(),
                parameter.name(),
                takes(parameter.kind()),
                parameter
                        .presence()
                        .fallback()
                        .orElse(parameter.presence().required() ? pages.texts().text("parameter.required") : ""),
                parameter.help());
    }

    private String takes(ParameterKind kind) {
        if (kind instanceof ParameterKind.Choice choice) {
            return String.join(", ", choice.words());
        }
        if (kind instanceof ParameterKind.Line line) {
            return pages.texts().text("parameter.line", line.longest());
        }
        if (kind instanceof ParameterKind.Calibration) {
            return pages.texts().text("parameter.calibration");
        }
        if (kind instanceof ParameterKind.Readings readings) {
            return pages.texts().text("parameter.readings", takes(readings.reading()));
        }
        ParameterKind.Measure measure = (ParameterKind.Measure) kind;
        String sign = measure.unit().sign();
        return pages.texts()
                .text("limit.between", NumberText.bare(measure.low()), NumberText.bare(measure.high()) + " " + sign)
                .strip();
    }

    /** The half of the protocol that is written for people; it travels with the program. Its title is the page's. */
    private static Optional<String> text(ProtocolReference reference) {
        String file = "/protocols/" + reference.id() + "/" + reference.version() + "/protocol.md";
        try (InputStream in = ProtocolPages.class.getResourceAsStream(file)) {
            return in == null
                    ? Optional.empty()
                    : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).replaceFirst("^# .*\\R", ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
