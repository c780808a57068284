package org.fiducial.web.records;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.fiducial.facility.check.CheckList;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.check.CheckRecorder;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.Checks;
import org.fiducial.facility.check.Doubt;
import org.fiducial.facility.check.SeriesQuery;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Registry;
import org.fiducial.facility.instrument.Version;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.facility.release.ReturnChecks;
import org.fiducial.facility.schedule.Due;
import org.fiducial.facility.status.InstrumentState;
import org.fiducial.facility.status.Known;
import org.fiducial.store.Store;
import org.fiducial.web.RecordingServer;
import org.fiducial.web.SampleAccounts;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept at hand is what the whole record says, after whatever was added and however time goes on. */
class PresentTest {

    private static final int STEPS = 90;

    private final RandomRecord record;
    private final Store store;

    PresentTest(@TempDir Path folder) {
        record = new RandomRecord(folder);
        store = record.store();
    }

    @AfterEach
    void close() {
        record.close();
    }

    @Test
    void isWhatTheWholeRecordSaysAfterEveryStep() throws IOException {
        long seed = 20_261_122L;
        Random random = new Random(seed);
        FacilityRecords kept = records();
        boolean recalled = false;
        boolean waiting = false;
        boolean asked = false;
        boolean judged = false;
        for (int step = 0; step < STEPS; step++) {
            String done = record.step(random);
            FacilityRecords fresh = records();
            String named = String.format(Locale.ROOT, "seed %d, step %d, %s", seed, step, done);
            Shown shown = kept.reading(() -> new Shown(kept.toReview(), kept.due(kept.today()), kept.present()));
            assertThat(shown.toReview()).as(named).isEqualTo(fresh.toReview());
            assertThat(shown.due()).as(named).isEqualTo(fresh.due(fresh.today()));
            assertThat(kept.doubts().all())
                    .as(named)
                    .extracting(Doubt::recall, Doubt::use, Doubt::isDoubtful)
                    .isEqualTo(fresh.doubts().all().stream()
                            .map(each ->
                                    org.assertj.core.groups.Tuple.tuple(each.recall(), each.use(), each.isDoubtful()))
                            .toList());
            recalled |= !fresh.doubts().all().isEmpty();
            waiting |= !fresh.toReview().isEmpty();
            assertThat(kept.instruments().retired())
                    .as(named)
                    .isEqualTo(store.instruments().retired());
            assertThat(kept.instruments().registry().decommissioned())
                    .as(named)
                    .isEqualTo(store.instruments().registry().decommissioned());
            assertThat(kept.all()).as(named).isEqualTo(store.instruments().all());
            if (step % 4 == 3) {
                List<ReturnChecks> lacking = fresh.returns().rules().outstanding(record.now());
                asked |= !lacking.isEmpty();
                assertThat(kept.returns().outstanding()).as(named).isEqualTo(lacking);
            }
            judged |=
                    record.checks().stream().anyMatch(check -> check.judgement().overall() == VerdictLevel.PASS)
                            && record.checks().stream().anyMatch(check -> check.judgement().verdicts().stream()
                                    .anyMatch(verdict -> verdict.because().contains("acceptance")));
            for (InstrumentNow each : shown.present()) {
                assertThat(each.state()).as(named).isEqualTo(plain(fresh, each.instrument()));
                assertKept(kept, each.instrument(), record.now().minus(Duration.ofHours(random.nextInt(2000))), named);
            }
        }
        assertThat(recalled && waiting && asked && judged)
                .as("seed %d reaches recalls, reviews, checks after work and limits of its own", seed)
                .isTrue();
    }

    @Test
    void isTheSameWhereTheFirstPagesWereReadAheadOfThem() throws IOException {
        Random random = new Random(11);
        for (int step = 0; step < 12; step++) {
            record.step(random);
        }
        FacilityRecords kept = records();
        kept.ready(() -> true);
        assertThat(kept.toReview()).isEqualTo(records().toReview());
        record.step(random);
        FacilityRecords stopped = records();
        stopped.ready(() -> false);
        FacilityRecords fresh = records();
        for (FacilityRecords each : List.of(kept, stopped)) {
            assertThat(each.present())
                    .extracting(InstrumentNow::state)
                    .isEqualTo(
                            fresh.present().stream().map(InstrumentNow::state).toList());
            assertThat(each.returns().outstanding())
                    .isEqualTo(fresh.returns().rules().outstanding(record.now()));
        }
    }

    /** Several things that are kept, as a page asks for them in one question. */
    private record Shown(List<CheckSummary> toReview, List<Due> due, List<InstrumentNow> present) {}

    @Test
    void aQuestionSeesTheRecordAtLeastAsItWasWhenTheQuestionCame() throws IOException {
        Random random = new Random(7);
        FacilityRecords kept = records();
        kept.present();
        record.step(random);
        long before = store.schedule().revision();
        kept.reading(() -> {
            assertThat(kept.revision()).isEqualTo(before);
            assertThat(kept.toReview()).isEqualTo(records().toReview());
            record.event(random);
            assertThat(kept.reading(kept::revision))
                    .as("looked up once, also by a question within")
                    .isEqualTo(before);
            return before;
        });
        assertThat(kept.revision()).isGreaterThan(before);
        assertThat(kept.toReview()).isEqualTo(records().toReview());
    }

    /** What is kept of an instrument is what the record says of it, today and at any time. */
    private void assertKept(FacilityRecords kept, Instrument instrument, Instant then, String named) {
        UUID id = instrument.id();
        assertThat(kept.instruments().bySlug(instrument.slug())).as(named).contains(instrument);
        assertThat(kept.instruments().configurations(id))
                .as(named)
                .isEqualTo(store.instruments().configurations(id));
        assertThat(kept.instruments().configurations(id, then))
                .as(named)
                .isEqualTo(store.instruments().configurations(id, then));
        assertThat(kept.events().ofInstrument(id))
                .as(named)
                .isEqualTo(store.events().ofInstrument(id));
        assertThat(kept.parts(instrument))
                .as(named)
                .isEqualTo(store.instruments().registry().componentsOf(id, record.now()));
        Registry registry = store.instruments().registry();
        assertThat(kept.instruments().registry().fields(Version.Kind.INSTRUMENT, id))
                .as(named)
                .isEqualTo(registry.fields(Version.Kind.INSTRUMENT, id));
        assertThat(kept.instruments().registry().installations(id)).as(named).isEqualTo(registry.installations(id));
        assertThat(kept.newest(instrument))
                .as(named)
                .isEqualTo(store.checks().list(id, CheckList.Filter.none(), new CheckList.Part(0, 20)));
        for (Configuration path : store.instruments().configurations(id)) {
            int newest = List.of(5, 100, 1000).get((int) (then.getEpochSecond() / 3600 % 3));
            SeriesQuery query = new SeriesQuery(id, path.id(), "psf-beads", Set.of("psf.fwhm.x", "psf.fwhm.z"), newest);
            assertThat(kept.series(query)).as(named).isEqualTo(Series.of(records(), query));
        }
        Checks.Sought sought = new Checks.Sought(
                then, Optional.of(record.now().minus(Duration.ofHours(1))), Set.of("psf-beads", "light-source-power"));
        assertThat(store.checks().ofInstrument(id, sought))
                .as(named)
                .isEqualTo(store.checks().ofInstrument(id).stream()
                        .filter(check -> !check.measuredAt().isBefore(then)
                                && check.measuredAt().isBefore(record.now().minus(Duration.ofHours(1))))
                        .toList());
        assertThat(kept.afterWork(id))
                .as(named)
                .containsExactlyInAnyOrderElementsOf(store.checks().ofInstrument(id).stream()
                        .filter(check -> !check.isVoid())
                        .filter(check ->
                                check.reason() == CheckReason.AFTER_SERVICE || check.reason() == CheckReason.AS_LEFT)
                        .toList());
    }

    /** The state composed of all checks there are. */
    private InstrumentState plain(FacilityRecords fresh, Instrument instrument) {
        return InstrumentState.of(
                new Known(
                        store.instruments().configurations(instrument.id(), record.now()),
                        store.checks().ofInstrument(instrument.id()),
                        store.events().ofInstrument(instrument.id()),
                        fresh.doubts()),
                record.now(),
                fresh.validity(fresh.due(fresh.today())));
    }

    private FacilityRecords records() {
        return new FacilityRecords(
                new Ledgers(
                        store.instruments(),
                        new CheckRecorder.Books(store.checks(), store.kit(), store.columnMappings(), store.limits()),
                        store.schedule(),
                        store.events(),
                        store.reviews(),
                        store.moves(),
                        store.ownProtocols(),
                        store.publicities(),
                        store.statements(),
                        SampleAccounts.accounting(store.accounts(), record.clock()),
                        store.auditBook()),
                RecordingServer.catalogue(),
                record.clock());
    }
}
