package org.fiducial.facility.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.fiducial.facility.check.CheckRecorder.Request;
import org.fiducial.facility.check.CheckRecorder.Signature;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Facility;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.judgement.DecisionRule;
import org.fiducial.facility.judgement.Entry;
import org.fiducial.facility.judgement.LimitScope;
import org.fiducial.facility.judgement.LimitVersion;
import org.fiducial.facility.judgement.OwnLimit;
import org.fiducial.facility.judgement.Tolerance;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.metrology.protocol.AnalysisCancelledException;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.DefaultLimit.Bounds;
import org.fiducial.metrology.protocol.Inputs;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.ParameterDefinition;
import org.fiducial.metrology.protocol.ParameterDefinition.Presence;
import org.fiducial.metrology.protocol.ParameterKind;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.Progress;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.ProtocolModule;
import org.fiducial.metrology.protocol.Provenance;
import org.fiducial.metrology.protocol.SampleResult;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.metrology.quantity.Unit;
import org.fiducial.store.Store;
import org.fiducial.store.TimeOrderedIds;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class CheckRecorderTest {

    private static final Instant NOW = Instant.parse("2026-03-12T09:30:00.123456789Z");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");

    private final Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
    private final TimeOrderedIds ids = new TimeOrderedIds(clock, new SplittableRandom(5));
    private final Facility home = new Facility(ids.get(), "Institute", ZoneOffset.UTC, Facility.Kind.HOME);
    private final Instrument lsm = new Instrument(ids.get(), home.id(), "lsm-1", "LSM 1", Make.unknown(), "");
    private final Configuration oil = configuration();

    private Path file;
    private Store store;
    private CheckRecorder recorder;

    @BeforeEach
    void setUp(@TempDir Path folder) throws IOException {
        file = Files.writeString(folder.resolve("beads.tif"), "pixels");
        store = Store.open(folder.resolve("data"), Optional.empty(), new Store.Sources(clock, ids));
        store.instruments().add(home);
        store.instruments().add(lsm, List.of(oil));
        recorder = new CheckRecorder(store.checks(), store.kit(), Runnable::run, clock, ids);
    }

    @AfterEach
    void close() {
        store.close();
    }

    @Test
    void analysesJudgesAndStores() {
        Check check = recorder.record(measuring(0.45), request(Optional.empty()), Progress.unwatched());

        assertThat(check.judgement().overall()).isEqualTo(VerdictLevel.WARNING);
        assertThat(check.judgement().limitVersion()).isEqualTo("psf-beads@1.0 defaults");
        assertThat(check.configurationId()).isEqualTo(oil.id());
        assertThat(check.occasion().performedBy()).isEqualTo("Ada");
        assertThat(store.checks().byId(check.id())).contains(check);
        assertThat(store.checks()
                        .withInput(check.result().provenance().inputs().get(0).sha256()))
                .contains(check.id());
    }

    @Test
    void judgesByTheLimitsInForceOnTheDayOfTheMeasurementAndOldChecksKeepTheirs() {
        CheckRecorder judging = new CheckRecorder(
                new CheckRecorder.Books(store.checks(), store.kit(), ColumnMappings.none(), store.limits()),
                Runnable::run,
                clock,
                ids);
        Check before = judging.record(measuring(0.45), request(Optional.empty()), Progress.unwatched());
        Bounds atMost = new Bounds(OptionalDouble.empty(), OptionalDouble.of(0.4));
        store.limits()
                .add(new LimitVersion(
                        ids.get(),
                        new LimitVersion.Subject("psf-beads", new LimitScope(LimitScope.Reach.INSTRUMENT, lsm.id())),
                        1,
                        LocalDate.of(2026, 3, 12),
                        new LimitVersion.Terms(
                                List.of(new OwnLimit(
                                        "psf.fwhm.x",
                                        Statistic.MEDIAN,
                                        new Tolerance(Tolerance.Kind.ABSOLUTE, atMost, atMost),
                                        DecisionRule.SIMPLE)),
                                Optional.empty()),
                        new Entry("Ada", NOW, "sharper images are wanted")));

        Check after = judging.record(measuring(0.45), request(Optional.empty()), Progress.unwatched());
        Check ofLastMonth = judging.record(
                measuring(0.45), request(Optional.of(Instant.parse("2026-02-11T12:00:00Z"))), Progress.unwatched());

        assertThat(after.judgement().overall()).isEqualTo(VerdictLevel.FAIL);
        assertThat(after.judgement().limitVersion())
                .isEqualTo("limits 1 for all light paths of the instrument, in force from 2026-03-12; else"
                        + " psf-beads@1.0 defaults");
        assertThat(ofLastMonth.judgement()).isEqualTo(before.judgement());
        assertThat(store.checks().byId(before.id())).contains(before);
    }

    @Test
    void keepsWhenItWasMeasuredApartFromWhenItWasEntered() {
        Instant measured = Instant.parse("2026-03-01T08:00:00Z");

        CheckTimes times = recorder.record(measuring(0.3), request(Optional.of(measured)), Progress.unwatched())
                .occasion()
                .times();

        assertThat(times.measuredAt()).isEqualTo(measured);
        assertThat(times.enteredAt()).isEqualTo(Instant.parse("2026-03-12T09:30:00.123Z"));
        assertThat(times.receivedAt()).isEmpty();
        assertThat(times.zone()).isEqualTo(TOKYO);
    }

    @Test
    void takesTheMomentOfEntryWhereNobodySaysWhenItWasMeasured() {
        CheckTimes times = recorder.record(measuring(0.3), request(Optional.empty()), Progress.unwatched())
                .occasion()
                .times();

        assertThat(times.measuredAt()).isEqualTo(times.enteredAt());
    }

    @Test
    void refusesAMeasurementOfTheFutureBeforeItAnalyses() {
        ProtocolModule never = (inputs, parameters, progress) -> {
            throw new AssertionError("the file was analysed");
        };

        assertThatThrownBy(() -> recorder.record(
                        new Catalogue.Entry(definition(), never),
                        request(Optional.of(NOW.plusSeconds(60))),
                        Progress.unwatched()))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("2026-03-12T09:31")
                .hasMessageContaining("future");
    }

    @Test
    void givesTheModuleDefaultsRegistryAndWhatThePersonSaid() {
        Parameters seen = recorder
                .record(measuring(0.3), request(Optional.empty()), Progress.unwatched())
                .result()
                .provenance()
                .parameters()
                .stream()
                .reduce(Parameters.none(), Parameters::with, (one, other) -> other);

        assertThat(seen.of("na").orElseThrow().origin()).isEqualTo(Origin.REGISTRY);
        assertThat(seen.number("na", Unit.ONE)).contains(1.4);
        assertThat(seen.of("emission", 2).orElseThrow().origin()).isEqualTo(Origin.REGISTRY);
        assertThat(seen.number("emission", 2, Unit.NANOMETRE)).contains(600.0);
        assertThat(seen.of("bead-diameter").orElseThrow().origin()).isEqualTo(Origin.GIVEN);
        assertThat(seen.of("pinhole").orElseThrow().origin()).isEqualTo(Origin.DEFAULT);
        assertThat(seen.of("line"))
                .as("a property this protocol does not ask for")
                .isEmpty();
    }

    @Test
    void storesNothingWhenTheInputCannotBeUsed() {
        ProtocolModule refusing = (inputs, parameters, progress) -> {
            throw new UnusableInputException("File 'beads.tif' has no pixel size.");
        };

        assertThatThrownBy(() -> recorder.record(
                        new Catalogue.Entry(definition(), refusing), request(Optional.empty()), Progress.unwatched()))
                .hasMessage("File 'beads.tif' has no pixel size.");
        assertThat(store.checks().ofInstrument(lsm.id())).isEmpty();
    }

    @Test
    void storesNothingWhenItWasCancelled() {
        ProtocolModule cancelled = (inputs, parameters, progress) -> {
            throw new AnalysisCancelledException();
        };

        assertThatThrownBy(() -> recorder.record(
                        new Catalogue.Entry(definition(), cancelled), request(Optional.empty()), Progress.unwatched()))
                .isInstanceOf(AnalysisCancelledException.class);
        assertThat(store.checks().ofInstrument(lsm.id())).isEmpty();
    }

    @Test
    void storesNothingWhenTheFileChangesWhileItIsAnalysed() {
        ProtocolModule slow = (inputs, parameters, progress) -> {
            AnalysisResult result = analyse(inputs, parameters, 0.3);
            write(inputs.files().get(0), "still being acquired");
            return result;
        };

        assertThatThrownBy(() -> recorder.record(
                        new Catalogue.Entry(definition(), slow), request(Optional.empty()), Progress.unwatched()))
                .isInstanceOf(UnusableInputException.class)
                .hasMessageContaining("changed");
        assertThat(store.checks().ofInstrument(lsm.id())).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everyReasonHasAWord(CheckReason reason) {
        assertThat(CheckReason.of(reason.word())).contains(reason);
        assertThat(reason.word()).matches("[a-z]+(-[a-z]+)*");
    }

    @Test
    void anUnknownWordIsNoReason() {
        assertThat(CheckReason.of("boredom")).isEmpty();
    }

    private static Catalogue.Entry measuring(double fwhmUm) {
        return new Catalogue.Entry(definition(), (inputs, parameters, progress) -> analyse(inputs, parameters, fwhmUm));
    }

    private static AnalysisResult analyse(Inputs inputs, Parameters parameters, double fwhmUm) {
        AnalysisResult sample = SampleResult.of(inputs.identified(), fwhmUm);
        Provenance provenance = sample.provenance();
        return new AnalysisResult(
                new Provenance(
                        provenance.protocol(),
                        provenance.module(),
                        provenance.software(),
                        provenance.inputs(),
                        parameters.all()),
                sample.measurements(),
                sample.items(),
                sample.remarks(),
                sample.figures());
    }

    private static void write(Path file, String content) {
        try {
            Files.writeString(file, content);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private Request request(Optional<Instant> measuredAt) {
        Parameter diameter = definition().parse("bead-diameter", "100nm", Origin.GIVEN);
        return new Request(
                oil,
                CheckRecorder.Evidence.of(List.of(file), List.of(diameter)),
                CheckReason.SCHEDULED,
                measuredAt,
                new Signature("Ada", "a quiet day", TOKYO));
    }

    private Configuration configuration() {
        Component objective = new Component(
                ids.get(),
                Component.Kind.OBJECTIVE,
                "63x",
                Make.unknown(),
                new TreeMap<>(Map.of("na", "1.4", "line", "488nm")));
        return new Configuration(
                ids.get(), lsm.id(), "oil", "Oil", List.of(objective), new TreeMap<>(Map.of("emission.2", "600nm")));
    }

    private static ProtocolDefinition definition() {
        return new ProtocolDefinition(
                SampleResult.PROTOCOL,
                new ProtocolDefinition.Description("PSF", "Beads.", "1.2", List.of(), "bead"),
                List.of(
                        parameter("na", Unit.ONE, 1.7, Optional.empty()),
                        parameter("emission", Unit.NANOMETRE, 2000, Optional.empty()),
                        parameter("bead-diameter", Unit.NANOMETRE, 5000, Optional.of("175nm")),
                        parameter("pinhole", Unit.AIRY_UNIT, 100, Optional.of("1"))),
                List.of(),
                List.of(new DefaultLimit(
                        "psf.fwhm.x", Statistic.MEDIAN, List.of(), atMost(0.4), atMost(0.5), "For this test.")),
                30);
    }

    private static ParameterDefinition parameter(String name, Unit unit, double high, Optional<String> fallback) {
        return new ParameterDefinition(
                name,
                name,
                new ParameterKind.Measure(unit, 0, high),
                new Presence(false, true, fallback),
                "for this test");
    }

    private static Bounds atMost(double high) {
        return new Bounds(OptionalDouble.empty(), OptionalDouble.of(high));
    }
}
