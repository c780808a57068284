package org.fiducial.metrology.image;

/**
 * One image directory of a TIFF file, checked.
 *
 * @param width pixels along x
 * @param height pixels along y
 * @param type sample type
 * @param coding how the samples are compressed
 * @param blocks where they lie
 */
record TiffPage(int width, int height, PixelType type, Coding coding, Blocks blocks) {

    /** Compression and predictor by their TIFF numbers. */
    record Coding(int compression, int predictor) {
        boolean compressed() {
            return compression != 1;
        }
    }

    /**
     * Strips or tiles; a strip is a tile as wide as the plane.
     *
     * @param width pixels along x of a block
     * @param height pixels along y of a block
     * @param tiled true for tiles, whose last row and column are filled up to the full size
     * @param offsets byte position of each block, row by row
     * @param counts stored bytes of each block
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and up to thousands of strips a plane
    record Blocks(int width, int height, boolean tiled, long[] offsets, long[] counts) {}

    long planeBytes() {
        return (long) width * height * type.bytes();
    }

    int blocksAcross() {
        return (width + blocks.width - 1) / blocks.width;
    }

    /** Blocks of the plane; at most a number that {@link TiffStructure} has checked. */
    int blockCount() {
        return blocksAcross() * ((height + blocks.height - 1) / blocks.height);
    }

    boolean sameKindAs(TiffPage other) {
        return width == other.width && height == other.height && type == other.type;
    }
}
