package org.fiducial.web.trend;

import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.fiducial.facility.control.WatchedSeries;
import org.fiducial.facility.control.WatchedSeries.Outlook;
import org.fiducial.facility.control.WatchedSeries.Stretch;
import org.fiducial.facility.trend.Autocorrelation;
import org.fiducial.facility.trend.ChartPoint;
import org.fiducial.facility.trend.Drift;
import org.fiducial.facility.trend.Forecast;
import org.fiducial.facility.trend.LevelChange;
import org.fiducial.facility.trend.Mark;
import org.fiducial.facility.trend.Reference;
import org.fiducial.facility.trend.Rule;
import org.fiducial.facility.trend.Segment;
import org.fiducial.facility.trend.SharedShift;
import org.fiducial.facility.trend.Watch;
import org.fiducial.report.NumberText;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Days;

/** What a control chart says, in sentences: of the newest stretch, and of the rules that were hit. */
record ControlWords(Watched watched, Days days, Texts texts) {

    private static final double DAYS_A_YEAR = 365.25;
    private static final double DAYS_A_MONTH = DAYS_A_YEAR / 12;
    private static final MathContext TWO_DIGITS = new MathContext(2);

    /** All of them, the most important first. */
    List<String> sentences() {
        Optional<Stretch> newest = watched.series().newest();
        if (newest.isEmpty()) {
            return List.of(texts.text("control.none"));
        }
        List<String> said = new ArrayList<>();
        hits().ifPresent(said::add);
        said.addAll(limits(newest.get()));
        if (newest.get().segment().size() < WatchedSeries.FEWEST) {
            return said;
        }
        watched.series().outlook(watched.limits()).ifPresent(outlook -> {
            change(outlook.change()).ifPresent(said::add);
            said.add(drift(outlook.drift(), newest.get().segment()));
            forecast(outlook).ifPresent(said::add);
        });
        return said;
    }

    /** That the slide or meter is to be looked at before the instruments. */
    String shared(SharedShifts.Found found) {
        String instruments = found.shift().instruments().stream()
                .map(SharedShift.Moved::instrument)
                .sorted()
                .collect(Collectors.joining(", "));
        String how = found.shift()
                .relative()
                .map(relative -> " " + texts.text("control.shared.by", NumberText.fixed(100 * relative, 1)))
                .orElse("");
        return texts.text("control.shared", found.shift().artefact(), instruments, day(found.since())) + how;
    }

    /** The newest hits of rules, or that there is none; nothing where nothing is judged. */
    private Optional<String> hits() {
        List<Trend.Point> hit = watched.standing().stream()
                .filter(point -> watched.hit(point).isPresent())
                .toList();
        if (hit.isEmpty()) {
            boolean judged =
                    watched.series().stretches().stream().anyMatch(stretch -> stretch.watch() instanceof Watch.Charted);
            return judged ? Optional.of(texts.text("control.hits.none")) : Optional.empty();
        }
        Map<Rule, List<Trend.Point>> rules = hit.stream()
                .collect(Collectors.groupingBy(
                        point -> watched.hit(point).orElseThrow().rule(), LinkedHashMap::new, Collectors.toList()));
        return Optional.of(rules.entrySet().stream()
                .sorted(Comparator.comparingInt(each -> OfferedRules.number(each.getKey())))
                .map(each -> broken(each.getKey(), each.getValue()))
                .collect(Collectors.joining(" ")));
    }

    private String broken(Rule rule, List<Trend.Point> points) {
        String newest = day(points.get(points.size() - 1).at());
        return texts.text(
                points.size() == 1 ? "control.hits.one" : "control.hits.many",
                ControlTable.rule(rule, texts),
                newest,
                points.size());
    }

    private List<String> limits(Stretch stretch) {
        if (stretch.watch() instanceof Watch.NotCharted not) {
            String since = day(stretch.segment().at(0));
            return List.of(
                    not.lack() == Reference.Lack.NO_SPREAD
                            ? texts.text("control.limits.same", not.points(), since)
                            : texts.text(
                                    "control.limits.few",
                                    texts.count(
                                            "control.checks", stretch.segment().size()),
                                    since,
                                    WatchedSeries.FEWEST));
        }
        Watch.Charted charted = (Watch.Charted) stretch.watch();
        ChartPoint first = charted.individuals().points().get(0);
        List<String> said = new ArrayList<>();
        boolean provisional = charted.reference().provisionalPoints().isPresent();
        String how = provisional
                ? "control.limits.provisional"
                : charted.autocorrelation().matters() ? "control.limits.deviation" : "control.limits";
        said.add(texts.text(
                how,
                amount(charted.individuals().centre()),
                amount(first.lower()),
                amount(first.upper()),
                stretch.window().size(),
                window(stretch)));
        Autocorrelation correlation = charted.autocorrelation();
        if (correlation.matters()) {
            said.add(texts.text(
                    "control.correlation",
                    NumberText.fixed(correlation.lagOne(), 2),
                    Math.round(Autocorrelation.limitRunLength(Math.min(correlation.lagOne(), 0.8)))));
        }
        return said;
    }

    private String window(Stretch stretch) {
        String from = day(stretch.segment().at(stretch.window().from()));
        String to = day(stretch.segment().at(stretch.window().to() - 1));
        return stretch.accepted().isPresent()
                ? texts.text("control.window.accepted", stretch.accepted().getAsInt(), from, to)
                : texts.text("control.window.usual", from, to);
    }

    private Optional<String> change(LevelChange change) {
        if (change instanceof LevelChange.Changed changed) {
            String near = changed.near()
                    .map(each -> " "
                            + texts.text(
                                    each.away().isZero() ? "control.change.within" : "control.change.near",
                                    name(each.mark()),
                                    day(each.mark().at()),
                                    each.away().toDays()))
                    .orElse(" " + texts.text("control.change.nothing"));
            return Optional.of(texts.text(
                            "control.change",
                            amount(changed.split().before()),
                            amount(changed.split().after()),
                            day(changed.when().after()),
                            day(changed.when().until()))
                    + near);
        }
        if (change instanceof LevelChange.Gradual) {
            return Optional.of(texts.text("control.change.gradual"));
        }
        return change instanceof LevelChange.TooFewPoints few
                ? Optional.of(texts.text("control.change.few", LevelChange.FEWEST, few.points()))
                : Optional.of(texts.text("control.change.none"));
    }

    /** What a mark is called: its kind and what was written of it. */
    String name(Mark mark) {
        String kind = texts.text("control.mark." + ControlDrawing.kind(mark));
        return mark.label().isEmpty() ? kind : kind + " (" + mark.label() + ")";
    }

    private String drift(Drift drift, Segment segment) {
        if (!(drift instanceof Drift.Slope slope)) {
            return texts.text("control.drift.few", Drift.FEWEST, segment.size());
        }
        List<Double> days = List.of(segment.days()[0], segment.days()[segment.size() - 1]);
        boolean years = days.get(1) - days.get(0) >= DAYS_A_YEAR;
        double per = years ? DAYS_A_YEAR : DAYS_A_MONTH;
        String text = texts.text(
                slope.isDrift()
                        ? (slope.perDay() > 0 ? "control.drift.up" : "control.drift.down")
                        : "control.drift.none",
                change(Math.abs(slope.perDay()) * per),
                change(
                        slope.isDrift()
                                ? Math.min(Math.abs(slope.lowPerDay()), Math.abs(slope.highPerDay())) * per
                                : slope.lowPerDay() * per),
                change(
                        slope.isDrift()
                                ? Math.max(Math.abs(slope.lowPerDay()), Math.abs(slope.highPerDay())) * per
                                : slope.highPerDay() * per),
                texts.text(years ? "control.a-year" : "control.a-month"));
        return slope.rest().matters() ? text + " " + texts.text("control.drift.correlated") : text;
    }

    private Optional<String> forecast(Outlook outlook) {
        Forecast forecast = outlook.forecast();
        if (forecast instanceof Forecast.Met met) {
            return Optional.of(
                    met.latest().isPresent()
                            ? texts.text(
                                    "control.forecast.met",
                                    amount(met.limit()),
                                    day(met.expected()),
                                    day(met.earliest()),
                                    day(met.latest().get()))
                            : texts.text(
                                    "control.forecast.open",
                                    amount(met.limit()),
                                    day(met.expected()),
                                    day(met.earliest())));
        }
        if (forecast instanceof Forecast.NotBefore not) {
            String early = not.earliest()
                    .map(at -> " " + texts.text("control.forecast.early", day(at)))
                    .orElse("");
            return Optional.of(texts.text("control.forecast.not", amount(not.limit()), day(not.until())) + early);
        }
        if (forecast instanceof Forecast.Passed passed) {
            return Optional.of(texts.text("control.forecast.passed", amount(passed.limit())));
        }
        if (forecast instanceof Forecast.NoLimitAhead) {
            return Optional.of(texts.text("control.forecast.nothing"));
        }
        return forecast instanceof Forecast.NoDrift
                ? Optional.of(texts.text("control.forecast.none"))
                : Optional.empty();
    }

    /** A value with its unit. */
    String amount(double value) {
        return withUnit(NumberText.bare(value));
    }

    /** A difference with its unit, to two digits. */
    private String change(double value) {
        return withUnit(NumberText.bare(new BigDecimal(value).round(TWO_DIGITS).doubleValue()));
    }

    private String withUnit(String number) {
        String unit = watched.numbers().heading().unit();
        return unit.isEmpty() ? number : number + "\u00a0" + unit;
    }

    String day(Instant at) {
        return days.of(at).day();
    }
}
