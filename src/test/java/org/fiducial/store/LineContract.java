package org.fiducial.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.check.CheckSummary;
import org.fiducial.facility.check.CheckTimes;
import org.fiducial.facility.check.Checks;
import org.fiducial.facility.check.Doubts;
import org.fiducial.facility.coverage.Claim;
import org.fiducial.facility.coverage.Coverages;
import org.fiducial.facility.coverage.Span;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.instrument.Instrument;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.judgement.Judgement;
import org.fiducial.facility.judgement.Verdict;
import org.fiducial.facility.judgement.VerdictLevel;
import org.fiducial.facility.status.ConfigurationState;
import org.fiducial.facility.status.Finding;
import org.fiducial.facility.status.InstrumentState;
import org.fiducial.facility.status.Known;
import org.fiducial.facility.status.LineVerdicts;
import org.fiducial.facility.status.Standing;
import org.fiducial.facility.status.States;
import org.fiducial.facility.status.Validity;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.Catalogue;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.Provenance;
import org.fiducial.metrology.protocol.Provenance.ProtocolReference;
import org.fiducial.metrology.protocol.Statistic;
import org.junit.jupiter.api.Test;

/** What a record promises of checks of several lines: a light path answers for its own lines, on each page alike. */
abstract class LineContract extends ScheduleContract {

    private static final ProtocolReference STABILITY = new ProtocolReference("light-source-stability", "1.0");
    private static final Validity VALIDITY = new Validity() {
        @Override
        public Instant holdsUntil(CheckSummary check) {
            return check.measuredAt().plus(Duration.ofDays(30));
        }

        @Override
        public boolean speaksFor(ProtocolReference protocol, Component.Kind kind) {
            return kind == Component.Kind.LIGHT_SOURCE;
        }
    };

    /** A bank of lasers with a light path of one line and one of two, and a log to be analysed. */
    private record Bank(Instrument stand, Configuration blue, Configuration both, Path log) {}

    @Test
    void aLightPathAnswersForItsOwnLinesAlone() throws IOException {
        Bank bank = bank();
        check(bank, 0, VerdictLevel.PASS, VerdictLevel.FAIL);

        assertThat(standing(bank, bank.blue(), 1)).isEqualTo(Standing.LAST_KNOWN_GOOD);
        assertThat(standing(bank, bank.both(), 1)).isEqualTo(Standing.FAILED);
        assertThat(claim(bank, bank.blue(), 1)).isEqualTo(Claim.LAST_KNOWN_GOOD);
        assertThat(claim(bank, bank.both(), 1)).isEqualTo(Claim.OUTSIDE_LIMITS);
    }

    @Test
    void theNextCheckOfALineIsFoundBehindThoseThatLeftItOut() throws IOException {
        Bank bank = bank();
        check(bank, 0, VerdictLevel.PASS, VerdictLevel.PASS);
        check(bank, 4, VerdictLevel.NOT_EVALUATED, VerdictLevel.FAIL);
        check(bank, 6, VerdictLevel.NOT_EVALUATED, VerdictLevel.WARNING);
        check(bank, 8, VerdictLevel.FAIL, VerdictLevel.PASS);
        check(bank, 10, VerdictLevel.PASS, VerdictLevel.PASS);

        assertThat(standing(bank, bank.blue(), 2)).isEqualTo(Standing.IN_DOUBT);
        assertThat(standing(bank, bank.both(), 2)).isEqualTo(Standing.IN_DOUBT);
        assertThat(standing(bank, bank.blue(), 5)).isEqualTo(Standing.NOT_EVALUATED);
        assertThat(claim(bank, bank.blue(), 2)).isEqualTo(Claim.NOT_ESTABLISHED);
    }

    @Test
    void fewChecksSayTheSameOfLinesAsAllOfThem() throws IOException {
        Bank bank = bank();
        long seed = 20_261_126L;
        Random random = new Random(seed);
        for (int i = 0; i < 40; i++) {
            check(bank, random.nextInt(400) / 4.0, any(random), any(random));
        }
        List<CheckSummary> all = store.checks().ofInstrument(bank.stand().id());
        LineVerdicts verdicts = LineVerdicts.of(store.checks(), List.of(bank.blue(), bank.both()), all);
        Known known = new Known(List.of(bank.blue(), bank.both()), all, List.of(), Doubts.none(), verdicts);

        for (int hour = -10; hour < 2500; hour += 11) {
            Instant at = SampleRecord.NOW.plus(Duration.ofHours(hour));
            assertThat(states(store.checks()).of(bank.stand(), at).configurations())
                    .as("seed %d, at %s", seed, at)
                    .isEqualTo(InstrumentState.of(known, at, VALIDITY).configurations());
        }
    }

    @Test
    void verdictsReadAloneAreThoseOfTheWholeCheck() throws IOException {
        Bank bank = bank();
        Check made = check(bank, 0, VerdictLevel.PASS, VerdictLevel.FAIL);

        assertThat(store.checks().verdicts(Set.of(made.id(), new UUID(1, 2))))
                .isEqualTo(Map.of(made.id(), made.judgement().verdicts()));
        assertThat(store.checks().verdicts(Set.of())).isEmpty();
    }

    private Standing standing(Bank bank, Configuration path, double day) {
        return states(store.checks()).of(bank.stand(), at(day)).configurations().stream()
                .filter(each -> each.configuration().id().equals(path.id()))
                .map(ConfigurationState::findings)
                .flatMap(List::stream)
                .map(Finding::standing)
                .findFirst()
                .orElseThrow();
    }

    private States states(Checks checks) {
        return new States(store.instruments(), checks, store.events(), VALIDITY, Doubts::none);
    }

    private Claim claim(Bank bank, Configuration path, double day) {
        LocalDate date = LocalDate.ofInstant(at(day), ZoneOffset.UTC);
        return new Coverages(
                        store.instruments(), store.checks(), store.events(), Doubts::none, new Catalogue(List.of()))
                .of(bank.stand(), path.id(), new Span(date, date, ZoneOffset.UTC), VALIDITY)
                .orElseThrow()
                .claim();
    }

    private Bank bank() throws IOException {
        Instrument stand = record.instrument("bank", "Laser bank");
        Component source = part(Component.Kind.LIGHT_SOURCE, "Laser bank");
        Component line = part(Component.Kind.LINE, "488 nm");
        Configuration blue = path(stand, "blue", source, line);
        Configuration both = path(stand, "both", source, line, part(Component.Kind.LINE, "561 nm"));
        store.instruments().add(stand, List.of(blue, both));
        return new Bank(stand, blue, both, record.file("log.csv", "a log"));
    }

    private Configuration path(Instrument stand, String slug, Component... parts) {
        return new Configuration(record.ids().get(), stand.id(), slug, slug, List.of(parts), new TreeMap<>());
    }

    private Component part(Component.Kind kind, String name) {
        return new Component(record.ids().get(), kind, name, Make.unknown(), new TreeMap<>());
    }

    private static Instant at(double day) {
        return SampleRecord.NOW.plus(Duration.ofMinutes(Math.round(day * 24 * 60)));
    }

    private Check check(Bank bank, double day, VerdictLevel at488, VerdictLevel at561) throws IOException {
        AnalysisResult plain = SampleRecord.result(List.of(bank.log()), 0.2);
        Provenance from = plain.provenance();
        Check check = new Check(
                record.ids().get(),
                bank.both().id(),
                new Check.Occasion(
                        CheckReason.SCHEDULED,
                        new CheckTimes(at(day), SampleRecord.NOW, Optional.empty(), ZoneOffset.UTC),
                        "",
                        ""),
                new AnalysisResult(
                        new Provenance(STABILITY, from.module(), from.software(), from.inputs(), from.parameters()),
                        plain.measurements(),
                        List.of(),
                        List.of(),
                        List.of()),
                new Judgement("chosen", List.of(verdict("488", at488), verdict("561", at561))));
        store.checks().append(check, List.of(bank.log()));
        return check;
    }

    private static Verdict verdict(String nm, VerdictLevel level) {
        DefaultLimit limit = new DefaultLimit(
                "power.stability.long",
                Statistic.VALUE,
                List.of(),
                new DefaultLimit.Bounds(OptionalDouble.of(95), OptionalDouble.empty()),
                new DefaultLimit.Bounds(OptionalDouble.of(90), OptionalDouble.empty()),
                "Chosen for this test.");
        return new Verdict(
                new MeasurementKey("power.stability.long", 0, new TreeMap<>(Map.of("line_nm", nm)), Statistic.VALUE),
                level,
                limit,
                "So it is.");
    }

    private static VerdictLevel any(Random random) {
        List<VerdictLevel> all = List.of(VerdictLevel.values());
        return all.get(random.nextInt(all.size()));
    }
}
