package org.fiducial.facility.methods;

import java.time.LocalDateTime;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fiducial.facility.instrument.Component;
import org.fiducial.facility.instrument.Make;

/**
 * What an image says of how it was acquired. What it does not say is not there.
 *
 * @param format of which kind it is, for instance {@code OME-TIFF}
 * @param stand the microscope; blank where it does not say
 * @param acquiredAt by the clock of the microscope
 * @param parts what it was acquired with, each with what is said of it by the registry's names of properties
 * @param grid pixels and planes
 * @param channels in the order of the file
 */
public record AcquiredImage(
        String format,
        Make stand,
        Optional<LocalDateTime> acquiredAt,
        List<Part> parts,
        SortedMap<Setting, Value> grid,
        List<Channel> channels) {

    public AcquiredImage {
        parts = List.copyOf(parts);
        grid = Collections.unmodifiableSortedMap(new TreeMap<>(grid));
        channels = List.copyOf(channels);
    }

    /** A thing the light went through. */
    public record Part(Component.Kind kind, Make make, Map<String, Value> properties) {

        public Part {
            properties = Collections.unmodifiableSortedMap(new TreeMap<>(properties));
        }

        /** What is said of it under a name. */
        public Optional<Value> property(String name) {
            return Optional.ofNullable(properties.get(name));
        }
    }

    /** A channel; the name is blank where there is none. */
    public record Channel(String name, SortedMap<Setting, Value> settings) {

        public Channel {
            settings = Collections.unmodifiableSortedMap(new TreeMap<>(settings));
        }
    }

    /** What a person or a program sets, in the order it is read. */
    public enum Setting {
        PIXEL_SIZE,
        Z_STEP,
        EXTENT,
        PLANES,
        TIMES,
        INTERVAL,
        PIXEL_TYPE,
        REFRACTIVE_INDEX,
        MODE,
        CONTRAST,
        DYE,
        EXCITATION,
        EMISSION,
        PINHOLE,
        EXPOSURE,
        DWELL,
        AVERAGING,
        BINNING,
        GAIN,
        VOLTAGE,
        OFFSET,
        READ_OUT_RATE,
        ZOOM,
        POWER,
        ATTENUATION;

        /** The word used in data, for instance {@code pixel-size}. */
        public String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    /** The objective, where it says which. */
    public Optional<Part> objective() {
        return parts.stream()
                .filter(part -> part.kind() == Component.Kind.OBJECTIVE)
                .findFirst();
    }

    /** Whether it says how anything was set. */
    public boolean hasSettings() {
        return !grid.isEmpty()
                || channels.stream().anyMatch(each -> !each.settings().isEmpty());
    }
}
