package org.fiducial.web.trend;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.fiducial.facility.control.Happened;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.judgement.Baseline;
import org.fiducial.facility.trend.RuleSet;
import org.fiducial.report.Texts;
import org.fiducial.web.page.Days;
import org.fiducial.web.records.FacilityRecords;

/** Reads the numbers of a light path with all that happened beside them, and has them judged. */
record WatchedNumbers(FacilityRecords records, Texts texts) {

    /** So many newest checks of other instruments are compared with. */
    private static final int NEWEST = 40;

    /** Those of a name, since the first check. */
    Optional<Watched> named(Instrument instrument, Configuration path, String name, RuleSet rules, Relation as) {
        TrendMarks marks = new TrendMarks(records, instrument.id(), path, days(instrument));
        return new InstrumentTrends(records, texts)
                .named(name, records.present(instrument), path, marks)
                .map(numbers ->
                        related(numbers, as, each -> Watched.of(each, marks, happened(instrument, path), rules)));
    }

    /** A common factor moves no rule, so that a baseline is found first and then divided by. */
    private static Watched related(Numbers numbers, Relation as, Function<Numbers, Watched> judging) {
        Watched absolute = judging.apply(numbers);
        return switch (as) {
            case ABSOLUTE -> absolute;
            case BASELINE ->
                absolute.series()
                        .centre()
                        .map(centre -> judging.apply(numbers.times(point -> Optional.of(100 / centre), "%")))
                        .orElse(absolute);
            case THEORY -> {
                Numbers relative = numbers.times(
                        point -> point.bounds()
                                .theory()
                                .filter(theory -> theory > 0)
                                .map(theory -> 1 / theory),
                        "× theory");
                yield relative.counted().isEmpty() ? absolute : judging.apply(relative);
            }
        };
    }

    /** The newest of a metric, in every channel and at every place. */
    List<Watched> ofMetric(Instrument instrument, Configuration path, String metric, RuleSet rules) {
        TrendMarks marks = new TrendMarks(records, instrument.id(), path, days(instrument));
        return new InstrumentTrends(records, texts)
                .ofMetric(metric, records.present(instrument), path, marks, NEWEST).stream()
                        .map(numbers -> Watched.of(numbers, marks, happened(instrument, path), rules))
                        .toList();
    }

    private Happened happened(Instrument instrument, Configuration path) {
        List<Baseline> baselines = records.limits().baselines(instrument.id()).stream()
                .filter(each -> each.series().configurationId().equals(path.id()))
                .toList();
        return Happened.to(
                path.components().stream().map(Component::id).toList(),
                records.events().ofInstrument(instrument.id()),
                baselines,
                records.zone(instrument));
    }

    /** Days as the people of an instrument count them. */
    Days days(Instrument instrument) {
        return new Days(records.zone(instrument), texts.locale());
    }
}
