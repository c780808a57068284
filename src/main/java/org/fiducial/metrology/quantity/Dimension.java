package org.fiducial.metrology.quantity;

/** The kind of a quantity: units convert into each other within one dimension and never across two. */
public enum Dimension {
    /** A pure number or a ratio. */
    NUMBER,
    /** A length. */
    LENGTH,
    /** A plane angle. */
    ANGLE,
    /** A duration. */
    TIME,
    /** Radiant power. */
    POWER,
    /** Radiant power per area. */
    IRRADIANCE,
    /** A count of electrons (or detected photons). */
    ELECTRONS,
    /** A count of analogue-to-digital units, the raw numbers of a detector. */
    DETECTOR_COUNTS,
    /** Electrons per analogue-to-digital unit. */
    CONVERSION_GAIN,
    /** A temperature in degrees Celsius. */
    TEMPERATURE,
    /** A diameter of a pinhole in Airy units. */
    AIRY_UNITS,
    /** A rate of relative change. */
    RELATIVE_RATE,
    /** A relative change with temperature. */
    RELATIVE_PER_TEMPERATURE,
    /** Radiant power per step of a setting in per cent. */
    POWER_PER_SETTING,
    /** Radiant power per current. */
    POWER_PER_CURRENT,
    /** A pressure, as of the air under an optical table. */
    PRESSURE,
    /** A volume, as of coolant. */
    VOLUME,
    /** A volume per time, as of a gas. */
    FLOW,
    /** An electrical voltage. */
    VOLTAGE,
    /** An electrical current. */
    CURRENT,
    /** Luminous flux per area. */
    ILLUMINANCE
}
