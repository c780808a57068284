package org.fiducial.metrology.protocol;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * What a certificate says of a power meter: at each wavelength the factor its readings are multiplied with and the
 * expanded uncertainty of the corrected reading. Comes to a module as a parameter, from the registry or from a file.
 *
 * @param meter which device
 * @param certificate who calibrated it, when, and until when it holds
 * @param coverageFactor k of the expanded uncertainties, at least 1 (JCGM 100:2008, 6.2)
 * @param points by rising wavelength, at least one
 */
public record MeterCalibration(Meter meter, Certificate certificate, double coverageFactor, List<Point> points) {

    /** A power meter with its sensor head; the serial number tells two of one model apart. */
    public record Meter(String model, String serial, String sensor) {}

    /**
     * A certificate.
     *
     * @param due the day it expires, where one is stated
     */
    public record Certificate(String number, String laboratory, LocalDate date, Optional<LocalDate> due) {

        /** Whether the certificate was in force on a day. */
        public boolean holdsOn(LocalDate day) {
            return !day.isBefore(date) && due.map(end -> !day.isAfter(end)).orElse(true);
        }
    }

    /**
     * What holds at a wavelength.
     *
     * @param wavelengthNm wavelength in nm
     * @param correction true power over reading
     * @param expandedPercent expanded uncertainty of the corrected reading in per cent of it
     * @param responsivityAmperePerWatt of the sensor, where stated
     */
    public record Point(
            double wavelengthNm, double correction, double expandedPercent, OptionalDouble responsivityAmperePerWatt) {

        /** A meter that reads ten times too little or too much is broken; a larger number is one in per cent. */
        private static final double LARGEST_CORRECTION = 10;

        public Point {
            if (!(wavelengthNm > 0) || !(correction > 0) || !(expandedPercent >= 0)) {
                throw new IllegalArgumentException(
                        "a calibration point has a positive wavelength and correction and an uncertainty not negative, was "
                                + wavelengthNm + " nm, " + correction + ", " + expandedPercent + " %");
            }
            if (correction < 1 / LARGEST_CORRECTION || correction > LARGEST_CORRECTION || expandedPercent >= 100) {
                throw new IllegalArgumentException("a correction is true power over reading, between "
                        + 1 / LARGEST_CORRECTION + " and " + LARGEST_CORRECTION
                        + ", and its uncertainty below 100 %, was "
                        + correction + " with " + expandedPercent + " %");
            }
        }
    }

    public MeterCalibration {
        points = points.stream()
                .sorted(Comparator.comparingDouble(Point::wavelengthNm))
                .toList();
        if (points.isEmpty() || !(coverageFactor >= 1)) {
            throw new IllegalArgumentException("a calibration has a point and a coverage factor of at least 1");
        }
        if (certificate.due().filter(due -> due.isBefore(certificate.date())).isPresent()) {
            throw new IllegalArgumentException("certificate " + certificate.number() + " of " + certificate.date()
                    + " would expire before, on " + certificate.due().get());
        }
        for (int i = 1; i < points.size(); i++) {
            if (points.get(i).wavelengthNm() == points.get(i - 1).wavelengthNm()) {
                throw new IllegalArgumentException("a calibration has one point a wavelength, but two are at "
                        + BigDecimal.valueOf(points.get(i).wavelengthNm())
                                .stripTrailingZeros()
                                .toPlainString() + " nm");
            }
        }
    }

    /**
     * Correction and uncertainty at a wavelength, linear between the neighbouring points; outside the calibrated range
     * there is none. The uncertainty is the larger of both neighbours'.
     */
    public Optional<Point> at(double wavelengthNm) {
        for (int i = 0; i < points.size(); i++) {
            Point upper = points.get(i);
            if (upper.wavelengthNm() == wavelengthNm) {
                return Optional.of(upper);
            }
            if (upper.wavelengthNm() > wavelengthNm) {
                return i == 0 ? Optional.empty() : Optional.of(between(points.get(i - 1), upper, wavelengthNm));
            }
        }
        return Optional.empty();
    }

    private static Point between(Point lower, Point upper, double wavelengthNm) {
        double share = (wavelengthNm - lower.wavelengthNm()) / (upper.wavelengthNm() - lower.wavelengthNm());
        return new Point(
                wavelengthNm,
                lower.correction() + share * (upper.correction() - lower.correction()),
                Math.max(lower.expandedPercent(), upper.expandedPercent()),
                OptionalDouble.empty());
    }

    /** Relative standard uncertainty of a corrected reading at a wavelength: U / k. */
    public OptionalDouble relativeStandardUncertainty(double wavelengthNm) {
        Optional<Point> point = at(wavelengthNm);
        return point.isEmpty()
                ? OptionalDouble.empty()
                : OptionalDouble.of(point.get().expandedPercent() / 100 / coverageFactor);
    }

    /**
     * Reads the keys {@code meter}, {@code serial}, {@code sensor}, {@code certificate} (number, laboratory, date, due),
     * {@code coverage-factor} and {@code points} (wavelength in nm, correction, expanded-uncertainty in per cent,
     * responsivity in A/W).
     *
     * @throws UnusableInputException with file, line, what was expected and what was found
     */
    public static MeterCalibration of(YamlMapping yaml) {
        yaml.allowOnly("meter", "serial", "sensor", "certificate", "coverage-factor", "points");
        YamlMapping certificate = yaml.mapping("certificate").allowOnly("number", "laboratory", "date", "due");
        List<Point> points =
                yaml.mappings("points").stream().map(MeterCalibration::point).toList();
        double factor = yaml.optionalNumber("coverage-factor").orElse(2);
        if (points.isEmpty() || factor < 1) {
            throw yaml.refuse("a calibration needs at least one point and a coverage factor of at least 1.");
        }
        return made(
                yaml,
                new Meter(
                        yaml.text("meter"),
                        yaml.text("serial"),
                        yaml.optionalText("sensor").orElse("")),
                new Certificate(
                        certificate.text("number"),
                        certificate.optionalText("laboratory").orElse(""),
                        date(certificate, "date", certificate.text("date")),
                        certificate.optionalText("due").map(text -> date(certificate, "due", text))),
                factor,
                points);
    }

    private static MeterCalibration made(
            YamlMapping yaml, Meter meter, Certificate certificate, double factor, List<Point> points) {
        try {
            return new MeterCalibration(meter, certificate, factor, points);
        } catch (IllegalArgumentException e) {
            throw yaml.refuse(e.getMessage() + ".");
        }
    }

    private static Point point(YamlMapping yaml) {
        yaml.allowOnly("wavelength", "correction", "expanded-uncertainty", "responsivity");
        try {
            return new Point(
                    yaml.number("wavelength"),
                    yaml.optionalNumber("correction").orElse(1),
                    yaml.number("expanded-uncertainty"),
                    yaml.optionalNumber("responsivity"));
        } catch (IllegalArgumentException e) {
            throw yaml.refuse(e.getMessage() + ".");
        }
    }

    private static LocalDate date(YamlMapping yaml, String key, String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException e) {
            throw yaml.refuse("'" + key + "' takes a date such as 2026-03-12, but '" + text + "' was found.");
        }
    }

    /** The calibration in one line of JSON that {@link #of(YamlMapping)} reads back. */
    public String toLine() {
        ObjectNode line = JsonNodeFactory.instance.objectNode();
        line.put("meter", meter.model()).put("serial", meter.serial());
        if (!meter.sensor().isEmpty()) {
            line.put("sensor", meter.sensor());
        }
        ObjectNode proof = line.putObject("certificate").put("number", certificate.number());
        if (!certificate.laboratory().isEmpty()) {
            proof.put("laboratory", certificate.laboratory());
        }
        proof.put("date", certificate.date().toString());
        certificate.due().ifPresent(due -> proof.put("due", due.toString()));
        line.put("coverage-factor", coverageFactor);
        ArrayNode all = line.putArray("points");
        for (Point point : points) {
            ObjectNode one = all.addObject()
                    .put("wavelength", point.wavelengthNm())
                    .put("correction", point.correction())
                    .put("expanded-uncertainty", point.expandedPercent());
            point.responsivityAmperePerWatt().ifPresent(value -> one.put("responsivity", value));
        }
        return line.toString();
    }
}
