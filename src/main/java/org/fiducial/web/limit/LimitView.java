package org.fiducial.web.limit;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.UUID;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.CheckList;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.judgement.Baseline;
import org.fiducial.facility.judgement.DecisionRule;
import org.fiducial.facility.judgement.LimitSet;
import org.fiducial.facility.judgement.LimitVersion;
import org.fiducial.facility.judgement.OwnLimit;
import org.fiducial.facility.judgement.Tolerance;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.facility.service.Event;
import org.fiducial.facility.service.LoggedEvent;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.DefaultLimit.Bounds;
import org.fiducial.metrology.protocol.Estimate;
import org.fiducial.metrology.protocol.Measurement;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.MetricDefinition;
import org.fiducial.report.NumberText;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.CheckRow;
import org.fiducial.web.page.Choice;
import org.fiducial.web.page.Crumb;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.Pages;
import org.fiducial.web.page.Route;
import org.fiducial.web.page.Seen;
import org.fiducial.web.records.FacilityRecords;

/** The limits and baselines of a protocol on a light path as people see them. */
final class LimitView {

    private static final int CHECKS_SHOWN = 12;
    private static final int CHECKS_READ = 40;
    private static final int CHECKS_CHOSEN = 5;

    private final FacilityRecords records;
    private final Pages pages;
    private final boolean demonstration;
    private final LimitPages.Place place;
    private final List<LimitVersion> versions;
    private final Optional<LimitVersion> own;

    LimitView(FacilityRecords records, Pages pages, boolean demonstration, LimitPages.Place place) {
        this.records = records;
        this.pages = pages;
        this.demonstration = demonstration;
        this.place = place;
        this.versions = records.limits().versions(place.path().id(), place.protocolId());
        this.own = LimitVersion.inForce(versions, records.today());
    }

    /** What judges a metric today. */
    public record Row(Metric metric, String warning, String fail, String rule, String source, String reason) {}

    /** A metric, with its unit as a sign and what the names of its fields end in. */
    public record Metric(String title, String key, String statistic, String unit, String suffix) {}

    /** The fields of a metric in the form. */
    public record Fields(Metric metric, List<Choice> kinds, List<Choice> rules, Typed typed) {}

    /** Bounds as they stand in a form; empty where there are none. */
    public record Typed(String warningLow, String warningHigh, String failLow, String failHigh) {}

    /** A version of limits or of a baseline. */
    public record Version(String number, String holds, String what, String by, String reason) {}

    /** A check a baseline can be made of. */
    public record Candidate(String id, CheckRow check, boolean chosen) {}

    /** How many versions there are. */
    int seen() {
        return versions.size();
    }

    Answer page(Route.Request request, String refusal) {
        Map<String, Object> values = new HashMap<>();
        values.put(Seen.FIELD, seen());
        values.put(
                "trail",
                List.of(
                        Crumb.instruments(pages.texts()),
                        Crumb.of(place.instrument()),
                        new Crumb(
                                text("limits.short"),
                                "/instruments/" + place.instrument().slug() + "/limits")));
        values.put("refusal", refusal);
        values.put("demonstration", demonstration);
        values.put("action", place.address());
        values.put("baselineaction", place.address().replace("/limits/", "/baselines/"));
        values.put("path", place.path().slug());
        values.put("pathname", place.path().name());
        values.put("protocol", place.protocol().description().title());
        values.put(
                "sentence",
                own.map(LimitVersion::name)
                        .orElseGet(() -> text("limits.default", place.protocol().reference())));
        values.put("rows", rows());
        values.put("fields", keys().stream().map(key -> fields(request, key)).toList());
        values.put("history", history());
        values.put("baselines", baselines());
        values.put("proposal", proposal());
        values.put("candidates", candidates());
        values.put("today", records.today().toString());
        values.put("by", request.form("by"));
        values.put("reason", request.form("reason"));
        values.put(
                "scopes",
                List.of("configuration", "instrument", "everywhere").stream()
                        .map(word -> choice("limits.scope.", word, request.form("scope")))
                        .toList());
        return pages.page(
                "limits-one.html",
                text(
                        "limits.of",
                        place.protocol().description().title(),
                        place.path().name()),
                values);
    }

    /** The metrics a limit can be set for: those judged today, and the headline ones of the newest check. */
    List<MeasurementKey> keys() {
        Set<MeasurementKey> keys = new LinkedHashSet<>();
        LimitSet.of(place.protocol(), own)
                .limits()
                .forEach(limit -> keys.add(MeasurementKey.of(limit.metric(), 0, limit.statistic())));
        series().stream()
                .findFirst()
                .flatMap(newest -> records.check(newest.id().toString()))
                .map(Check::result)
                .ifPresent(result -> {
                    Set<String> seen = new LinkedHashSet<>();
                    for (Measurement measurement : result.measurements()) {
                        String metric = measurement.key().metric();
                        if (isHeadline(metric) && seen.add(metric)) {
                            keys.add(MeasurementKey.of(
                                    metric, 0, measurement.key().statistic()));
                        }
                    }
                });
        return List.copyOf(keys);
    }

    private boolean isHeadline(String metric) {
        return definition(metric)
                .filter(each -> each.standing() == MetricDefinition.Standing.HEADLINE)
                .isPresent();
    }

    private Optional<MetricDefinition> definition(String metric) {
        return place.protocol().metrics().stream()
                .filter(each -> each.key().equals(metric))
                .findFirst();
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        Set<MeasurementKey> seen = new LinkedHashSet<>();
        for (DefaultLimit limit : LimitSet.of(place.protocol(), own).limits()) {
            MeasurementKey key = MeasurementKey.of(limit.metric(), 0, limit.statistic());
            Optional<OwnLimit> mine = own.flatMap(each -> each.limit(limit.metric(), limit.statistic()));
            if (mine.isPresent() && !seen.add(key)) {
                continue;
            }
            Metric metric = metric(key);
            rows.add(mine.map(each -> row(metric, each))
                    .orElseGet(() -> new Row(
                            metric,
                            words(limit.warning(), metric.unit()),
                            words(limit.fail(), metric.unit()),
                            text("limits.rule.simple"),
                            text("limits.source.default", place.protocol().reference()),
                            limit.reason())));
        }
        return rows;
    }

    private Row row(Metric metric, OwnLimit limit) {
        LimitVersion version = own.orElseThrow();
        boolean relative = limit.tolerance().kind() != Tolerance.Kind.ABSOLUTE;
        String unit = relative ? "%" : metric.unit();
        String of =
                relative ? " " + text("limits.kind." + limit.tolerance().kind().word() + ".of") : "";
        return new Row(
                metric,
                words(limit.tolerance().warning(), unit) + of,
                words(limit.tolerance().fail(), unit) + of,
                text("limits.rule." + limit.rule().word()),
                version.name(),
                version.entry().reason());
    }

    private Metric metric(MeasurementKey key) {
        Optional<MetricDefinition> definition = definition(key.metric());
        return new Metric(
                definition.map(MetricDefinition::title).orElse(key.metric()),
                key.metric(),
                key.statistic().word(),
                definition.map(each -> each.unit().sign()).orElse(""),
                LimitForm.suffix(key));
    }

    private Fields fields(Route.Request request, MeasurementKey key) {
        Metric metric = metric(key);
        Optional<OwnLimit> mine = own.flatMap(each -> each.limit(key.metric(), key.statistic()));
        boolean sent = !request.form("scope").isEmpty();
        String kind = sent
                ? request.form("kind" + metric.suffix())
                : mine.map(each -> each.tolerance().kind().word()).orElse("");
        String rule = sent
                ? request.form("rule" + metric.suffix())
                : mine.map(each -> each.rule().word()).orElse("");
        List<Choice> kinds = new ArrayList<>(List.of(choice("limits.kind.", "", kind)));
        for (Tolerance.Kind each : Tolerance.Kind.values()) {
            boolean ofTheory = each == Tolerance.Kind.PERCENT_OF_THEORY;
            if (!ofTheory || OwnLimit.isRatioToTheory(key.metric())) {
                kinds.add(choice("limits.kind.", each.word(), kind));
            }
        }
        List<Choice> rules = List.of(
                choice("limits.rule.", DecisionRule.SIMPLE.word(), rule),
                choice("limits.rule.", DecisionRule.GUARDED.word(), rule));
        Typed typed = sent
                ? new Typed(
                        request.form("warninglow" + metric.suffix()),
                        request.form("warninghigh" + metric.suffix()),
                        request.form("faillow" + metric.suffix()),
                        request.form("failhigh" + metric.suffix()))
                : mine.map(each -> typed(each.tolerance())).orElse(new Typed("", "", "", ""));
        return new Fields(metric, kinds, rules, typed);
    }

    private static Typed typed(Tolerance tolerance) {
        return new Typed(
                plain(tolerance.warning().low()),
                plain(tolerance.warning().high()),
                plain(tolerance.fail().low()),
                plain(tolerance.fail().high()));
    }

    private Choice choice(String key, String word, String chosen) {
        return new Choice(word, text(key + (word.isEmpty() ? "none" : word)), word.equals(chosen));
    }

    private List<Version> history() {
        return versions.stream()
                .map(version -> new Version(
                        String.valueOf(version.number()),
                        text("limits.from", days().day(version.inForceFrom())),
                        text("limits.scope." + version.subject().scope().reach().word()) + ": "
                                + (version.terms().limits().isEmpty()
                                        ? text("limits.back")
                                        : String.join(
                                                ", ",
                                                version.terms().limits().stream()
                                                        .map(OwnLimit::metric)
                                                        .toList())),
                        version.entry().by(),
                        version.entry().reason()))
                .toList();
    }

    private List<Version> baselines() {
        return records.limits().baselines(seriesKey()).stream()
                .map(baseline -> new Version(
                        String.valueOf(baseline.number()),
                        days().of(baseline.entry().at()).day(),
                        baseline.name() + ": " + headline(baseline),
                        baseline.entry().by(),
                        baseline.entry().reason()))
                .toList();
    }

    /** The first headline numbers of a baseline. */
    private String headline(Baseline baseline) {
        Set<String> seen = new LinkedHashSet<>();
        return String.join(
                ", ",
                baseline.values().stream()
                        .filter(value -> isHeadline(value.key().metric())
                                && seen.add(value.key().metric()))
                        .limit(3)
                        .map(value -> metric(value.key()).title() + " "
                                + NumberText.of(new Estimate(value.centre(), value.scatter())))
                        .toList());
    }

    /** Why a new baseline is due; empty where none is. */
    private String proposal() {
        Optional<Baseline> newest = records.limits().newestBaseline(seriesKey());
        List<UUID> parts = place.path().components().stream().map(Component::id).toList();
        return newest.flatMap(baseline -> records
                        .events()
                        .ofInstrument(place.instrument().id())
                        .stream()
                        .filter(each -> !each.isWithdrawn()
                                && each.event().kind().isWork()
                                && each.concerns(parts)
                                && each.event().at().isAfter(baseline.entry().at()))
                        .findFirst()
                        .map(LoggedEvent::event)
                        .map(event -> proposal(event, baseline)))
                .orElse("");
    }

    private String proposal(Event event, Baseline baseline) {
        return text(
                "limits.propose",
                text("event.kind." + event.kind().word()),
                days().of(event.at()).day(),
                baseline.number());
    }

    /** The newest checks of this light path and protocol, newest first, without those that are void. */
    List<CheckSummary> series() {
        return records
                .checks()
                .list(
                        place.instrument().id(),
                        CheckList.Filter.of(place.path().id(), place.protocolId()),
                        new CheckList.Part(0, CHECKS_READ))
                .checks()
                .stream()
                .filter(check -> !check.isVoid())
                .toList();
    }

    private List<Candidate> candidates() {
        List<Candidate> candidates = new ArrayList<>();
        int chosen = 0;
        for (CheckSummary check : series().stream().limit(CHECKS_SHOWN).toList()) {
            boolean good = check.overall() == VerdictLevel.PASS && chosen < CHECKS_CHOSEN;
            chosen += good ? 1 : 0;
            candidates.add(new Candidate(
                    check.id().toString(), CheckRow.of(check, place.path().name(), days(), pages.texts()), good));
        }
        return candidates;
    }

    private Baseline.Series seriesKey() {
        return new Baseline.Series(place.path().id(), place.protocolId());
    }

    private Days days() {
        return new Days(records.zone(place.instrument()), pages.texts().locale());
    }

    private String words(Bounds bounds, String unit) {
        String sign = unit.isEmpty() ? "" : " " + unit;
        String low = plain(bounds.low()).replace('-', '−');
        String high = plain(bounds.high()).replace('-', '−');
        if (low.isEmpty() && high.isEmpty()) {
            return text("limits.none");
        }
        if (low.isEmpty()) {
            return text("limits.most", high + sign);
        }
        return high.isEmpty() ? text("limits.least", low + sign) : text("limits.within", low, high + sign);
    }

    private static String plain(OptionalDouble number) {
        return number.isEmpty()
                ? ""
                : new BigDecimal(String.valueOf(number.getAsDouble()))
                        .stripTrailingZeros()
                        .toPlainString();
    }

    private String text(String key, Object... values) {
        return pages.texts().text(key, values);
    }
}
