package org.fiducial.metrology.image;

import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.plugins.tiff.TIFFImageReaderSpi;
import java.awt.image.DataBuffer;
import java.awt.image.DataBufferByte;
import java.awt.image.DataBufferFloat;
import java.awt.image.DataBufferInt;
import java.awt.image.DataBufferUShort;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageReader;

/**
 * Compressed planes, decoded one by one by the image library.
 *
 * <p>The library never sees the directory of the file: each plane is presented to it with a fresh one that holds only
 * what has been checked (size, compression, predictor, positions). Samples without predictor are presented as bytes and
 * those with one as unsigned integers, so that every sample type passes through unchanged.
 */
final class DecodedPlanes implements PlaneSource {

    private static final int HEADER_BYTES = 16;
    private static final int LONG = 4;
    private static final int LONG8 = 16;

    private final PositionalInput input;
    private final ByteOrder order;
    private final List<TiffPage> pages;
    private final SampleDecoder decoder;
    private final TIFFImageReaderSpi readers = new TIFFImageReaderSpi();

    DecodedPlanes(PositionalInput input, ByteOrder order, List<TiffPage> pages) {
        this.input = input;
        this.order = order;
        this.pages = List.copyOf(pages);
        this.decoder = new SampleDecoder(pages.get(0).type());
    }

    /** Refuses what the library cannot undo. */
    static void check(TiffPage page) throws UnsoundTiffException {
        int predictor = page.coding().predictor();
        boolean known = predictor == 1
                || (predictor == 2 && page.type() != PixelType.FLOAT64)
                || (predictor == 3 && page.type() == PixelType.FLOAT32);
        if (page.coding().compressed() && !known) {
            throw new UnsoundTiffException("predictor number " + predictor + " on " + page.type() + " samples");
        }
    }

    @Override
    public void read(int page, PixelPlane target) throws IOException {
        TiffPage plane = pages.get(page);
        DataBuffer samples = decode(plane);
        if (samples instanceof DataBufferByte bytes) {
            decoder.decode(ByteBuffer.wrap(bytes.getData()).order(order), plane.width() * plane.height(), target, 0);
        } else if (samples instanceof DataBufferUShort shorts) {
            decoder.convert(shorts.getData(), shorts.getSize(), target, 0);
        } else if (samples instanceof DataBufferInt ints) {
            decoder.convert(ints.getData(), ints.getSize(), target, 0);
        } else if (samples instanceof DataBufferFloat floats) {
            target.fill(floats.getData());
        } else {
            throw new IOException("a plane decoded to " + samples.getDataType());
        }
    }

    private DataBuffer decode(TiffPage plane) throws IOException {
        ImageReader reader = readers.createReaderInstance(null);
        try (SplicedInput stream = new SplicedInput(directory(plane), input)) {
            reader.setInput(stream);
            return reader.readRaster(0, null).getDataBuffer();
        } catch (RuntimeException e) { // the library meets damaged data with whatever exception comes first
            throw new IOException("a plane that cannot be decoded", e);
        } finally {
            reader.dispose();
        }
    }

    /** A BigTIFF header and one directory; the file itself follows. */
    private byte[] directory(TiffPage plane) {
        TiffPage.Blocks blocks = plane.blocks();
        boolean asBytes = plane.coding().predictor() == 1;
        int factor = asBytes ? plane.type().bytes() : 1;
        boolean asFloats = plane.coding().predictor() == 3;
        int entries = blocks.tiled() ? 12 : 11;
        int arrays = HEADER_BYTES + 8 + 20 * entries + 8;
        int count = plane.blockCount();
        long[] counts = Arrays.copyOf(blocks.counts(), count);
        ByteBuffer out = ByteBuffer.allocate(arrays + 16 * count).order(order);
        out.put(order == ByteOrder.LITTLE_ENDIAN ? new byte[] {'I', 'I'} : new byte[] {'M', 'M'});
        out.putShort((short) TIFF.BIGTIFF_MAGIC).putShort((short) 8).putShort((short) 0);
        out.putLong(HEADER_BYTES);
        out.putLong(entries);
        put(out, TIFF.TAG_IMAGE_WIDTH, plane.width() * factor);
        put(out, TIFF.TAG_IMAGE_HEIGHT, plane.height());
        put(out, TIFF.TAG_BITS_PER_SAMPLE, asBytes ? 8 : 8 * plane.type().bytes());
        put(out, TIFF.TAG_COMPRESSION, plane.coding().compression());
        put(out, TIFF.TAG_PHOTOMETRIC_INTERPRETATION, 1);
        put(out, TIFF.TAG_SAMPLES_PER_PIXEL, 1);
        put(out, TIFF.TAG_PREDICTOR, plane.coding().predictor());
        put(out, TIFF.TAG_SAMPLE_FORMAT, asFloats ? 3 : 1);
        long[] moved = Arrays.stream(blocks.offsets(), 0, count)
                .map(offset -> offset + out.capacity())
                .toArray();
        if (blocks.tiled()) {
            put(out, TIFF.TAG_TILE_WIDTH, blocks.width() * factor);
            put(out, TIFF.TAG_TILE_HEIGTH, blocks.height());
            put(out, TIFF.TAG_TILE_OFFSETS, moved, arrays);
            put(out, TIFF.TAG_TILE_BYTE_COUNTS, counts, arrays + 8 * count);
        } else {
            put(out, TIFF.TAG_ROWS_PER_STRIP, blocks.height());
            put(out, TIFF.TAG_STRIP_OFFSETS, moved, arrays);
            put(out, TIFF.TAG_STRIP_BYTE_COUNTS, counts, arrays + 8 * count);
        }
        out.putLong(0);
        out.asLongBuffer().put(moved).put(counts);
        return out.array();
    }

    private static void put(ByteBuffer out, int tag, int value) {
        out.putShort((short) tag)
                .putShort((short) LONG)
                .putLong(1)
                .putInt(value)
                .putInt(0);
    }

    private static void put(ByteBuffer out, int tag, long[] values, int arrayAt) {
        out.putShort((short) tag).putShort((short) LONG8).putLong(values.length);
        out.putLong(values.length == 1 ? values[0] : arrayAt);
    }

    @Override
    public void close() throws IOException {
        input.close();
    }
}
