package org.fiducial.web.trend;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.fiducial.facility.control.FalseAlarms;
import org.fiducial.facility.trend.RuleSet;
import org.fiducial.report.NumberText;
import org.fiducial.report.Texts;
import org.fiducial.web.records.FacilityRecords;

/** The rules to choose from with what each costs this facility in false alarms. */
final class RuleRows {

    private static final Duration YEAR = Duration.ofDays(365);

    private final FacilityRecords records;
    private final Texts texts;
    private final FalseAlarms alarms = new FalseAlarms();

    RuleRows(FacilityRecords records, Texts texts) {
        this.records = records;
        this.texts = texts;
    }

    /**
     * A rule as a person chooses it.
     *
     * @param number beside the points it hits
     * @param id in addresses
     * @param name what it looks for
     * @param shape round the points it hits
     * @param on whether it is chosen
     * @param price false alarms
     */
    public record Row(int number, String id, String name, String shape, boolean on, Price price) {

        /** Whether it cannot be left out. */
        public boolean isFixed() {
            return number == 1;
        }
    }

    /**
     * False alarms where nothing ever changes.
     *
     * @param here a year of these checks
     * @param everywhere a year where every light path and protocol of the facility is checked as often
     * @param checks from one to the next
     */
    public record Price(String here, String everywhere, String checks) {}

    /**
     * All rules.
     *
     * @param rows one for each
     * @param together the price of those that are on
     * @param aYear checks a year of these numbers
     * @param everywhere how many light paths and protocols were checked within a year
     */
    public record Shown(List<Row> rows, Price together, long aYear, long everywhere) {}

    Shown of(RuleSet chosen, double aYear) {
        long everywhere = everywhere();
        List<Row> rows = OfferedRules.ALL.stream()
                .map(rule -> new Row(
                        OfferedRules.number(rule),
                        rule.id(),
                        texts.text("rule." + rule.id()),
                        OfferedRules.shape(rule),
                        chosen.rules().contains(rule),
                        price(RuleSet.of(rule), aYear, everywhere)))
                .toList();
        return new Shown(rows, price(chosen, aYear, everywhere), Math.round(aYear), everywhere);
    }

    private Price price(RuleSet rules, double aYear, long everywhere) {
        double here = alarms.aYear(rules, aYear);
        return new Price(rounded(here), rounded(here * everywhere), Long.toString(Math.round(alarms.runLength(rules))));
    }

    /** Light paths and protocols with a check in the last twelve months: each is a series like the one looked at. */
    private long everywhere() {
        Instant yearAgo = records.clock().instant().minus(YEAR);
        return records.present().stream()
                .flatMap(now -> now.evidence().stream())
                .filter(check -> check.measuredAt().isAfter(yearAgo))
                .map(check -> List.of(check.configurationId(), check.protocol().id()))
                .distinct()
                .count();
    }

    private static String rounded(double aYear) {
        return NumberText.fixed(aYear, aYear < 0.995 ? 2 : aYear < 9.95 ? 1 : 0);
    }
}
