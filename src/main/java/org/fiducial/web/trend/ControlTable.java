package org.fiducial.web.trend;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.fiducial.facility.control.WatchedSeries.Stretch;
import org.fiducial.facility.trend.Rule;
import org.fiducial.facility.trend.Watch;
import org.fiducial.report.Texts;
import org.fiducial.report.VerdictView;
import org.fiducial.web.page.Answer;
import org.fiducial.web.page.CsvLine;
import org.fiducial.web.page.Days;
import org.fiducial.web.page.Days.Moment;

/** The points of a control chart as a table. */
record ControlTable(Watched watched, Days days, Texts texts) {

    private static final List<String> HEADINGS = List.of(
            "measured",
            "value",
            "unit",
            "standard uncertainty",
            "verdict",
            "standing",
            "segment",
            "lower control limit",
            "centre",
            "upper control limit",
            "rule",
            "check");

    /** A check on the page. */
    public record Row(Moment when, String address, String value, VerdictView verdict, String said) {}

    /** The newest of some points, newest first. */
    List<Row> rows(List<Trend.Point> shown, int most) {
        List<Trend.Point> newest = new ArrayList<>(shown.subList(Math.max(0, shown.size() - most), shown.size()));
        Collections.reverse(newest);
        return newest.stream()
                .map(point -> new Row(
                        days.of(point.at()),
                        "/checks/" + point.checkId(),
                        point.value().text(),
                        VerdictView.of(point.verdict(), texts),
                        said(point)))
                .toList();
    }

    private String said(Trend.Point point) {
        if (point.standing() != Trend.Standing.COUNTS) {
            return texts.text("trend." + point.standing().word());
        }
        return watched.hit(point).map(hit -> rule(hit.rule(), texts)).orElse("");
    }

    /** A rule that was hit, for instance {@code rule 4: eight in a row on one side}. */
    static String rule(Rule rule, Texts texts) {
        return texts.text("control.point.rule", OfferedRules.number(rule), texts.text("rule." + rule.id()));
    }

    /** All points for spreadsheets, oldest first, void ones too; limits are those of the stretch a point lies in. */
    Answer csv(String name) {
        StringBuilder out = CsvLine.table(HEADINGS);
        List<Trend.Point> all = new ArrayList<>(watched.numbers().counted());
        all.addAll(watched.numbers().voided());
        int stretch = 0;
        int left = 0;
        for (Trend.Point point : all) {
            boolean counts = point.standing() == Trend.Standing.COUNTS;
            if (counts && left == 0) {
                left = watched.series().stretches().get(stretch).segment().size();
                stretch++;
            }
            left -= counts ? 1 : 0;
            CsvLine.append(out, line(point, counts ? stretch : 0));
        }
        return CsvLine.download(name, out);
    }

    private List<String> line(Trend.Point point, int segment) {
        List<String> cells = new ArrayList<>(List.of(
                days.of(point.at()).iso(),
                number(point.value().value()),
                watched.numbers().heading().unit(),
                point.value().u() > 0 ? number(point.value().u()) : "",
                point.verdict().word(),
                point.standing().word(),
                segment > 0 ? Integer.toString(segment) : ""));
        cells.addAll(limits(segment));
        cells.add(watched.hit(point).map(hit -> hit.rule().id()).orElse(""));
        cells.add(point.checkId().toString());
        return cells;
    }

    private List<String> limits(int segment) {
        Optional<Watch> watch = segment > 0
                ? Optional.of(watched.series().stretches().get(segment - 1)).map(Stretch::watch)
                : Optional.empty();
        return watch.filter(Watch.Charted.class::isInstance)
                .map(Watch.Charted.class::cast)
                .map(Watch.Charted::individuals)
                .map(chart -> List.of(
                        number(chart.points().get(0).lower()),
                        number(chart.centre()),
                        number(chart.points().get(0).upper())))
                .orElse(List.of("", "", ""));
    }

    /** Twelve significant digits, as in all files. */
    private static String number(double value) {
        return new BigDecimal(value)
                .round(new MathContext(12))
                .stripTrailingZeros()
                .toPlainString();
    }
}
