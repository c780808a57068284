package org.fiducial.metrology.quantity;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A unit of measurement with its UCUM code (what data carry), its sign (what people read) and its factor to the
 * reference unit of its {@link Dimension}.
 *
 * <p>Deliberately small: only the units that quality control of light microscopes uses. Temperature is carried in
 * degrees Celsius and never converted.
 *
 * @see <a href="https://ucum.org/ucum">The Unified Code for Units of Measure</a>
 */
public enum Unit {
    ONE("1", "", Dimension.NUMBER, 1),
    PERCENT("%", "%", Dimension.NUMBER, 1e-2),
    PER_MILLION("[ppm]", "ppm", Dimension.NUMBER, 1e-6),
    NANOMETRE("nm", "nm", Dimension.LENGTH, 1e-3),
    MICROMETRE("um", "µm", Dimension.LENGTH, 1),
    MILLIMETRE("mm", "mm", Dimension.LENGTH, 1e3),
    CENTIMETRE("cm", "cm", Dimension.LENGTH, 1e4),
    METRE("m", "m", Dimension.LENGTH, 1e6),
    INCH("[in_i]", "in", Dimension.LENGTH, 25_400),
    DEGREE("deg", "°", Dimension.ANGLE, Math.PI / 180),
    RADIAN("rad", "rad", Dimension.ANGLE, 1),
    MILLIRADIAN("mrad", "mrad", Dimension.ANGLE, 1e-3),
    MILLISECOND("ms", "ms", Dimension.TIME, 1e-3),
    SECOND("s", "s", Dimension.TIME, 1),
    MINUTE("min", "min", Dimension.TIME, 60),
    HOUR("h", "h", Dimension.TIME, 3600),
    DAY("d", "d", Dimension.TIME, 86_400),
    MICROWATT("uW", "µW", Dimension.POWER, 1e-3),
    MILLIWATT("mW", "mW", Dimension.POWER, 1),
    WATT("W", "W", Dimension.POWER, 1e3),
    MILLIWATT_PER_SQUARE_MICROMETRE("mW/um2", "mW/µm²", Dimension.IRRADIANCE, 1),
    ELECTRON("{e}", "e⁻", Dimension.ELECTRONS, 1),
    COUNT("{ADU}", "ADU", Dimension.DETECTOR_COUNTS, 1),
    ELECTRON_PER_COUNT("{e}/{ADU}", "e⁻/ADU", Dimension.CONVERSION_GAIN, 1),
    CELSIUS("Cel", "°C", Dimension.TEMPERATURE, 1),
    AIRY_UNIT("{AU}", "AU", Dimension.AIRY_UNITS, 1),
    PERCENT_PER_HOUR("%/h", "%/h", Dimension.RELATIVE_RATE, 1),
    PERCENT_PER_KELVIN("%/K", "%/K", Dimension.RELATIVE_PER_TEMPERATURE, 1),
    MILLIWATT_PER_PERCENT("mW/%", "mW/%", Dimension.POWER_PER_SETTING, 1),
    MILLIWATT_PER_MILLIAMPERE("mW/mA", "mW/mA", Dimension.POWER_PER_CURRENT, 1),
    KILOPASCAL("kPa", "kPa", Dimension.PRESSURE, 1),
    BAR("bar", "bar", Dimension.PRESSURE, 100),
    POUND_PER_SQUARE_INCH("[psi]", "psi", Dimension.PRESSURE, 6.894757293168),
    MILLILITRE("mL", "mL", Dimension.VOLUME, 1e-3),
    LITRE("L", "L", Dimension.VOLUME, 1),
    LITRE_PER_MINUTE("L/min", "L/min", Dimension.FLOW, 1),
    MILLIVOLT("mV", "mV", Dimension.VOLTAGE, 1e-3),
    VOLT("V", "V", Dimension.VOLTAGE, 1),
    MILLIAMPERE("mA", "mA", Dimension.CURRENT, 1),
    AMPERE("A", "A", Dimension.CURRENT, 1e3),
    LUX("lx", "lx", Dimension.ILLUMINANCE, 1);

    /** Spellings met in image files and typed by people, besides the code and the sign. */
    private static final List<Spelling> SPELLINGS = List.of(
            new Spelling("micron", MICROMETRE),
            new Spelling("microns", MICROMETRE),
            new Spelling("micrometer", MICROMETRE),
            new Spelling("micrometers", MICROMETRE),
            new Spelling("micrometre", MICROMETRE),
            new Spelling("micrometres", MICROMETRE),
            new Spelling("\u03bcm", MICROMETRE),
            new Spelling("\\u00b5m", MICROMETRE),
            new Spelling("nanometer", NANOMETRE),
            new Spelling("nanometers", NANOMETRE),
            new Spelling("nanometre", NANOMETRE),
            new Spelling("millimeter", MILLIMETRE),
            new Spelling("millimetre", MILLIMETRE),
            new Spelling("inch", INCH),
            new Spelling("inches", INCH),
            new Spelling("meter", METRE),
            new Spelling("metre", METRE),
            new Spelling("sec", SECOND),
            new Spelling("second", SECOND),
            new Spelling("seconds", SECOND),
            new Spelling("degree", DEGREE),
            new Spelling("degrees", DEGREE),
            new Spelling("e-", ELECTRON),
            new Spelling("e", ELECTRON),
            new Spelling("adu", COUNT),
            new Spelling("e-/adu", ELECTRON_PER_COUNT),
            new Spelling("au", AIRY_UNIT),
            new Spelling("\u03bcw", MICROWATT));

    private final String code;
    private final String sign;
    private final Dimension dimension;
    private final double factor;

    Unit(String code, String sign, Dimension dimension, double factor) {
        this.code = code;
        this.sign = sign;
        this.dimension = dimension;
        this.factor = factor;
    }

    /** The UCUM code, for instance {@code um}. */
    public String code() {
        return code;
    }

    /** The sign people read, for instance {@code µm}; empty for a pure number. */
    public String sign() {
        return sign;
    }

    /** The kind of quantity this unit measures. */
    public Dimension dimension() {
        return dimension;
    }

    /**
     * Converts a value of this unit into another unit of the same dimension.
     *
     * @throws IllegalArgumentException if the dimensions differ
     */
    public double convert(double value, Unit target) {
        if (dimension != target.dimension) {
            throw new IllegalArgumentException("cannot convert " + code + " into " + target.code);
        }
        return this == target ? value : value * (factor / target.factor);
    }

    /** The unit with this UCUM code, sign or usual spelling; {@code mW} and {@code MW} are never confused. */
    public static Optional<Unit> parse(String text) {
        String wanted = text.strip();
        Optional<Unit> exact = Arrays.stream(values())
                .filter(unit -> unit.code.equals(wanted) || (!unit.sign.isEmpty() && unit.sign.equals(wanted)))
                .findFirst();
        if (exact.isPresent()) {
            return exact;
        }
        String lower = wanted.toLowerCase(Locale.ROOT);
        return SPELLINGS.stream()
                .filter(spelling -> spelling.text.equals(lower))
                .map(Spelling::unit)
                .findFirst();
    }

    private record Spelling(String text, Unit unit) {}
}
