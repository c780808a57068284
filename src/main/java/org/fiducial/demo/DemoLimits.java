package org.fiducial.demo;

import java.time.Clock;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.fiducial.facility.check.BaselineMaker;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.Checks;
import org.fiducial.facility.check.Reviews;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instruments;
import org.fiducial.facility.judgement.Baseline;
import org.fiducial.facility.judgement.Entry;
import org.fiducial.facility.judgement.LimitScope;
import org.fiducial.facility.judgement.LimitSetting;
import org.fiducial.facility.judgement.LimitVersion;
import org.fiducial.facility.judgement.Limits;

/** Limits the demonstration facility agreed on, each with a baseline of the checks just before it. */
final class DemoLimits {

    private static final String ROBIN = "Robin";
    private static final LocalTime EVENING = LocalTime.of(18, 0);

    private final Limits limits;
    private final BaselineMaker baselines;
    private final Checks checks;
    private final Instruments instruments;
    private final Days days;

    DemoLimits(Limits limits, Checks checks, Reviews reviews, Instruments instruments, Days days) {
        this.limits = limits;
        this.baselines = new BaselineMaker(checks, reviews, limits);
        this.checks = checks;
        this.instruments = instruments;
        this.days = days;
    }

    /** Puts those in force that were agreed on before a day and are not yet. */
    void makeBefore(int daysBeforeEnd, List<Microscope> microscopes) {
        for (Microscope microscope : microscopes) {
            microscope.diary().agreed().stream()
                    .filter(agreed -> agreed.day() > daysBeforeEnd)
                    .forEach(agreed -> make(microscope, agreed));
        }
    }

    private void make(Microscope microscope, Diary.Agreed agreed) {
        Configuration path = instruments
                .configuration(microscope.slug() + "/" + microscope.pathOf(agreed.protocol()))
                .orElseThrow();
        if (!limits.versions(path.id(), agreed.protocol()).isEmpty()) {
            return;
        }
        Clock clock = days.clock(agreed.day(), EVENING);
        Supplier<UUID> ids = days.ids(clock);
        baselines.make(
                ids.get(),
                new Baseline.Sample(Baseline.Estimator.MEDIAN, newest(path, agreed)),
                new Entry(ROBIN, clock.instant(), agreed.reason()));
        new LimitSetting(limits, clock, ids)
                .set(
                        new LimitSetting.Wish(
                                path.id(),
                                new LimitVersion.Subject(
                                        agreed.protocol(), new LimitScope(LimitScope.Reach.CONFIGURATION, path.id())),
                                days.day(agreed.day()),
                                agreed.limits()),
                        new LimitSetting.Signature(ROBIN, agreed.reason()));
    }

    private List<UUID> newest(Configuration path, Diary.Agreed agreed) {
        return checks.ofInstrument(path.instrumentId()).stream()
                .filter(check -> check.configurationId().equals(path.id())
                        && check.protocol().id().equals(agreed.protocol())
                        && check.measuredAt().isBefore(days.at(agreed.day(), EVENING)))
                .limit(agreed.ofChecks())
                .map(CheckSummary::id)
                .toList();
    }
}
