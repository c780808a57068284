package org.fiducial.demo;

import java.time.Clock;
import java.time.LocalTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instruments;
import org.fiducial.facility.schedule.Plan;
import org.fiducial.facility.schedule.Planning;
import org.fiducial.facility.schedule.Rhythm;
import org.fiducial.facility.schedule.Schedule;

/** The plans of the demonstration; most are kept, some are not. */
final class DemoPlans {

    private static final String ROBIN = "Robin";
    private static final LocalTime MORNING = LocalTime.of(8, 0);

    private final Schedule schedule;
    private final Instruments instruments;
    private final Days days;
    private final Map<Integer, Planning> planning = new HashMap<>();

    DemoPlans(Schedule schedule, Instruments instruments, Days days) {
        this.schedule = schedule;
        this.instruments = instruments;
        this.days = days;
    }

    /** Makes the plans where none was made yet. */
    void make(List<Microscope> microscopes) {
        UUID home = instruments.home().orElseThrow().id();
        if (!schedule.plans(home, days.at(-1, MORNING)).isEmpty()) {
            return;
        }
        microscopes.forEach(microscope -> microscope.diary().plans().forEach(planned -> plan(microscope, planned)));
    }

    private void plan(Microscope microscope, Diary.Planned planned) {
        Configuration path = instruments
                .configuration(microscope.slug() + "/" + microscope.pathOf(planned.protocol()))
                .orElseThrow();
        Plan.Subject subject = new Plan.Subject(path.instrumentId(), planned.protocol(), List.of(path.id()));
        Plan plan = on(planned.start()).add(wish(subject, planned, planned.start()), new Planning.Signature(ROBIN, ""));
        planned.moved().ifPresent(moved -> on(moved.day())
                .change(plan, wish(subject, planned, moved.start()), new Planning.Signature(ROBIN, moved.reason())));
    }

    private Planning.Wish wish(Plan.Subject subject, Diary.Planned planned, int start) {
        return new Planning.Wish(
                subject,
                new Rhythm.Recurring(planned.rule(), days.day(start), planned.window()),
                new Plan.Work(planned.minutes(), planned.person()));
    }

    /** One for each day: identifiers made at one time must come from one source. */
    private Planning on(int daysBeforeEnd) {
        return planning.computeIfAbsent(daysBeforeEnd, day -> {
            Clock clock = days.clock(day, MORNING);
            return new Planning(schedule, instruments, clock, days.ids(clock));
        });
    }
}
