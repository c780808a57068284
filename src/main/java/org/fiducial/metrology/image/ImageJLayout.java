package org.fiducial.metrology.image;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.fiducial.metrology.image.ImageMetadata.Acquisition;
import org.fiducial.metrology.image.ImageMetadata.Optics;
import org.fiducial.metrology.image.ImageMetadata.Spacing;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/** The description that ImageJ writes: lines of {@code key=value} after {@code ImageJ=version}. */
final class ImageJLayout {

    private static final String DEFAULT_ORDER = "CZT";

    private final Map<String, String> values;
    private final TiffStructure structure;

    private ImageJLayout(TiffStructure structure, String description) {
        this.structure = structure;
        this.values = values(description);
    }

    static boolean describes(String description) {
        return description.startsWith("ImageJ=");
    }

    private static Map<String, String> values(String description) {
        Map<String, String> values = new HashMap<>();
        for (String line : description.split("[\\r\\n]+", -1)) {
            int equals = line.indexOf('=');
            if (equals > 0) {
                values.put(
                        line.substring(0, equals).strip(),
                        line.substring(equals + 1).strip());
            }
        }
        return values;
    }

    /**
     * Planes promised by the description. ImageJ writes stacks of more than 4 GB with one directory only.
     *
     * @return at least 1
     */
    static int images(String description) {
        return Math.max(1, count(values(description), "images"));
    }

    static StackLayout of(TiffStructure structure, String description, int planes) throws UnsoundTiffException {
        return new ImageJLayout(structure, description).layout(planes);
    }

    private StackLayout layout(int planes) throws UnsoundTiffException {
        StackShape shape = shape(planes);
        ImageMetadata metadata = new ImageMetadata(
                spacing(),
                new Optics(Optional.empty(), Optional.empty(), Optional.empty()),
                List.of(),
                new Acquisition("ImageJ TIFF", Optional.empty(), Optional.empty(), List.of()));
        StackLayout layout = new StackLayout(shape, StackLayout.sequence(shape, order()), metadata);
        Optional<String> unit = Optional.ofNullable(values.get("unit"));
        if (unit.isPresent()
                && !LengthText.uncalibrated(unit.get())
                && LengthText.unit(unit.get()).isEmpty()) {
            layout = layout.with(StackNote.LENGTH_UNIT_NOT_KNOWN);
        }
        return layout.withTimeReadAsDepth();
    }

    private StackShape shape(int planes) throws UnsoundTiffException {
        TiffPage page = structure.pages().get(0);
        int channels = Math.max(1, count(values, "channels"));
        int slices = Math.max(1, count(values, "slices"));
        int frames = Math.max(1, count(values, "frames"));
        if ((long) channels * slices * frames != planes) {
            if (channels > 1 || frames > 1 || count(values, "images") > planes) {
                throw new UnsoundTiffException(planes + " planes where the description promises " + channels
                        + " channels x " + slices + " slices x " + frames + " frames (cut off or damaged)");
            }
            slices = planes;
        }
        return new StackShape(page.width(), page.height(), slices, channels, frames);
    }

    private String order() {
        String order = values.getOrDefault("order", DEFAULT_ORDER).toUpperCase(Locale.ROOT);
        boolean permutation =
                order.length() == 3 && order.indexOf('C') >= 0 && order.indexOf('Z') >= 0 && order.indexOf('T') >= 0;
        return permutation ? order : DEFAULT_ORDER;
    }

    private Spacing spacing() throws UnsoundTiffException {
        ResolutionTags tags = new ResolutionTags(structure.first());
        Optional<String> word = Optional.ofNullable(values.get("unit"));
        if (word.isEmpty()) {
            Optional<Unit> own = tags.ownUnit();
            return new Spacing(
                    own.flatMap(tags::x).filter(ResolutionTags::believable),
                    own.flatMap(tags::y).filter(ResolutionTags::believable),
                    Optional.empty());
        }
        Optional<Unit> unit = LengthText.unit(word.get());
        Optional<Unit> unitY =
                Optional.ofNullable(values.get("yunit")).map(LengthText::unit).orElse(unit);
        Optional<Unit> unitZ =
                Optional.ofNullable(values.get("zunit")).map(LengthText::unit).orElse(unit);
        return new Spacing(unit.flatMap(tags::x), unitY.flatMap(tags::y), unitZ.flatMap(this::step));
    }

    private Optional<Quantity> step(Unit unit) {
        return Optional.ofNullable(values.get("spacing")).flatMap(text -> {
            try {
                double spacing = Double.parseDouble(text);
                return Double.isFinite(spacing) ? Optional.of(new Quantity(spacing, unit)) : Optional.empty();
            } catch (NumberFormatException e) {
                return Optional.empty();
            }
        });
    }

    private static int count(Map<String, String> values, String key) {
        try {
            return Integer.parseInt(values.getOrDefault(key, "0"));
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
