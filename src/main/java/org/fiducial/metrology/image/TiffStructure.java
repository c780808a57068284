package org.fiducial.metrology.image;

import com.twelvemonkeys.imageio.metadata.CompoundDirectory;
import com.twelvemonkeys.imageio.metadata.tiff.TIFF;
import com.twelvemonkeys.imageio.metadata.tiff.TIFFReader;
import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.imageio.stream.ImageInputStream;

/**
 * The image directories of a TIFF file, each checked against the length of the file before a plane is allocated.
 *
 * @param order byte order of the samples
 * @param first tags of the first full-sized directory
 * @param pages the full-sized directories in file order
 * @param reducedSkipped true if smaller copies were left out
 */
record TiffStructure(ByteOrder order, TiffTags first, List<TiffPage> pages, boolean reducedSkipped) {

    /** Largest plane in pixels; 4 bytes each, it must fit the memory beside the analysis. */
    private static final long MAX_PLANE_PIXELS = 1L << 27;

    /** Largest ratio of decoded to stored bytes that the decoder accepts. */
    private static final long MAX_EXPANSION = 512;

    private static final Set<Integer> COMPRESSIONS = Set.of(1, 5, 8, 32_773, 32_946);

    private static final Map<Integer, String> OTHER_COMPRESSIONS = Map.of(
            6, "by JPEG, which alters the values",
            7, "by JPEG, which alters the values",
            33_003, "by JPEG 2000",
            33_005, "by JPEG 2000",
            34_712, "by JPEG 2000",
            34_925, "by LZMA",
            50_000, "by Zstandard",
            50_002, "by JPEG XL");

    static TiffStructure read(PositionalInput input) throws IOException {
        ByteOrder order = TiffGuard.check(input);
        CompoundDirectory directories = directories(input);
        List<TiffPage> pages = new ArrayList<>();
        TiffTags first = null;
        boolean reducedSkipped = false;
        for (int i = 0; i < directories.directoryCount(); i++) {
            TiffTags tags = new TiffTags(directories.getDirectory(i));
            if ((tags.number(TIFF.TAG_SUBFILE_TYPE, 0) & 1) != 0) {
                reducedSkipped = true;
                continue;
            }
            TiffPage page = page(tags, input);
            if (first == null) {
                first = tags;
            } else if (!page.sameKindAs(pages.get(0))) {
                throw new UnsoundTiffException("planes of different size or type (plane " + (pages.size() + 1) + " has "
                        + page.width() + " x " + page.height() + " pixels of " + page.type() + ", plane 1 has "
                        + pages.get(0).width() + " x " + pages.get(0).height() + " of "
                        + pages.get(0).type() + ")");
            }
            pages.add(page);
        }
        if (first == null) {
            throw new UnsoundTiffException("no image directory");
        }
        return new TiffStructure(order, first, List.copyOf(pages), reducedSkipped);
    }

    private static CompoundDirectory directories(PositionalInput input) throws IOException {
        try (ImageInputStream stream = new SplicedInput(input)) {
            return (CompoundDirectory) new TIFFReader().read(stream);
        } catch (RuntimeException e) { // the library meets hostile bytes with whatever exception comes first
            throw new IOException("tags that cannot be read", e);
        }
    }

    private static TiffPage page(TiffTags tags, PositionalInput input) throws UnsoundTiffException {
        long width = tags.required(TIFF.TAG_IMAGE_WIDTH, "ImageWidth");
        long height = tags.required(TIFF.TAG_IMAGE_HEIGHT, "ImageLength");
        if (width < 1 || height < 1 || width > MAX_PLANE_PIXELS || width * height > MAX_PLANE_PIXELS) {
            throw new UnsoundTiffException("planes of " + width + " x " + height + " pixels");
        }
        if (tags.number(TIFF.TAG_SAMPLES_PER_PIXEL, 1) != 1) {
            throw new UnsoundTiffException(
                    "a colour picture with " + tags.number(TIFF.TAG_SAMPLES_PER_PIXEL, 1) + " values a pixel");
        }
        TiffPage.Coding coding = new TiffPage.Coding(
                (int) tags.number(TIFF.TAG_COMPRESSION, 1), (int) tags.number(TIFF.TAG_PREDICTOR, 1));
        if (!COMPRESSIONS.contains(coding.compression())) {
            String name = OTHER_COMPRESSIONS.getOrDefault(coding.compression(), "number " + coding.compression());
            throw new UnsoundTiffException("compression " + name);
        }
        if (tags.number(TIFF.TAG_FILL_ORDER, 1) != 1) {
            throw new UnsoundTiffException("a reversed bit order");
        }
        PixelType type = pixelType(tags.number(TIFF.TAG_BITS_PER_SAMPLE, 1), tags.number(TIFF.TAG_SAMPLE_FORMAT, 1));
        TiffPage page = new TiffPage((int) width, (int) height, type, coding, blocks(tags, (int) width, (int) height));
        checkBlocks(page, input);
        return page;
    }

    private static PixelType pixelType(long bits, long sampleFormat) throws UnsoundTiffException {
        if (sampleFormat == 3) {
            if (bits == 32 || bits == 64) {
                return bits == 32 ? PixelType.FLOAT32 : PixelType.FLOAT64;
            }
        } else if (sampleFormat == 2) {
            if (bits == 16 || bits == 32) {
                return bits == 16 ? PixelType.INT16 : PixelType.INT32;
            }
        } else if (sampleFormat == 1 || sampleFormat == 4) {
            if (bits == 8) {
                return PixelType.UINT8;
            }
            if (bits == 16 || bits == 32) {
                return bits == 16 ? PixelType.UINT16 : PixelType.UINT32;
            }
        }
        throw new UnsoundTiffException("samples of " + bits + " bits in sample format " + sampleFormat);
    }

    private static TiffPage.Blocks blocks(TiffTags tags, int width, int height) throws UnsoundTiffException {
        if (tags.has(TIFF.TAG_TILE_OFFSETS)) {
            return new TiffPage.Blocks(
                    blockSide(tags.required(TIFF.TAG_TILE_WIDTH, "TileWidth")),
                    blockSide(tags.required(TIFF.TAG_TILE_HEIGTH, "TileLength")),
                    true,
                    tags.numbers(TIFF.TAG_TILE_OFFSETS),
                    tags.numbers(TIFF.TAG_TILE_BYTE_COUNTS));
        }
        long rows = tags.number(TIFF.TAG_ROWS_PER_STRIP, height);
        int rowsPerStrip = rows < 1 || rows > height ? height : (int) rows;
        return new TiffPage.Blocks(
                width,
                rowsPerStrip,
                false,
                tags.numbers(TIFF.TAG_STRIP_OFFSETS),
                tags.numbers(TIFF.TAG_STRIP_BYTE_COUNTS));
    }

    private static int blockSide(long pixels) throws UnsoundTiffException {
        if (pixels < 1 || pixels > 1 << 20) {
            throw new UnsoundTiffException("tiles with a side of " + pixels + " pixels");
        }
        return (int) pixels;
    }

    private static void checkBlocks(TiffPage page, PositionalInput input) throws UnsoundTiffException {
        TiffPage.Blocks blocks = page.blocks();
        int down = (page.height() + blocks.height() - 1) / blocks.height();
        long wanted = (long) down * page.blocksAcross();
        long blockPixels = (long) blocks.width() * blocks.height();
        if (blockPixels > MAX_PLANE_PIXELS) {
            throw new UnsoundTiffException("tiles of " + blocks.width() + " x " + blocks.height() + " pixels");
        }
        if (blocks.offsets().length < wanted) {
            throw new UnsoundTiffException("only " + blocks.offsets().length + " of " + wanted + " strips or tiles");
        }
        if (page.coding().compressed()) {
            checkCompressed(page, (int) wanted, input);
            return;
        }
        long blockBytes = blockPixels * page.type().bytes();
        for (int i = 0; i < wanted; i++) {
            boolean cut = !blocks.tiled() && i == wanted - 1;
            long bytes = cut ? page.planeBytes() - (wanted - 1) * blockBytes : blockBytes;
            if (!input.holds(blocks.offsets()[i], bytes)) {
                throw outside(blocks.offsets()[i] + bytes, input);
            }
        }
    }

    private static void checkCompressed(TiffPage page, int wanted, PositionalInput input) throws UnsoundTiffException {
        TiffPage.Blocks blocks = page.blocks();
        if (blocks.counts().length < wanted) {
            throw new UnsoundTiffException("no length for " + (wanted - blocks.counts().length) + " compressed blocks");
        }
        for (int i = 0; i < wanted; i++) {
            if (blocks.counts()[i] < 1 || !input.holds(blocks.offsets()[i], blocks.counts()[i])) {
                throw outside(blocks.offsets()[i] + blocks.counts()[i], input);
            }
        }
        long decoded =
                (long) blocks.width() * blocks.height() * wanted * page.type().bytes();
        if (Math.max(decoded, page.planeBytes()) / MAX_EXPANSION > input.length()) {
            throw new UnsoundTiffException("planes of " + page.width() + " x " + page.height() + " pixels in "
                    + input.length() + " bytes, more than compression can do");
        }
    }

    private static UnsoundTiffException outside(long end, PositionalInput input) {
        return new UnsoundTiffException(
                "only " + input.length() + " bytes where the pixels reach to byte " + end + " (cut off or damaged)");
    }
}
