package org.fiducial.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.fiducial.facility.judgement.LimitSet;
import org.fiducial.metrology.protocol.AnalysisResult;
import org.fiducial.metrology.protocol.DefaultLimit;
import org.fiducial.metrology.protocol.Estimate;
import org.fiducial.metrology.protocol.Finding;
import org.fiducial.metrology.protocol.InputFile;
import org.fiducial.metrology.protocol.Item;
import org.fiducial.metrology.protocol.Item.ItemIdentity;
import org.fiducial.metrology.protocol.Item.ItemStatus;
import org.fiducial.metrology.protocol.Measurement;
import org.fiducial.metrology.protocol.MeasurementKey;
import org.fiducial.metrology.protocol.Origin;
import org.fiducial.metrology.protocol.Parameter;
import org.fiducial.metrology.protocol.ParameterName;
import org.fiducial.metrology.protocol.ProtocolDefinition;
import org.fiducial.metrology.protocol.Provenance;
import org.fiducial.metrology.protocol.Statistic;
import org.fiducial.metrology.protocol.Uncertainty;
import org.fiducial.metrology.protocol.Value;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/**
 * What a protocol measures on a large facility: ten numbers about usual values, of which the first is the judged one.
 *
 * @param protocol the protocol
 * @param readings what is measured
 * @param qualifiers of every number
 * @param items how many beads the newest checks hold
 */
record Recipe(ProtocolDefinition protocol, List<Reading> readings, Map<String, String> qualifiers, int items) {

    private static final String COMMIT = "0123456";

    Recipe {
        readings = List.copyOf(readings);
        qualifiers = Map.copyOf(qualifiers);
    }

    /**
     * A number.
     *
     * @param usual its usual value
     * @param scatter relative, from check to check
     * @param tired its value at a warning
     * @param ill its value at a fail
     */
    record Reading(
            String metric, Statistic statistic, Unit unit, double usual, double scatter, double tired, double ill) {

        static Reading of(String metric, Statistic statistic, Unit unit, double usual, double scatter) {
            return new Reading(metric, statistic, unit, usual, scatter, usual, usual);
        }

        double draw(LargeInstrument.Health health, SplittableRandom random) {
            double centre =
                    switch (health) {
                        case WELL, UNKNOWN -> usual;
                        case TIRED -> tired;
                        case ILL -> ill;
                    };
            // Never beyond twice the scatter, so that health alone decides the verdict.
            return centre * (1 + scatter * (random.nextDouble() + random.nextDouble() - 1));
        }
    }

    /** The limits the protocol proposes for what is measured here. */
    LimitSet limits() {
        return new LimitSet(
                protocol.reference() + " defaults",
                protocol.limits().stream()
                        .filter(limit -> readings.stream().anyMatch(each -> speaksOf(limit, each)))
                        .toList());
    }

    private static boolean speaksOf(DefaultLimit limit, Reading reading) {
        return limit.metric().equals(reading.metric()) && limit.statistic() == reading.statistic();
    }

    AnalysisResult result(
            LargeInstrument instrument, LargeInstrument.Health health, boolean recent, SplittableRandom random) {
        List<Measurement> measurements = new ArrayList<>();
        for (Reading reading : readings) {
            measurements.add(measurement(reading, health, random));
        }
        return new AnalysisResult(
                new Provenance(
                        protocol.reference(),
                        new Provenance.ModuleReference(
                                protocol.reference().id(),
                                protocol.description().moduleVersion()),
                        new Provenance.SoftwareReference("Fiducial", "0.1.0", COMMIT),
                        List.of(new InputFile(
                                "beads.tif", LargeRegistry.INPUT_HASH, LargeRegistry.INPUT_BYTES, Map.of())),
                        parameters(instrument)),
                measurements,
                recent ? beads(random) : List.of(),
                List.of(),
                List.of());
    }

    private Measurement measurement(Reading reading, LargeInstrument.Health health, SplittableRandom random) {
        MeasurementKey key = new MeasurementKey(reading.metric(), 1, new TreeMap<>(qualifiers), reading.statistic());
        boolean judged = protocol.limits().stream().anyMatch(limit -> speaksOf(limit, reading));
        if (health == LargeInstrument.Health.UNKNOWN && judged) {
            return new Measurement(key, new Finding.NotEvaluated("No bead was bright enough."));
        }
        double value = reading.draw(health, random);
        Optional<String> formula = protocol.limits().stream()
                .filter(limit -> speaksOf(limit, reading))
                .flatMap(limit -> limit.formulas().stream())
                .findFirst();
        return new Measurement(
                key,
                new Finding.Evaluated(
                        new Quantity(value, reading.unit()),
                        Optional.of(Uncertainty.of(Math.abs(value) * 0.01)),
                        12,
                        formula));
    }

    private List<Parameter> parameters(LargeInstrument instrument) {
        boolean power = protocol.reference().id().startsWith("light-source");
        return List.of(
                new Parameter(
                        ParameterName.of(power ? "meter" : "artefact"),
                        new Value.Text(power ? instrument.meter() : instrument.slide()),
                        Origin.GIVEN),
                new Parameter(ParameterName.of("na"), new Value.Numeric(new Quantity(1.4, Unit.ONE)), Origin.REGISTRY),
                new Parameter(ParameterName.of("modality"), new Value.Text("confocal"), Origin.REGISTRY));
    }

    private List<Item> beads(SplittableRandom random) {
        List<Item> beads = new ArrayList<>();
        for (int i = 1; i <= items; i++) {
            Map<String, Estimate> values = new LinkedHashMap<>();
            for (String axis : List.of("x", "y", "z")) {
                values.put("psf.position." + axis, estimate(random.nextDouble() * 60, 0.001));
            }
            for (String axis : List.of("x", "y", "z")) {
                values.put("psf.fwhm." + axis, estimate(0.2 + 0.02 * random.nextDouble(), 0.002));
            }
            beads.add(new Item(
                    new ItemIdentity(String.format("c1-b%03d", i), "bead", 1, "beads.tif"),
                    ItemStatus.MEASURED,
                    List.of(),
                    values));
        }
        return beads;
    }

    private static Estimate estimate(double um, double uUm) {
        return new Estimate(new Quantity(um, Unit.MICROMETRE), OptionalDouble.of(uUm));
    }
}
