package org.fiducial.metrology.acquisition;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Kind of microscopy, as the parameter {@code modality} says it. */
public enum Modality {
    WIDEFIELD,
    CONFOCAL,
    SPINNING_DISK,
    MULTIPHOTON,
    LIGHT_SHEET,
    IMAGE_SCANNING,
    SIM,
    STED,
    DECONVOLVED;

    /** Acquisition modes of OME files (OME 2016-06, Channel:AcquisitionMode) with one meaning here. */
    private static final Map<String, Modality> OME_MODES = Map.ofEntries(
            Map.entry("widefield", WIDEFIELD),
            Map.entry("laserscanningconfocalmicroscopy", CONFOCAL),
            Map.entry("slitscanconfocal", CONFOCAL),
            Map.entry("spinningdiskconfocal", SPINNING_DISK),
            Map.entry("sweptfieldconfocal", SPINNING_DISK),
            Map.entry("multiphotonmicroscopy", MULTIPHOTON),
            Map.entry("spim", LIGHT_SHEET),
            Map.entry("structuredillumination", SIM),
            Map.entry("sted", STED));

    /** The word of the parameter, for instance {@code spinning-disk}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Modality ofWord(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no modality is called " + word));
    }

    /** The modality of an acquisition mode in the words of an image file, where it has just one meaning. */
    public static Optional<Modality> ofFileMode(String mode) {
        return Optional.ofNullable(OME_MODES.get(mode.toLowerCase(Locale.ROOT).replaceAll("[^a-z]", "")));
    }
}
