package org.fiducial.web.kit;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.UUID;
import java.util.function.Supplier;
import org.fiducial.facility.instrument.Slug;
import org.fiducial.facility.kit.Meter;
import org.fiducial.metrology.protocol.MeterCalibration;
import org.fiducial.metrology.protocol.UnusableInputException;
import org.fiducial.web.page.Route;

/**
 * A power meter and its certificate as a person typed them; rows without a wavelength are left out. Every method throws
 * {@link UnusableInputException} with a sentence for the person.
 */
record MeterForm(Route.Request request) {

    static final int POINTS = 8;

    /** What a certificate of an unknown k means by its expanded uncertainty. */
    private static final String USUAL_FACTOR = "2";

    private static final int LONGEST = 200;

    /** The meter that was typed. */
    Meter meter(UUID id, UUID facilityId) {
        MeterCalibration.Meter device = new MeterCalibration.Meter(
                required("model", "Model"), required("serial", "Serial number"), text("sensor"));
        String slug = text("slug").isEmpty() ? Slug.of(device.model()) : text("slug");
        return checked(() -> new Meter(id, facilityId, slug, device));
    }

    /** The certificate that was typed for a device; empty where no number of one was. */
    Optional<MeterCalibration> certificate(MeterCalibration.Meter device) {
        List<MeterCalibration.Point> points = points();
        boolean any = !points.isEmpty() || !(text("number") + text("date") + text("due")).isEmpty();
        if (!any) {
            return Optional.empty();
        }
        MeterCalibration.Certificate certificate = new MeterCalibration.Certificate(
                required("number", "Certificate"),
                text("laboratory"),
                day("date", "Date")
                        .orElseThrow(() -> new UnusableInputException(
                                "The certificate has no date; type the day of the calibration.")),
                day("due", "Due"));
        String factor = text("coverage-factor").isEmpty() ? USUAL_FACTOR : text("coverage-factor");
        return Optional.of(
                checked(() -> new MeterCalibration(device, certificate, number(factor, "Coverage factor k"), points)));
    }

    private List<MeterCalibration.Point> points() {
        List<MeterCalibration.Point> points = new ArrayList<>();
        for (int row = 1; row <= POINTS; row++) {
            String prefix = "point." + row + ".";
            String wavelength = text(prefix + "wavelength");
            String uncertainty = text(prefix + "uncertainty");
            String correction = text(prefix + "correction");
            if (wavelength.isEmpty() && (uncertainty + correction).isEmpty()) {
                continue;
            }
            String where = "row " + row + ", ";
            double nm = number(wavelength, where + "wavelength");
            double factor = correction.isEmpty() ? 1 : number(correction, where + "correction");
            double percent = number(uncertainty, where + "expanded uncertainty");
            points.add(checked(() -> new MeterCalibration.Point(nm, factor, percent, OptionalDouble.empty())));
        }
        return points;
    }

    private static double number(String text, String what) {
        try {
            double number = Double.parseDouble(text.replace(',', '.'));
            if (Double.isFinite(number)) {
                return number;
            }
        } catch (NumberFormatException noNumber) {
            throw refuse(text, what);
        }
        throw refuse(text, what);
    }

    private static UnusableInputException refuse(String text, String what) {
        return new UnusableInputException("A number is needed (" + what + "), but "
                + (text.isEmpty() ? "nothing" : "'" + shortened(text) + "'") + " was typed.");
    }

    private Optional<LocalDate> day(String field, String title) {
        String text = text(field);
        if (text.isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeParseException e) {
            throw new UnusableInputException(
                    "'" + title + "' takes a day such as 2026-03-12, but '" + shortened(text) + "' was typed.", e);
        }
    }

    private String required(String field, String title) {
        String text = text(field);
        if (text.isEmpty()) {
            throw new UnusableInputException("The field '" + title + "' is empty; fill it in.");
        }
        return text;
    }

    private String text(String field) {
        String text = request.form(field).strip();
        if (text.length() > LONGEST) {
            throw new UnusableInputException("'" + field + "' takes at most " + LONGEST + " characters, but "
                    + text.length() + " were typed; shorten it.");
        }
        return text;
    }

    private static String shortened(String text) {
        return text.length() <= 40 ? text : text.substring(0, 39) + "…";
    }

    private static <T> T checked(Supplier<T> made) {
        try {
            return made.get();
        } catch (IllegalArgumentException e) {
            String rule = String.valueOf(e.getMessage());
            throw new UnusableInputException(
                    rule.substring(0, 1).toUpperCase(Locale.ROOT) + rule.substring(1) + ".", e);
        }
    }
}
