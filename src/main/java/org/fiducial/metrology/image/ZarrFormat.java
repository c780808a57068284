package org.fiducial.metrology.image;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.fiducial.metrology.image.ImageMetadata.Acquisition;
import org.fiducial.metrology.image.ImageMetadata.Channel;
import org.fiducial.metrology.image.ImageMetadata.Optics;
import org.fiducial.metrology.image.ImageMetadata.Spacing;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/**
 * OME-Zarr images: 0.4 (on Zarr 2) and 0.5 (on Zarr 3), the full resolution of the first image.
 *
 * @see <a href="https://ngff.openmicroscopy.org/0.5/">OME-NGFF 0.5</a>
 */
final class ZarrFormat {

    private static final String EXPECTED = "an OME-Zarr image (0.4 or 0.5)";
    private static final String ADVICE = "write the image again without it, or export it as OME-TIFF";
    private static final long MAX_JSON_BYTES = 16L << 20;
    private static final long MAX_PLANES = 1_000_000;
    private static final long MAX_PLANE_PIXELS = 1L << 27;

    private final ObjectMapper json = new ObjectMapper();
    private final Path root;

    private ZarrFormat(Path root) {
        this.root = root;
    }

    static boolean looksLike(Path folder) {
        return Stream.of(".zattrs", ".zgroup", "zarr.json").anyMatch(name -> Files.exists(folder.resolve(name)));
    }

    static ImageStack open(Path folder) {
        try {
            return new ZarrFormat(folder).open();
        } catch (UnsoundZarrException e) {
            throw Refusal.of(folder).because(EXPECTED, String.valueOf(e.getMessage()), ADVICE, e);
        } catch (JsonProcessingException e) {
            throw Refusal.of(folder).because(EXPECTED, "metadata that are no JSON", ADVICE, e);
        } catch (IOException e) {
            throw Refusal.of(folder).because(EXPECTED, "files that cannot be read (" + e.getMessage() + ")", ADVICE, e);
        }
    }

    private ImageStack open() throws IOException {
        Path group = root;
        JsonNode image = attributes(group);
        boolean collection = !image.has("multiscales") && Files.isDirectory(root.resolve("0"));
        if (collection) {
            group = root.resolve("0");
            image = attributes(group);
        }
        JsonNode multiscale = image.path("multiscales").path(0);
        JsonNode dataset = multiscale.path("datasets").path(0);
        if (!dataset.path("path").isTextual()) {
            throw new UnsoundZarrException("a Zarr folder without an image (no multiscales)");
        }
        Path folder = inside(group, dataset.path("path").asText());
        ZarrArray array = array(folder);
        ZarrAxes axes = axes(multiscale.path("axes"), array);
        StackShape shape = shape(array, axes);
        if (!holdsPixels(folder)) {
            throw new UnsoundZarrException("an array without pixels (no chunk is there)");
        }
        String format = "OME-Zarr "
                + multiscale.path("version").asText(image.path("version").asText("0.5"));
        StackLayout layout = new StackLayout(
                shape, StackLayout.sequence(shape, "CZT"), metadata(image, multiscale, dataset, format));
        if (lengthUnitMissing(multiscale.path("axes"))) {
            layout = layout.with(StackNote.LENGTH_UNIT_NOT_KNOWN);
        }
        if (collection && Files.isDirectory(root.resolve("1"))) {
            layout = layout.with(StackNote.FIRST_OF_SEVERAL_IMAGES);
        }
        return new FileStack(
                root, layout.withTimeReadAsDepth(), array.samples().type(), new ZarrPlanes(folder, array, axes));
    }

    private JsonNode attributes(Path group) throws IOException {
        if (Files.exists(group.resolve("zarr.json"))) {
            return read(group.resolve("zarr.json")).path("attributes").path("ome");
        }
        return Files.exists(group.resolve(".zattrs")) ? read(group.resolve(".zattrs")) : json.createObjectNode();
    }

    private JsonNode read(Path file) throws IOException {
        if (Files.size(file) > MAX_JSON_BYTES) {
            throw new UnsoundZarrException("metadata of " + Files.size(file) + " bytes");
        }
        return json.readTree(Files.readAllBytes(file));
    }

    private static Path inside(Path group, String name) throws UnsoundZarrException {
        Path folder = group.resolve(name).normalize();
        if (!folder.startsWith(group.normalize()) || Path.of(name).isAbsolute()) {
            throw new UnsoundZarrException("an image outside its folder (" + name + ")");
        }
        return folder;
    }

    private ZarrArray array(Path folder) throws IOException {
        if (Files.exists(folder.resolve("zarr.json"))) {
            return ZarrArray.version3(read(folder.resolve("zarr.json")));
        }
        if (Files.exists(folder.resolve(".zarray"))) {
            return ZarrArray.version2(read(folder.resolve(".zarray")));
        }
        throw new UnsoundZarrException("no array in the folder " + root.relativize(folder));
    }

    private static ZarrAxes axes(JsonNode listed, ZarrArray array) throws UnsoundZarrException {
        StringBuilder names = new StringBuilder();
        for (JsonNode axis : listed) {
            names.append(axis.isTextual() ? axis.asText() : axis.path("name").asText());
        }
        String letters = names.isEmpty() && array.shape().size() == 5 ? "tczyx" : names.toString();
        if (letters.length() != array.shape().size()) {
            throw new UnsoundZarrException(
                    "the axes " + letters + " on an array of " + array.shape().size() + " dimensions");
        }
        try {
            return new ZarrAxes(letters.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new UnsoundZarrException("the axes " + letters);
        }
    }

    private static StackShape shape(ZarrArray array, ZarrAxes axes) throws UnsoundZarrException {
        StackShape shape = axes.stack(array.shape());
        long planes = (long) shape.depth() * shape.channels();
        if (planes > MAX_PLANES || planes * shape.times() > MAX_PLANES) {
            throw new UnsoundZarrException("more than " + MAX_PLANES + " planes");
        }
        if ((long) shape.width() * shape.height() > MAX_PLANE_PIXELS) {
            throw new UnsoundZarrException("planes of " + shape.width() + " x " + shape.height() + " pixels");
        }
        return shape;
    }

    private static boolean holdsPixels(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder, 7)) {
            return files.filter(file ->
                            Character.isDigit(String.valueOf(file.getFileName()).charAt(0))
                                    || String.valueOf(file.getFileName()).startsWith("c."))
                    .anyMatch(Files::isRegularFile);
        }
    }

    private static boolean lengthUnitMissing(JsonNode axes) {
        return StreamSupport.stream(axes.spliterator(), false)
                .filter(axis -> axis.path("name").asText().equals("x"))
                .anyMatch(axis -> LengthText.unit(axis.path("unit").asText()).isEmpty());
    }

    private static ImageMetadata metadata(JsonNode image, JsonNode multiscale, JsonNode dataset, String format) {
        Spacing spacing = new Spacing(
                size(multiscale, dataset, 'x'), size(multiscale, dataset, 'y'), size(multiscale, dataset, 'z'));
        List<Channel> channels = StreamSupport.stream(
                        image.path("omero").path("channels").spliterator(), false)
                .map(channel -> new Channel(
                        Optional.of(channel.path("label").asText()).filter(label -> !label.isEmpty()),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty()))
                .toList();
        return new ImageMetadata(
                spacing,
                new Optics(Optional.empty(), Optional.empty(), Optional.empty()),
                channels,
                new Acquisition(format, Optional.empty(), Optional.empty(), List.of()));
    }

    /** The scale of the array times that of the whole pyramid. */
    private static Optional<Quantity> size(JsonNode multiscale, JsonNode dataset, char name) {
        JsonNode axes = multiscale.path("axes");
        int at = IntStream.range(0, axes.size())
                .filter(i -> axes.path(i).path("name").asText().equals(String.valueOf(name)))
                .findFirst()
                .orElse(-1);
        if (at < 0) {
            return Optional.empty();
        }
        Optional<Unit> unit = LengthText.unit(axes.path(at).path("unit").asText());
        Optional<Double> own = scale(dataset, at);
        double common = scale(multiscale, at).orElse(1.0);
        return own.filter(scale -> Double.isFinite(scale * common))
                .flatMap(scale -> unit.map(each -> new Quantity(scale * common, each)));
    }

    private static Optional<Double> scale(JsonNode holder, int axis) {
        for (JsonNode transformation : holder.path("coordinateTransformations")) {
            JsonNode scale = transformation.path("scale").path(axis);
            if (transformation.path("type").asText().equals("scale") && scale.isNumber()) {
                return Optional.of(scale.asDouble());
            }
        }
        return Optional.empty();
    }
}
