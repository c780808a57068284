package org.fiducial.metrology.image;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** Formats of microscope makers, known by their extension only. They are read by Bio-Formats where the user added it. */
final class VendorFormat {

    private static final Map<String, String> BY_EXTENSION = Map.ofEntries(
            Map.entry("czi", "a Zeiss CZI file"),
            Map.entry("lsm", "a Zeiss LSM file"),
            Map.entry("zvi", "a Zeiss ZVI file"),
            Map.entry("nd2", "a Nikon ND2 file"),
            Map.entry("lif", "a Leica LIF file"),
            Map.entry("lof", "a Leica LOF file"),
            Map.entry("xlef", "a Leica XLEF project"),
            Map.entry("oib", "an Olympus OIB file"),
            Map.entry("oif", "an Olympus OIF file"),
            Map.entry("oir", "an Olympus OIR file"),
            Map.entry("vsi", "an Olympus VSI file"),
            Map.entry("ims", "an Imaris IMS file"),
            Map.entry("dv", "a DeltaVision file"),
            Map.entry("r3d", "a DeltaVision file"),
            Map.entry("stk", "a MetaMorph STK file"),
            Map.entry("nd", "a MetaMorph ND file"),
            Map.entry("sld", "a SlideBook file"),
            Map.entry("sldy", "a SlideBook folder"),
            Map.entry("ics", "an ICS file"),
            Map.entry("ids", "an ICS file"),
            Map.entry("flex", "an Opera Flex file"),
            Map.entry("mvd2", "a Volocity library"));

    private VendorFormat() {}

    /** What the file is, as the object of a sentence; empty if the extension is no maker's. */
    static Optional<String> of(Path file) {
        String name = String.valueOf(file.getFileName());
        int dot = name.lastIndexOf('.');
        return dot < 0
                ? Optional.empty()
                : Optional.ofNullable(BY_EXTENSION.get(name.substring(dot + 1).toLowerCase(Locale.ROOT)));
    }
}
