package org.fiducial.demo;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Supplier;
import org.fiducial.facility.kit.Kit;
import org.fiducial.facility.kit.Meter;
import org.fiducial.facility.kit.MeterCertificate;
import org.fiducial.metrology.protocol.MeterCalibration;
import org.fiducial.metrology.protocol.MeterCalibration.Certificate;
import org.fiducial.metrology.protocol.MeterCalibration.Point;

/**
 * The power meter of the demonstration and its two certificates. The second was a hundred days late, and until it came the
 * powers were not traceable.
 */
final class DemoMeter {

    static final String SLUG = "pm-1";

    private static final MeterCalibration.Meter DEVICE =
            new MeterCalibration.Meter("Invented power meter", "DEMO-PM-1", "Slide sensor DEMO-S-1");
    private static final String LABORATORY = "Invented calibration laboratory";
    private static final int FIRST_DAYS_BEFORE_END = 800;
    private static final int SECOND_DAYS_BEFORE_END = 335;
    private static final double EXPANDED_PERCENT = 3;
    private static final double COVERAGE_FACTOR = 2;

    private DemoMeter() {}

    /** What the sensor does at a wavelength: both corrections and its responsivity [A/W]. */
    private record Sensor(double wavelengthNm, double first, double second, double responsivity) {}

    private static final List<Sensor> SENSOR = List.of(
            new Sensor(400, 1.012, 1.021, 0.168),
            new Sensor(470, 1.006, 1.011, 0.221),
            new Sensor(532, 1.002, 1.006, 0.268),
            new Sensor(633, 0.998, 1.001, 0.341),
            new Sensor(700, 0.996, 0.998, 0.386));

    /** True power over reading at a wavelength, as the certificate of that time states it. */
    static double correction(int daysBeforeEnd, double wavelengthNm) {
        return calibration(daysBeforeEnd > SECOND_DAYS_BEFORE_END, LocalDate.EPOCH)
                .at(wavelengthNm)
                .orElseThrow()
                .correction();
    }

    /** Adds the meter with its certificates where it is not there yet. */
    static void register(Kit kit, UUID facilityId, Supplier<UUID> ids, LocalDate lastDay, ZoneId zone) {
        if (kit.meter(SLUG).isPresent()) {
            return;
        }
        Meter meter = new Meter(ids.get(), facilityId, SLUG, DEVICE);
        kit.add(meter, Optional.of(certificate(meter, ids, lastDay, zone, true)));
        kit.add(certificate(meter, ids, lastDay, zone, false));
    }

    private static MeterCertificate certificate(
            Meter meter, Supplier<UUID> ids, LocalDate lastDay, ZoneId zone, boolean first) {
        LocalDate date = lastDay.minusDays(first ? FIRST_DAYS_BEFORE_END : SECOND_DAYS_BEFORE_END);
        return new MeterCertificate(
                ids.get(), meter.id(), date.atTime(16, 0).atZone(zone).toInstant(), calibration(first, date));
    }

    private static MeterCalibration calibration(boolean first, LocalDate date) {
        List<Point> points = SENSOR.stream()
                .map(each -> new Point(
                        each.wavelengthNm(),
                        first ? each.first() : each.second(),
                        EXPANDED_PERCENT,
                        OptionalDouble.of(each.responsivity())))
                .toList();
        return new MeterCalibration(
                DEVICE,
                new Certificate(
                        first ? "DEMO-0001" : "DEMO-0002",
                        LABORATORY,
                        date,
                        Optional.of(date.plusYears(1).minusDays(1))),
                COVERAGE_FACTOR,
                points);
    }
}
