package org.fiducial.metrology.power;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import org.fiducial.metrology.protocol.MeterCalibration;
import org.fiducial.metrology.protocol.Parameters;
import org.fiducial.metrology.protocol.Remark;
import org.fiducial.metrology.protocol.Remark.Severity;
import org.fiducial.metrology.protocol.Uncertainty.Part;
import org.fiducial.metrology.protocol.YamlDocument;
import org.fiducial.metrology.quantity.Unit;

/**
 * What the meter's certificate, its wavelength setting and its background say of the readings of a line. Where the
 * certificate is missing, out of force or silent on the wavelength, a remark says so and no uncertainty is invented.
 */
final class Traceability {

    private static final String NOT_SHOWN = "TRACEABILITY_NOT_DEMONSTRATED";
    private static final double RECTANGULAR = Math.sqrt(3);

    private final Parameters parameters;
    private final Optional<MeterCalibration> calibration;
    private final Optional<LocalDate> at;
    private final List<Remark> remarks = new ArrayList<>();

    /**
     * For one file.
     *
     * @param at the day it was recorded, where it or the check says
     */
    Traceability(Parameters parameters, Optional<LocalDate> at) {
        this.parameters = parameters;
        this.calibration = parameters
                .of("meter-calibration")
                .map(text -> MeterCalibration.of(
                        YamlDocument.of("meter-calibration", text.value().toString())
                                .root()));
        this.at = at;
    }

    /** What the reader should know of the scales given so far, each once. */
    List<Remark> remarks() {
        return remarks.stream().distinct().toList();
    }

    MeterScale scale(SeriesKey key) {
        Optional<MeterCalibration.Point> point = pointOf(key);
        OptionalDouble backgroundU = optional("background-uncertainty");
        return new MeterScale(
                point.map(MeterCalibration.Point::correction).orElse(1.0),
                parameters.number("background", Unit.MILLIWATT).orElse(0.0),
                backgroundU,
                inForce() ? point.map(found -> parts(found, key)).orElse(List.of()) : List.of(),
                wrongWavelength(key));
    }

    private OptionalDouble optional(String name) {
        Optional<Double> number = parameters.number(name, Unit.MILLIWATT);
        return number.isPresent() ? OptionalDouble.of(number.get()) : OptionalDouble.empty();
    }

    private Optional<MeterCalibration.Point> pointOf(SeriesKey key) {
        if (calibration.isEmpty()) {
            notShown("no certificate of the meter was given (--set meter-calibration=FILE.yaml)");
            return Optional.empty();
        }
        if (key.lineNm().isEmpty()) {
            notShown("the wavelength of the line is not known (--set line=488nm)");
            return Optional.empty();
        }
        double lineNm = key.lineNm().getAsDouble();
        Optional<MeterCalibration.Point> point = calibration.get().at(lineNm);
        if (point.isEmpty()) {
            notShown("the certificate of the meter does not cover " + Words.number(lineNm) + " nm");
        }
        return point;
    }

    /** Whether the certificate was in force when the log was recorded; where no day is known, it is taken to be. */
    private boolean inForce() {
        if (calibration.isEmpty()) {
            return false;
        }
        MeterCalibration.Certificate certificate = calibration.get().certificate();
        if (at.isEmpty()) {
            say(
                    "CERTIFICATE_DATE_NOT_CHECKED",
                    Severity.NOTE,
                    "Neither the log nor anybody else says its day, so whether certificate " + certificate.number()
                            + " was in force could not be checked.");
            return true;
        }
        boolean holds = certificate.holdsOn(at.get());
        if (!holds) {
            notShown("certificate " + certificate.number() + " was not in force on "
                    + at.get() + " (from " + certificate.date()
                    + certificate.due().map(due -> " to " + due).orElse("") + ")");
        }
        return holds;
    }

    private List<Part> parts(MeterCalibration.Point point, SeriesKey key) {
        List<Part> parts = new ArrayList<>();
        MeterCalibration known = calibration.orElseThrow();
        parts.add(new Part("meter calibration", point.expandedPercent() / 100 / known.coverageFactor()));
        double lineNm = key.lineNm().orElseThrow();
        double toleranceNm =
                parameters.number("line-uncertainty", Unit.NANOMETRE).orElse(0.0);
        responsivitySlope(known, lineNm)
                .ifPresent(slope -> parts.add(new Part("wavelength", Math.abs(slope) * toleranceNm / RECTANGULAR)));
        return parts;
    }

    /** Relative change of the sensor's responsivity a nm, between the certificate's points around the line. */
    private static OptionalDouble responsivitySlope(MeterCalibration calibration, double lineNm) {
        List<MeterCalibration.Point> points = calibration.points();
        for (int i = 1; i < points.size(); i++) {
            MeterCalibration.Point lower = points.get(i - 1);
            MeterCalibration.Point upper = points.get(i);
            boolean around = lower.wavelengthNm() <= lineNm && lineNm <= upper.wavelengthNm();
            OptionalDouble below = lower.responsivityAmperePerWatt();
            OptionalDouble above = upper.responsivityAmperePerWatt();
            if (around && below.isPresent() && above.isPresent()) {
                return OptionalDouble.of(Math.log(above.getAsDouble() / below.getAsDouble())
                        / (upper.wavelengthNm() - lower.wavelengthNm()));
            }
        }
        return OptionalDouble.empty();
    }

    private Optional<String> wrongWavelength(SeriesKey key) {
        Optional<Double> setting = parameters.number("meter-wavelength", Unit.NANOMETRE);
        if (setting.isEmpty() || key.lineNm().isEmpty()) {
            return Optional.empty();
        }
        double toleranceNm =
                parameters.number("meter-wavelength-tolerance", Unit.NANOMETRE).orElse(0.0);
        double lineNm = key.lineNm().getAsDouble();
        if (Math.abs(setting.get() - lineNm) <= toleranceNm) {
            return Optional.empty();
        }
        String sentence = "The meter was set to " + Words.number(setting.get()) + " nm for a line of "
                + Words.number(lineNm) + " nm, more than " + Words.number(toleranceNm)
                + " nm off, so its absolute power is wrong; relative figures are not affected.";
        say("WRONG_METER_WAVELENGTH", Severity.CAUTION, sentence);
        return Optional.of(sentence);
    }

    private void notShown(String because) {
        say(
                NOT_SHOWN,
                Severity.NOTE,
                "Traceability not demonstrated: " + because
                        + ". Absolute powers carry no uncertainty of the meter; relative figures do not need it.");
    }

    private void say(String code, Severity severity, String text) {
        remarks.add(new Remark(code, severity, text));
    }
}
