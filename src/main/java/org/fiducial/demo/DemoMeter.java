package org.fiducial.demo;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.fiducial.facility.kit.Kit;
import org.fiducial.facility.kit.Meter;
import org.fiducial.facility.kit.MeterCertificate;
import org.fiducial.metrology.protocol.MeterCalibration;
import org.fiducial.metrology.protocol.MeterCalibration.Certificate;
import org.fiducial.metrology.protocol.MeterCalibration.Point;

/**
 * The power meter of the demonstration and its certificates. The third was a hundred days late, and until it came the
 * powers were not traceable.
 */
final class DemoMeter {

    static final String SLUG = "pm-1";

    private static final MeterCalibration.Meter DEVICE =
            new MeterCalibration.Meter("Invented power meter", "DEMO-PM-1", "Slide sensor DEMO-S-1");
    private static final String LABORATORY = "Invented calibration laboratory";
    private static final LocalTime IN_THE_POST = LocalTime.of(16, 0);
    /** Days before the end on which it was calibrated. */
    private static final List<Integer> CALIBRATED = List.of(1_165, 800, 335);

    private static final double EXPANDED_PERCENT = 3;
    private static final double COVERAGE_FACTOR = 2;

    private DemoMeter() {}

    /** What the sensor does at a wavelength: its correction in each certificate, and its responsivity [A/W]. */
    private record Sensor(double wavelengthNm, List<Double> corrections, double responsivity) {}

    private static final List<Sensor> SENSOR = List.of(
            new Sensor(400, List.of(1.008, 1.012, 1.021), 0.168),
            new Sensor(470, List.of(1.004, 1.006, 1.011), 0.221),
            new Sensor(532, List.of(1.001, 1.002, 1.006), 0.268),
            new Sensor(633, List.of(0.997, 0.998, 1.001), 0.341),
            new Sensor(700, List.of(0.996, 0.996, 0.998), 0.386),
            new Sensor(950, List.of(0.993, 0.994, 0.995), 0.512));

    /** True power over reading at a wavelength, as the certificate of that time states it. */
    static double correction(int daysBeforeEnd, double wavelengthNm) {
        int newest =
                (int) CALIBRATED.stream().filter(day -> day >= daysBeforeEnd).count() - 1;
        return calibration(Math.max(0, newest), LocalDate.EPOCH)
                .at(wavelengthNm)
                .orElseThrow()
                .correction();
    }

    /** Adds the meter with its certificates where it is not there yet. */
    static void register(Kit kit, UUID facilityId, Supplier<UUID> ids, Days days) {
        if (kit.meter(SLUG).isPresent()) {
            return;
        }
        Meter meter = new Meter(ids.get(), facilityId, SLUG, DEVICE);
        kit.add(meter, Optional.of(certificate(meter, ids, days, 0)), "");
        IntStream.range(1, CALIBRATED.size()).forEach(number -> kit.add(certificate(meter, ids, days, number), ""));
    }

    private static MeterCertificate certificate(Meter meter, Supplier<UUID> ids, Days days, int number) {
        int day = CALIBRATED.get(number);
        return new MeterCertificate(
                ids.get(), meter.id(), days.at(day, IN_THE_POST), calibration(number, days.day(day)));
    }

    private static MeterCalibration calibration(int number, LocalDate date) {
        List<Point> points = SENSOR.stream()
                .map(each -> new Point(
                        each.wavelengthNm(),
                        each.corrections().get(number),
                        EXPANDED_PERCENT,
                        OptionalDouble.of(each.responsivity())))
                .toList();
        return new MeterCalibration(
                DEVICE,
                new Certificate(
                        "DEMO-000" + (number + 1),
                        LABORATORY,
                        date,
                        Optional.of(date.plusYears(1).minusDays(1))),
                COVERAGE_FACTOR,
                points);
    }
}
