package org.fiducial.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Make;
import org.fiducial.metrology.protocol.AnalysisCancelledException;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.store.Store;
import org.fiducial.store.TimeOrderedIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoFacilityTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 22);

    @TempDir
    Path folder = Path.of("");

    @Test
    void tellsAStoryInTheOrderOfItsDays() {
        List<PlannedCheck> story = Story.read().checks();

        assertThat(story).isSortedAccordingTo((one, other) -> other.daysBeforeEnd() - one.daysBeforeEnd());
        assertThat(story.stream()
                        .map(check -> check.microscope().slug() + " " + check.measuredAt(LAST_DAY, ZoneOffset.UTC))
                        .distinct())
                .hasSameSizeAs(story);
        assertThat(story.stream().map(check -> check.microscope().slug()).distinct())
                .hasSize(12);
        assertThat(story.get(0).daysBeforeEnd()).as("three years, in days").isBetween(1_080, 1_096);
    }

    @Test
    void makesTheSameFileForTheSameCheck() throws IOException {
        assertSameBytes(first("psf-beads"));
    }

    @Test
    void makesTheSameImageInTwoColoursForTheSameCheck() throws IOException {
        assertSameBytes(first("coregistration-beads"));
    }

    @Test
    void makesTheSameUniformSlideForTheSameCheck() throws IOException {
        assertSameBytes(first("field-illumination"));
    }

    private static PlannedCheck first(String protocol) {
        return Story.read().checks().stream()
                .filter(check -> check.task().protocol().equals(protocol))
                .findFirst()
                .orElseThrow();
    }

    private void assertSameBytes(PlannedCheck check) throws IOException {
        Instant at = check.measuredAt(LAST_DAY, ZoneOffset.UTC);
        Path one = new StackAcquisition()
                .acquire(check, at, Files.createDirectory(folder.resolve("one")), check.day(LAST_DAY));
        Path other = new StackAcquisition()
                .acquire(check, at, Files.createDirectory(folder.resolve("other")), check.day(LAST_DAY));

        assertThat(one).hasSameBinaryContentAs(other);
    }

    @Test
    void makesTheSameLogForTheSameCheck() throws IOException {
        PlannedCheck check = first("light-source-power");
        Task.Power task = (Task.Power) check.task();
        LocalDateTime at = LocalDateTime.of(2026, 3, 12, 13, 5);
        Path one = new PowerAcquisition(check, task).acquire(at, Files.createDirectory(folder.resolve("one")));
        Path other = new PowerAcquisition(check, task).acquire(at, Files.createDirectory(folder.resolve("other")));

        assertThat(one).hasSameBinaryContentAs(other);
    }

    private static final Clock CLOCK =
            Clock.fixed(LAST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);

    private Store store() {
        return Store.open(
                folder.resolve("data"),
                Optional.empty(),
                new Store.Sources(CLOCK, new TimeOrderedIds(CLOCK, new SplittableRandom(6))));
    }

    private static DemoFacility demonstration(Store store) {
        return new DemoFacility(
                new DemoFacility.Ledgers(
                        store.instruments(),
                        store.checks(),
                        store.kit(),
                        new DemoFacility.Rounds(store.schedule(), store.events(), store.limits(), store.reviews()),
                        store.publicities()),
                new DemoFacility.Workshop(
                        DemoProtocols.catalogue(),
                        Runnable::run,
                        at -> new TimeOrderedIds(at, new SplittableRandom(5))));
    }

    @Test
    void saysThatAFolderHoldsTheStoryOfAnotherVersion() {
        try (Store store = store()) {
            UUID home = new UUID(1, 1);
            store.instruments().add(new Facility(home, "Demonstration facility", ZoneOffset.UTC, Facility.Kind.HOME));
            store.instruments()
                    .add(
                            new Instrument(new UUID(1, 2), home, "widefield", "Widefield", Make.unknown(), "Hall"),
                            List.of());

            assertThatThrownBy(() -> demonstration(store).register(LAST_DAY))
                    .isInstanceOf(UnusableInputException.class)
                    .hasMessageContaining("another version of Fiducial, without the light path widefield/")
                    .hasMessageContaining("--data");
        }
    }

    @Test
    void goesOnWhereItWasStopped() throws IOException {
        try (Store store = store()) {
            DemoFacility facility = demonstration(store);
            facility.register(LAST_DAY);
            facility.register(LAST_DAY);
            assertThat(store.instruments().all()).as("each with its software").allSatisfy(each -> assertThat(
                            store.instruments().registry().installations(each.id()))
                    .isNotEmpty());
            int all = facility.missing(LAST_DAY);
            List<DemoFacility.Step> steps = new ArrayList<>();

            assertThatThrownBy(() -> facility.build(LAST_DAY, after(steps, 1), steps::add))
                    .isInstanceOf(AnalysisCancelledException.class);

            assertThat(steps).hasSize(1);
            assertThat(facility.missing(LAST_DAY)).isEqualTo(all - 1);
            assertThat(store.instruments().all()).extracting(Instrument::name).hasSize(12);
            List<CheckSummary> checks = store.instruments().all().stream()
                    .flatMap(instrument -> store.checks().ofInstrument(instrument.id()).stream())
                    .toList();
            assertThat(checks).hasSize(1);
            assertThat(checks.get(0).measuredAt()).isBefore(CLOCK.instant());
        }
    }

    private static Progress after(List<DemoFacility.Step> steps, int count) {
        return new Progress() {
            @Override
            public void report(long done, long of, String what) {}

            @Override
            public boolean cancelled() {
                return steps.size() >= count;
            }
        };
    }

    @Test
    void knowsItsOwnFolder() throws IOException {
        DemoFolder demo = new DemoFolder(folder.resolve("demo"));
        assertThat(demo.isFree()).isTrue();
        assertThat(demo.isMarked()).isFalse();
        assertThat(demo.lastDay()).isEmpty();

        demo.mark(LAST_DAY);

        assertThat(demo.isMarked()).isTrue();
        assertThat(demo.isFree()).isFalse();
        assertThat(demo.lastDay()).contains(LAST_DAY);
        assertThat(new DemoFolder(Files.writeString(folder.resolve("file"), "x")).isFree())
                .isFalse();
    }
}
