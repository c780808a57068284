package org.fiducial.web.records;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Random;
import java.util.UUID;
import org.fiducial.facility.check.Check;
import org.fiducial.facility.check.CheckReason;
import org.fiducial.facility.check.CheckTimes;
import org.fiducial.facility.check.Review;
import org.fiducial.facility.instrument.Configuration;
import org.fiducial.facility.judgement.DecisionRule;
import org.fiducial.facility.judgement.LimitScope;
import org.fiducial.facility.judgement.LimitSet;
import org.fiducial.facility.judgement.LimitSetting;
import org.fiducial.facility.judgement.LimitVersion;
import org.fiducial.facility.judgement.OwnLimit;
import org.fiducial.facility.judgement.Tolerance;
import org.fiducial.facility.kit.Recall;
import org.fiducial.facility.schedule.Counting;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.ContentHash;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.DefaultLimit.Bounds;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.ParameterName;
import org.fiducial.metrology.protocol.Provenance;
import org.fiducial.metrology.protocol.SampleResult;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.protocol.Value;

/** Checks of a random record, what judges them, what is said of them and what is recalled. */
final class RandomChecks {

    private final RandomRecord record;
    private final Path folder;
    private final List<Check> made = new ArrayList<>();

    RandomChecks(RandomRecord record, Path folder) {
        this.record = record;
        this.folder = folder;
    }

    List<Check> made() {
        return List.copyOf(made);
    }

    void check(Random random) throws IOException {
        Path input = Files.writeString(folder.resolve("beads.tif"), "pixels");
        ContentHash hash = ContentHash.of(input);
        int level = random.nextInt(5);
        AnalysisResult plain = SampleResult.of(
                List.of(SampleResult.input("beads.tif", hash.sha256(), hash.bytes())),
                level == 0 ? 0.5 : level == 1 ? 0.35 : 0.2);
        Provenance from = plain.provenance();
        List<Parameter> parameters = new ArrayList<>(from.parameters());
        if (random.nextBoolean()) {
            parameters.add(new Parameter(ParameterName.of("artefact"), new Value.Text("ps-1"), Origin.GIVEN));
        }
        AnalysisResult result = new AnalysisResult(
                new Provenance(from.protocol(), from.module(), from.software(), from.inputs(), parameters),
                plain.measurements(),
                List.of(),
                List.of(),
                List.of());
        Instant at = record.now().plus(Duration.ofHours(random.nextInt(60 * 24) - 58L * 24));
        Configuration path = record.anyPath(random);
        Check check = new Check(
                record.id(),
                path.id(),
                new Check.Occasion(
                        RandomRecord.any(CheckReason.values(), random),
                        new CheckTimes(at, record.now(), Optional.empty(), RandomRecord.ZURICH),
                        "Ada",
                        random.nextInt(5) == 0 ? "warm" : ""),
                result,
                limits(path, LocalDate.ofInstant(at, RandomRecord.ZURICH)).judge(result));
        record.store().checks().append(check, List.of(input));
        made.add(check);
    }

    /** Own limits in force on the day a check is made judge it, whatever came later. */
    private LimitSet limits(Configuration path, LocalDate day) {
        return new LimitSet(
                "chosen",
                List.of(limit()),
                LimitVersion.inForce(record.store().limits().versions(path.id(), RandomRecord.PROTOCOL), day));
    }

    /** Limits of the facility's own, narrower or wider, for a light path, an instrument or everywhere, from some day on. */
    void limits(Random random) {
        Configuration path = record.anyPath(random);
        LimitScope.Reach reach = RandomRecord.any(LimitScope.Reach.values(), random);
        UUID scope =
                switch (reach) {
                    case CONFIGURATION -> path.id();
                    case INSTRUMENT -> path.instrumentId();
                    case EVERYWHERE -> record.homeId();
                };
        double high = 0.15 + random.nextInt(5) / 10.0;
        OwnLimit limit = new OwnLimit(
                "psf.fwhm.x",
                Statistic.MEDIAN,
                new Tolerance(
                        Tolerance.Kind.ABSOLUTE,
                        new Bounds(OptionalDouble.empty(), OptionalDouble.of(high)),
                        new Bounds(OptionalDouble.empty(), OptionalDouble.of(high + 0.05))),
                RandomRecord.any(DecisionRule.values(), random));
        LocalDate from = LocalDate.ofInstant(record.now(), RandomRecord.ZURICH).plusDays(random.nextInt(60) - 50L);
        new LimitSetting(record.store().limits(), record.clock(), record::id)
                .set(
                        new LimitSetting.Wish(
                                path.id(),
                                new LimitVersion.Subject(RandomRecord.PROTOCOL, new LimitScope(reach, scope)),
                                from,
                                List.of(limit)),
                        new LimitSetting.Signature("Ada", "agreed"));
    }

    private static DefaultLimit limit() {
        return new DefaultLimit(
                "psf.fwhm.x",
                Statistic.MEDIAN,
                List.of(),
                new Bounds(OptionalDouble.empty(), OptionalDouble.of(0.3)),
                new Bounds(OptionalDouble.empty(), OptionalDouble.of(0.4)),
                "Chosen for this test.");
    }

    void review(Random random) {
        if (!made.isEmpty()) {
            Review.Decision decision = RandomRecord.any(Review.Decision.values(), random);
            UUID check = made.get(random.nextInt(made.size())).id();
            record.store()
                    .reviews()
                    .add(new Review(record.id(), check, decision, "as it looked", "Grace", record.now()));
        }
    }

    void count(Random random) {
        if (!made.isEmpty()) {
            UUID check = made.get(random.nextInt(made.size())).id();
            record.store()
                    .schedule()
                    .append(new Counting(record.id(), check, random.nextBoolean(), record.now(), "Grace", "agreed"));
        }
    }

    void recall(Random random) {
        Optional<Recall> held =
                record.store().kit().recalls().stream().filter(Recall::holds).findFirst();
        if (held.isPresent() && random.nextBoolean()) {
            record.store()
                    .kit()
                    .withdraw(new Recall.Withdrawal(
                            record.id(),
                            held.get().id(),
                            "It was fine.",
                            new Recall.Entry("Ada", record.now(), RandomRecord.ZURICH)));
            return;
        }
        record.store()
                .kit()
                .add(new Recall(
                        record.id(),
                        record.homeId(),
                        "ps-1",
                        new Recall.Period(
                                record.now().minus(Duration.ofDays(10L + random.nextInt(40))), Optional.empty()),
                        new Recall.Fault("dropped", OptionalDouble.empty()),
                        new Recall.Entry("Ada", record.now(), RandomRecord.ZURICH),
                        Optional.empty()));
    }
}
