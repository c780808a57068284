package org.fiducial.metrology.image;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.Optional;
import org.fiducial.metrology.image.ImageMetadata.Spacing;
import org.fiducial.metrology.quantity.Quantity;
import org.fiducial.metrology.quantity.Unit;

/**
 * Writes a stack as an uncompressed TIFF file, plane by plane, with the description of ImageJ or of OME.
 *
 * <p>Planes come in the order channel, z, time (channel fastest). The pixels of all planes follow each other without a
 * gap; a file of more than 4 GB becomes a BigTIFF. Values are rounded and clipped to the range of the pixel type, as a
 * detector does; NaN becomes 0 in integer types. Files are the same bytes for the same input.
 *
 * <pre>{@code
 * try (var writer = ImageStackWriter.imageJ(file, shape, PixelType.UINT16, ImageMetadata.spacedBy(voxel))) {
 *     for (float[] plane : planes) {
 *         writer.writePlane(plane);
 *     }
 * }
 * }</pre>
 */
public final class ImageStackWriter implements Closeable {

    private static final int ENTRIES = 13;
    private static final long CLASSIC_LIMIT = 0xffff_0000L;
    private static final int CHUNK_SAMPLES = 1 << 16;
    private static final int SCALE = 1_000_000;

    private final StackShape shape;
    private final PixelType type;
    private final Spacing spacing;
    private final byte[] description;
    private final boolean big;
    private final FileChannel channel;
    private final ByteBuffer chunk;
    private int written;

    private ImageStackWriter(Path file, StackShape shape, PixelType type, Spacing spacing, String description) {
        this.shape = shape;
        this.type = requireWritable(type);
        this.spacing = spacing;
        this.description = (description + "\0").getBytes(StandardCharsets.UTF_8);
        long directories = (long) planes() * 512 + this.description.length;
        this.big = planes() * planeBytes() + directories > CLASSIC_LIMIT;
        this.chunk = ByteBuffer.allocate(CHUNK_SAMPLES * type.bytes()).order(ByteOrder.LITTLE_ENDIAN);
        try {
            this.channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING);
            writeAt(0, header());
            writeAt(firstDirectory(), directory(0));
            writeAt(descriptionAt(), ByteBuffer.wrap(this.description));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static PixelType requireWritable(PixelType type) {
        if (type == PixelType.UINT8 || type == PixelType.UINT16 || type == PixelType.FLOAT32) {
            return type;
        }
        throw new IllegalArgumentException("can write UINT8, UINT16 and FLOAT32, was asked for " + type);
    }

    /** A file with the description of ImageJ: extents, unit and spacing. Open it with {@link ImageFiles} or ImageJ. */
    public static ImageStackWriter imageJ(Path file, StackShape shape, PixelType type, ImageMetadata metadata) {
        StringBuilder text = new StringBuilder("ImageJ=1.54p\n");
        int images = shape.channels() * shape.depth() * shape.times();
        text.append("images=").append(images).append('\n');
        if (shape.channels() > 1) {
            text.append("channels=").append(shape.channels()).append('\n');
        }
        text.append("slices=").append(shape.depth()).append('\n');
        if (shape.times() > 1) {
            text.append("frames=").append(shape.times()).append('\n');
        }
        if (shape.channels() > 1 || shape.times() > 1) {
            text.append("hyperstack=true\n");
        }
        if (shape.channels() > 1) {
            text.append("mode=composite\n");
        }
        if (metadata.spacing().pixelSizeX().isPresent()) {
            text.append("unit=micron\n");
        }
        metadata.spacing().zStep().ifPresent(step -> text.append("spacing=")
                .append(step.valueIn(Unit.MICROMETRE))
                .append('\n'));
        text.append("loop=false\n");
        return new ImageStackWriter(file, shape, type, metadata.spacing(), text.toString());
    }

    /** A file with an OME-XML description: extents, spacing, objective, channels, time and instrument. */
    public static ImageStackWriter ome(Path file, StackShape shape, PixelType type, ImageMetadata metadata) {
        String xml = OmeXmlText.of(shape, type, metadata);
        Spacing none = new Spacing(Optional.empty(), Optional.empty(), Optional.empty());
        return new ImageStackWriter(file, shape, type, none, xml);
    }

    /**
     * Writes the next plane.
     *
     * @param plane [height * width], row by row
     */
    public void writePlane(float[] plane) {
        if (written == planes()) {
            throw new IllegalStateException("all " + planes() + " planes are written already");
        }
        if (plane.length != shape.planeSize()) {
            throw new IllegalArgumentException("a plane has " + shape.planeSize() + " pixels, was " + plane.length);
        }
        long at = pixelsAt() + written * planeBytes();
        try {
            for (int from = 0; from < plane.length; from += CHUNK_SAMPLES) {
                chunk.clear();
                fill(plane, from, Math.min(plane.length, from + CHUNK_SAMPLES));
                writeAt(at + (long) from * type.bytes(), chunk.flip());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        written++;
    }

    private void fill(float[] plane, int from, int to) {
        switch (type) {
            case UINT8 -> {
                for (int i = from; i < to; i++) {
                    chunk.put((byte) Math.max(0, Math.min(255, Math.round(plane[i]))));
                }
            }
            case FLOAT32 -> {
                for (int i = from; i < to; i++) {
                    chunk.putFloat(plane[i]);
                }
            }
            default -> {
                for (int i = from; i < to; i++) {
                    chunk.putShort((short) Math.max(0, Math.min(65_535, Math.round(plane[i]))));
                }
            }
        }
    }

    /**
     * Finishes the file.
     *
     * @throws IllegalStateException if planes are missing; the file is then not usable
     */
    @Override
    public void close() {
        try (channel) {
            if (written < planes()) {
                throw new IllegalStateException("only " + written + " of " + planes() + " planes were written");
            }
            ByteBuffer rest =
                    ByteBuffer.allocate((planes() - 1) * directoryBytes()).order(ByteOrder.LITTLE_ENDIAN);
            for (int plane = 1; plane < planes(); plane++) {
                rest.put(directory(plane));
            }
            writeAt(directoryAt(1), rest.flip());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int planes() {
        return Math.multiplyExact(Math.multiplyExact(shape.channels(), shape.depth()), shape.times());
    }

    private long planeBytes() {
        return (long) shape.planeSize() * type.bytes();
    }

    private int firstDirectory() {
        return big ? 16 : 8;
    }

    private int directoryBytes() {
        // The two rationals of the pixel size follow each directory.
        return (big ? 8 + 20 * ENTRIES + 8 : 2 + 12 * ENTRIES + 4) + 16;
    }

    private int descriptionAt() {
        return firstDirectory() + directoryBytes();
    }

    private long pixelsAt() {
        return (descriptionAt() + description.length + 15L) / 16 * 16;
    }

    private long directoryAt(int plane) {
        long end = (pixelsAt() + planes() * planeBytes() + 1) / 2 * 2;
        return plane == 0 ? firstDirectory() : end + (long) (plane - 1) * directoryBytes();
    }

    private ByteBuffer header() {
        ByteBuffer out = ByteBuffer.allocate(firstDirectory()).order(ByteOrder.LITTLE_ENDIAN);
        out.put((byte) 'I').put((byte) 'I').putShort((short) (big ? 43 : 42));
        if (big) {
            out.putShort((short) 8).putShort((short) 0).putLong(firstDirectory());
        } else {
            out.putInt(firstDirectory());
        }
        return out.flip();
    }

    private ByteBuffer directory(int plane) {
        long at = directoryAt(plane);
        long rationals = at + directoryBytes() - 16;
        ByteBuffer out = ByteBuffer.allocate(directoryBytes()).order(ByteOrder.LITTLE_ENDIAN);
        if (big) {
            out.putLong(ENTRIES);
        } else {
            out.putShort((short) ENTRIES);
        }
        entry(out, 256, 4, 1, shape.width());
        entry(out, 257, 4, 1, shape.height());
        entry(out, 258, 3, 1, 8L * type.bytes());
        entry(out, 259, 3, 1, 1);
        entry(out, 262, 3, 1, 1);
        entry(out, 270, 2, description.length, descriptionAt());
        entry(out, 273, big ? 16 : 4, 1, pixelsAt() + plane * planeBytes());
        entry(out, 278, 4, 1, shape.height());
        entry(out, 279, big ? 16 : 4, 1, planeBytes());
        rational(out, 282, rationals, spacing.pixelSizeX());
        rational(out, 283, rationals + 8, spacing.pixelSizeY());
        entry(out, 296, 3, 1, 1);
        entry(out, 339, 3, 1, type == PixelType.FLOAT32 ? 3 : 1);
        long next = plane + 1 < planes() ? directoryAt(plane + 1) : 0;
        if (big) {
            out.putLong(next);
        } else {
            out.putInt((int) next);
        }
        putRational(out, spacing.pixelSizeX());
        putRational(out, spacing.pixelSizeY());
        return out.flip();
    }

    private void entry(ByteBuffer out, int tag, int fieldType, int count, long value) {
        out.putShort((short) tag).putShort((short) fieldType);
        if (big) {
            out.putLong(count).putLong(value);
        } else {
            out.putInt(count).putInt((int) value);
        }
    }

    private void rational(ByteBuffer out, int tag, long at, Optional<Quantity> size) {
        if (big) {
            out.putShort((short) tag).putShort((short) 5).putLong(1);
            putRational(out, size); // eight bytes fit into the entry itself
        } else {
            entry(out, tag, 5, 1, at);
        }
    }

    /** Pixels per micrometre in millionths; one pixel per unit where no size is known. */
    private static void putRational(ByteBuffer out, Optional<Quantity> size) {
        double perUm = size.map(each -> 1 / each.valueIn(Unit.MICROMETRE)).orElse(1.0);
        double numerator = perUm * SCALE;
        if (!(numerator > 0) || numerator > 4.0e9) {
            throw new IllegalArgumentException(
                    String.format(Locale.ROOT, "a pixel size of %s µm cannot be written", 1 / perUm));
        }
        out.putInt((int) Math.round(numerator)).putInt(SCALE);
    }

    private void writeAt(long offset, ByteBuffer bytes) throws IOException {
        long at = offset;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }
}
