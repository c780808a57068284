package org.fiducial.demo;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instruments;
import org.fiducial.facility.schedule.Plan;
import org.fiducial.facility.schedule.Planning;
import org.fiducial.facility.schedule.Recurrence;
import org.fiducial.facility.schedule.Rhythm;
import org.fiducial.facility.schedule.Schedule;
import org.fiducial.facility.schedule.Window;

/**
 * The plans of the demonstration: most are kept; the spinning disk is forgotten, the confocal's colours are late, and its
 * field is counted anew from the day after its objective was replaced.
 */
final class DemoPlans {

    private static final String KIM = "Kim";
    private static final String ROBIN = "Robin";
    private static final String FOUR_WEEKS = "FREQ=WEEKLY;INTERVAL=4";
    private static final String TWELVE_WEEKS = "FREQ=WEEKLY;INTERVAL=12";
    private static final String HALF_A_YEAR = "FREQ=WEEKLY;INTERVAL=26";
    private static final int OBJECTIVE_REPLACED = 165;
    private static final Window OF_A_MONTH = new Window(7, 7);
    private static final Window OF_A_QUARTER = new Window(14, 14);
    private static final Window OF_HALF_A_YEAR = new Window(21, 21);

    private final Schedule schedule;
    private final Instruments instruments;
    private final Function<Clock, Supplier<UUID>> ids;
    private final LocalDate lastDay;
    private final ZoneId zone;
    private final Map<Integer, Planning> days = new HashMap<>();

    DemoPlans(
            Schedule schedule,
            Instruments instruments,
            Function<Clock, Supplier<UUID>> ids,
            LocalDate lastDay,
            ZoneId zone) {
        this.schedule = schedule;
        this.instruments = instruments;
        this.ids = ids;
        this.lastDay = lastDay;
        this.zone = zone;
    }

    private record Work(String protocol, String rule, Window window, int minutes, String person) {}

    private static final Work BEADS = new Work("psf-beads", FOUR_WEEKS, OF_A_MONTH, 45, KIM);
    private static final Work COLOURS = new Work("coregistration-beads", TWELVE_WEEKS, OF_A_QUARTER, 30, KIM);
    private static final Work LIGHT = new Work("field-illumination", HALF_A_YEAR, OF_HALF_A_YEAR, 20, ROBIN);
    private static final Work POWER = new Work("light-source-power", FOUR_WEEKS, OF_A_MONTH, 25, ROBIN);
    private static final Work LINEARITY = new Work("light-source-linearity", TWELVE_WEEKS, OF_A_QUARTER, 30, ROBIN);
    private static final Work STABILITY = new Work("light-source-stability", TWELVE_WEEKS, OF_A_QUARTER, 15, ROBIN);

    /** Makes the plans where none was made yet. */
    void make() {
        UUID home = instruments.home().orElseThrow().id();
        if (!schedule.plans(home, lastDay.plusDays(1).atStartOfDay(zone).toInstant())
                .isEmpty()) {
            return;
        }
        String beads = Microscope.WIDEFIELD.beadPath();
        plan(Microscope.WIDEFIELD, beads, BEADS, 370);
        plan(Microscope.WIDEFIELD, Microscope.WIDEFIELD.colourPath(), COLOURS, 366);
        plan(Microscope.WIDEFIELD, beads, LIGHT, 715);
        plan(Microscope.WIDEFIELD, Microscope.WIDEFIELD.powerPath(), POWER, 736);
        String oil = Microscope.CONFOCAL.beadPath();
        plan(Microscope.CONFOCAL, oil, BEADS, 362);
        plan(Microscope.CONFOCAL, Microscope.CONFOCAL.colourPath(), COLOURS, 358);
        Plan light = plan(Microscope.CONFOCAL, oil, LIGHT, 708);
        for (Work work : List.of(POWER, LINEARITY, STABILITY)) {
            plan(Microscope.CONFOCAL, Microscope.CONFOCAL.powerPath(), work, 736);
        }
        String water = Microscope.SPINNING_DISK.beadPath();
        plan(Microscope.SPINNING_DISK, water, BEADS, 355);
        plan(Microscope.SPINNING_DISK, water, LIGHT, 354);
        planning(OBJECTIVE_REPLACED)
                .change(
                        light,
                        new Planning.Wish(light.subject(), rhythm(LIGHT, OBJECTIVE_REPLACED - 26 * 7), light.work()),
                        new Planning.Signature(
                                ROBIN, "Measured the day after the objective was replaced; counted from there."));
    }

    private Plan plan(Microscope microscope, String path, Work work, int daysBeforeEnd) {
        Configuration configuration =
                instruments.configuration(microscope.slug() + "/" + path).orElseThrow();
        return planning(daysBeforeEnd)
                .add(
                        new Planning.Wish(
                                new Plan.Subject(
                                        configuration.instrumentId(), work.protocol(), List.of(configuration.id())),
                                rhythm(work, daysBeforeEnd),
                                new Plan.Work(work.minutes(), work.person())),
                        new Planning.Signature(ROBIN, ""));
    }

    private Rhythm rhythm(Work work, int daysBeforeEnd) {
        return new Rhythm.Recurring(new Recurrence(work.rule()), lastDay.minusDays(daysBeforeEnd), work.window());
    }

    private Planning planning(int daysBeforeEnd) {
        return days.computeIfAbsent(daysBeforeEnd, this::planningOn);
    }

    private Planning planningOn(int daysBeforeEnd) {
        Clock clock = Clock.fixed(
                lastDay.minusDays(daysBeforeEnd).atTime(8, 0).atZone(zone).toInstant(), zone);
        return new Planning(schedule, instruments, clock, ids.apply(clock));
    }
}
