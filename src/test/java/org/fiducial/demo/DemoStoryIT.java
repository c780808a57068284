package org.fiducial.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.ForkJoinPool;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.store.Store;
import org.fiducial.store.TimeOrderedIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The stories of the demonstration, really analysed: what the pages then tell is what was meant. */
class DemoStoryIT {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 22);

    /** Days before the end on which the part of a story begins that is told. */
    private static final int LIVE_CELL_DAYS = 63;

    private static final int CONFOCAL_3_DAYS = 121;

    /** Of a light source to which nothing happens the first checks, which are a baseline, and the last say as much as all. */
    private static final int STEADY_FIRST_DAYS = 960;

    private static final int STEADY_LAST_DAYS = 180;

    /** Between the two ills of the widefield microscope nothing happens. */
    private static final int WIDEFIELD_FIRST_DAYS = 258;

    private static final int WIDEFIELD_MENDED_DAYS = 171;
    private static final int WIDEFIELD_LAST_DAYS = 59;
    private static final int CONFOCAL_FIRST_DAYS = 222;
    private static final int CONFOCAL_MENDED_DAYS = 166;

    @TempDir
    Path folder = Path.of("");

    @Test
    void everyCheckComesOutAsTheStoryMeansIt() {
        Map<String, List<String>> verdicts = new LinkedHashMap<>();
        SortedSet<LocalDate> untraceable = new TreeSet<>();
        Clock clock = Clock.fixed(LAST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
        Store.Sources sources = new Store.Sources(clock, new TimeOrderedIds(clock, new SplittableRandom(6)));
        try (Store store = Store.open(folder, Optional.empty(), sources)) {
            DemoFacility facility = new DemoFacility(
                    new DemoFacility.Ledgers(
                            store.instruments(),
                            store.checks(),
                            store.kit(),
                            new DemoFacility.Rounds(store.schedule(), store.events(), store.limits(), store.reviews()),
                            store.publicities()),
                    workshop());
            facility.register(LAST_DAY);
            facility.build(DemoStoryIT::isTold, LAST_DAY, Progress.unwatched(), step -> {
                if (step.check().result().remarks().stream()
                        .anyMatch(remark -> remark.code().equals("TRACEABILITY_NOT_DEMONSTRATED"))) {
                    untraceable.add(step.day());
                }
                verdicts.computeIfAbsent(step.microscope() + " " + step.protocol(), name -> new ArrayList<>())
                        .add(step.check().judgement().overall().word());
            });
        }

        assertThat(String.join(" ", verdicts.getOrDefault("Widefield psf-beads", List.of())))
                .isEqualTo("pass warning fail pass pass pass pass warning");
        assertThat(String.join(" ", verdicts.getOrDefault("Confocal psf-beads", List.of())))
                .isEqualTo("pass pass warning pass");
        assertThat(verdicts.get("Live-cell confocal psf-beads"))
                .as("another bottle of oil before the last check")
                .containsExactly("pass", "fail");
        assertThat(String.join(" ", verdicts.getOrDefault("Spinning disk psf-beads", List.of())))
                .isEqualTo("pass pass pass pass");
        // Stability each quarter: cold on the second day, a mode hop, a larger one, the new laser, and the last
        // quarter.
        assertThat(verdicts.get("Confocal light-source-stability"))
                .containsExactly("pass", "pass", "pass", "pass", "pass", "pass", "warning", "fail", "pass", "pass");
        // Linearity each quarter: the response of one line bends until it is set right.
        assertThat(verdicts.get("Confocal light-source-linearity"))
                .containsExactly(
                        "pass", "pass", "pass", "pass", "warning", "pass", "pass", "pass", "pass", "pass", "pass");
        for (String steady : List.of("Confocal", "Widefield", "Confocal 2", "TIRF", "Light sheet", "Plate reader")) {
            assertThat(verdicts.get(steady + " light-source-power")).as(steady).containsOnly("pass");
        }
        // Judged against the baseline of its first checks, the laser of the two-photon microscope wears out.
        assertThat(verdicts.get("Two-photon light-source-power"))
                .startsWith("pass", "pass", "pass", "pass")
                .endsWith("warning", "warning", "warning");
        assertThat(verdicts.get("Confocal 3 coregistration-beads"))
                .as("the dichroic was exchanged before the last two")
                .containsExactly("pass", "fail", "fail");
        assertThat(verdicts.get("Widefield field-illumination"))
                .containsExactly("pass", "pass", "warning", "pass", "pass");
        assertThat(verdicts.get("Slide scanner field-illumination"))
                .as("the lamp sat askew for four weeks")
                .containsOnlyOnce("warning");
        assertThat(verdicts.get("Confocal field-illumination")).hasSize(4).containsOnly("pass");
        assertThat(verdicts.get("Spinning disk field-illumination")).containsExactly("pass");
        // The red cube is exchanged and sits badly for three days.
        assertThat(verdicts.get("Widefield coregistration-beads"))
                .containsExactly("pass", "pass", "pass", "fail", "pass", "pass");
        assertThat(verdicts.get("Confocal coregistration-beads")).hasSize(5).containsOnly("pass");
        // What is entered by hand: a week without heating, weeks of too much gas, a lamp that is changed in time.
        assertThat(verdicts.get("Live-cell confocal incubator")).hasSize(58).containsOnlyOnce("fail");
        assertThat(verdicts.getOrDefault("Live-cell confocal incubator", List.of()).stream()
                        .filter("warning"::equals))
                .as("of gas")
                .hasSizeBetween(2, 3);
        assertThat(verdicts.get("Teaching microscope oil-on-objectives")).containsOnlyOnce("fail", "warning");
        assertThat(verdicts.get("Confocal lamp-hours"))
                .as("beyond 1,500 hours before it is changed")
                .containsSubsequence("pass", "warning", "warning", "pass")
                .endsWith("pass");
        assertThat(untraceable)
                .as("days on which the certificate of the meter was overdue")
                .containsExactlyElementsOf(days(-434, -336));
    }

    /** What is typed takes no time; of what is measured that whose story is told above, from where it begins. */
    private static boolean isTold(PlannedCheck check) {
        if (check.task() instanceof Task.Entered) {
            return true;
        }
        int day = check.daysBeforeEnd();
        String microscope = check.microscope().slug();
        if (check.task() instanceof Task.Power) {
            boolean untraceable = day >= 336 && day <= 434;
            boolean steady =
                    !microscope.equals("two-photon") && check.task().protocol().equals("light-source-power");
            return untraceable
                    || (!List.of("live-cell", "confocal-3", "slide-scanner", "teaching")
                                    .contains(microscope)
                            && (!steady || day >= STEADY_FIRST_DAYS || day <= STEADY_LAST_DAYS));
        }
        return switch (microscope + " " + check.task().protocol()) {
            case "widefield psf-beads" ->
                (day <= WIDEFIELD_FIRST_DAYS && day >= WIDEFIELD_MENDED_DAYS) || day <= WIDEFIELD_LAST_DAYS;
            case "confocal psf-beads" -> day <= CONFOCAL_FIRST_DAYS && day >= CONFOCAL_MENDED_DAYS;
            case "live-cell psf-beads" -> day <= LIVE_CELL_DAYS;
            case "confocal-3 coregistration-beads" -> day <= CONFOCAL_3_DAYS;
            case "slide-scanner field-illumination" -> true;
            default -> List.of("widefield", "confocal", "spinning-disk").contains(microscope);
        };
    }

    /** The days of the checks with a meter in a span of days before the end. */
    private static List<LocalDate> days(int from, int to) {
        return Story.read().checks().stream()
                .filter(check -> check.task() instanceof Task.Power)
                .map(check -> check.day(LAST_DAY))
                .filter(day -> !day.isBefore(LAST_DAY.plusDays(from)) && !day.isAfter(LAST_DAY.plusDays(to)))
                .distinct()
                .sorted()
                .toList();
    }

    private static DemoFacility.Workshop workshop() {
        // One source for all: two microscopes are checked in the same minute of one day.
        SplittableRandom random = new SplittableRandom(5);
        return new DemoFacility.Workshop(
                DemoProtocols.catalogue(), ForkJoinPool.commonPool(), at -> new TimeOrderedIds(at, random));
    }
}
