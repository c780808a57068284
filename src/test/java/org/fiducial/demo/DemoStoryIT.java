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
import java.util.SplittableRandom;
import java.util.concurrent.ForkJoinPool;
import org.fiducial.metrology.image.ImageFiles;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.ProtocolFile;
import org.fiducial.metrology.protocol.Provenance.SoftwareReference;
import org.fiducial.metrology.psf.PsfModule;
import org.fiducial.store.Store;
import org.fiducial.store.TimeOrderedIds;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The whole demonstration, really analysed: what the pages then tell is the story that was meant. */
class DemoStoryIT {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 11, 22);

    @TempDir
    Path folder = Path.of("");

    @Test
    void everyCheckComesOutAsTheStoryMeansIt() {
        Map<String, List<String>> verdicts = new LinkedHashMap<>();
        Clock clock = Clock.fixed(LAST_DAY.atStartOfDay(ZoneOffset.UTC).toInstant(), ZoneOffset.UTC);
        Store.Sources sources = new Store.Sources(clock, new TimeOrderedIds(clock, new SplittableRandom(6)));
        try (Store store = Store.open(folder, Optional.empty(), sources)) {
            DemoFacility facility = new DemoFacility(store.instruments(), store.checks(), store.kit(), workshop());
            facility.register(LAST_DAY);
            facility.build(LAST_DAY, Progress.unwatched(), step -> verdicts.computeIfAbsent(
                            step.microscope(), name -> new ArrayList<>())
                    .add(step.check().judgement().overall().word()));
        }

        assertThat(String.join(" ", verdicts.getOrDefault("Widefield", List.of())))
                .isEqualTo("pass pass pass pass pass warning fail pass pass pass pass pass pass pass warning");
        assertThat(String.join(" ", verdicts.getOrDefault("Confocal", List.of())))
                .isEqualTo("pass pass pass pass pass pass pass warning pass pass pass pass pass pass pass");
        assertThat(String.join(" ", verdicts.getOrDefault("Spinning disk", List.of())))
                .isEqualTo("pass pass pass pass");
    }

    private static DemoFacility.Workshop workshop() {
        ProtocolDefinition protocol = ProtocolFile.load("psf-beads", "1.0");
        // One source for all: two microscopes are checked in the same minute of one day.
        SplittableRandom random = new SplittableRandom(5);
        SoftwareReference software = new SoftwareReference("Fiducial", "0", "unknown");
        return new DemoFacility.Workshop(
                new Catalogue.Entry(protocol, new PsfModule(protocol, software, new ImageFiles(List.of()))),
                ForkJoinPool.commonPool(),
                at -> new TimeOrderedIds(at, random));
    }
}
