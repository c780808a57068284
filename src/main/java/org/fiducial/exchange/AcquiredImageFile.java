package org.fiducial.exchange;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.fiducial.facility.instrument.Make;
import org.fiducial.facility.methods.AcquiredImage;
import org.fiducial.facility.methods.AcquiredImage.Setting;
import org.fiducial.facility.methods.Value;
import org.fiducial.metrology.image.TiffHead;
import org.fiducial.metrology.image.UnreadableImageException;
import org.fiducial.metrology.protocol.DiskFault;
import org.fiducial.metrology.protocol.InputFile;
import org.fiducial.metrology.protocol.UnusableInputException;

/**
 * Reads what an image says of how it was acquired: an OME-TIFF, the OME-XML beside one, or a TIFF of ImageJ. Only the text in
 * its head is read, never a pixel: at most 32 MB, whatever the size of the file. Document types and outside entities are never
 * followed, and no plug-in is asked.
 */
public final class AcquiredImageFile {

    private static final int LARGEST_TEXT_BYTES = 32 << 20;
    private static final int SNIFFED_BYTES = 64;
    private static final Map<String, String> MICRONS =
            Map.of("micron", "µm", "microns", "µm", "um", "µm", "µm", "µm", "\\u00B5m", "µm", "nm", "nm", "mm", "mm");

    private AcquiredImageFile() {}

    /**
     * What a file says.
     *
     * @throws UnusableInputException if it is of no kind that is read here, too large, or damaged
     */
    public static AcquiredImage read(Path file) {
        String name = InputFile.nameOf(file);
        try {
            Optional<TiffHead> tiff = TiffHead.of(file);
            if (tiff.isPresent()) {
                return tiff(name, tiff.get());
            }
            if (!startsLikeXml(file)) {
                throw refused(name, "is neither");
            }
            long bytes = Files.size(file);
            if (bytes > LARGEST_TEXT_BYTES) {
                throw refused(name, "has " + bytes + " bytes, more than " + LARGEST_TEXT_BYTES);
            }
            return OmeAcquisition.read(name, new String(Files.readAllBytes(file), StandardCharsets.UTF_8), "OME-XML");
        } catch (UnreadableImageException e) {
            throw new UnusableInputException(String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new UnusableInputException(
                    "File '" + name + "' could not be read, because " + DiskFault.of(e) + "; send it again.", e);
        }
    }

    private static boolean startsLikeXml(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            String start = new String(in.readNBytes(SNIFFED_BYTES), StandardCharsets.UTF_8);
            return start.replace("\uFEFF", "").strip().startsWith("<");
        }
    }

    private static AcquiredImage tiff(String name, TiffHead head) {
        if (head.description().contains("<OME")) {
            return OmeAcquisition.read(name, head.description(), "OME-TIFF");
        }
        SortedMap<Setting, Value> grid = new TreeMap<>();
        grid.put(Setting.EXTENT, new Value.Name(head.width() + " × " + head.height()));
        boolean imageJ = head.description().startsWith("ImageJ=");
        if (imageJ) {
            imageJ(head, grid);
        }
        return new AcquiredImage(
                imageJ ? "ImageJ TIFF" : "TIFF", Make.unknown(), Optional.empty(), List.of(), grid, List.of());
    }

    /** ImageJ writes lines of a name and a value, and the pixels a unit has into the tags. */
    private static void imageJ(TiffHead head, SortedMap<Setting, Value> grid) {
        Map<String, String> said = new HashMap<>();
        head.description().lines().limit(1000).forEach(line -> {
            int sign = line.indexOf('=');
            if (sign > 0) {
                said.putIfAbsent(
                        line.substring(0, sign).strip(),
                        line.substring(sign + 1).strip());
            }
        });
        String unit = MICRONS.getOrDefault(said.getOrDefault("unit", ""), "");
        if (!unit.isEmpty() && head.pixelsPerUnit().isPresent()) {
            BigDecimal size = new BigDecimal(1 / head.pixelsPerUnit().getAsDouble(), new MathContext(4));
            grid.put(Setting.PIXEL_SIZE, new Value.Amount(size, unit).rounded());
        }
        if (!unit.isEmpty()) {
            amount(said, "spacing", unit).ifPresent(step -> grid.put(Setting.Z_STEP, step));
        }
        amount(said, "slices", "").ifPresent(planes -> grid.put(Setting.PLANES, planes));
        amount(said, "frames", "").ifPresent(times -> grid.put(Setting.TIMES, times));
        amount(said, "finterval", "s").ifPresent(interval -> grid.put(Setting.INTERVAL, interval));
    }

    private static Optional<Value> amount(Map<String, String> said, String name, String unit) {
        return Value.Amount.of(said.getOrDefault(name, ""))
                .filter(each -> each.number().signum() > 0 && each.unit().isEmpty())
                .map(each -> new Value.Amount(each.number(), unit).rounded());
    }

    static UnusableInputException refused(String name, String found) {
        return new UnusableInputException("File '" + name + "' " + found
                + "; an OME-TIFF, an OME-XML file or a TIFF of ImageJ was expected. Export the image as OME-TIFF, or its"
                + " metadata as OME-XML, and try again.");
    }
}
